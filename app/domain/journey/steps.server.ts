import { sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { columnsOf, isLook, type Step, sameLookMinutes } from "./steps.ts";

/**
 * Writes down what a buyer did, once, with the prices and stock they saw. A look (search, product, cart, checkout) that shows
 * the same thing again within minutes is the same step and is not written twice.
 */
export async function recordStep(buyer: Buyer, step: Step, at: Date, tx: Tx = db): Promise<void> {
  const c = columnsOf(step);
  const moment = at.toISOString();
  const details = c.details === null ? null : JSON.stringify(c.details);
  const row = sql`select ${buyer.customerId}::int, ${buyer.userId}::int, ${buyer.actingUserId}::int, ${c.cartId}::bigint,
    ${c.kind}::text, ${moment}::timestamptz, ${c.productId}::int, ${c.quantity}::int, ${c.unitPriceE4}::bigint,
    ${c.stockSeen}::int, ${c.query}::text, ${c.results}::int, ${c.reason}::text, ${details}::jsonb`;
  const columns = sql`insert into journey_steps (customer_id, buyer_id, acting_user_id, cart_id, kind, at, product_id, quantity,
    unit_price_e4, stock_seen, query, results, reason, details)`;
  if (!isLook(step.kind)) {
    await preparedRows(sql`${columns} ${row}`, tx);
    return;
  }
  const since = new Date(at.getTime() - sameLookMinutes * 60_000).toISOString();
  await preparedRows(
    sql`${columns} ${row} where not exists (
      select from journey_steps s where s.customer_id = ${buyer.customerId}::int and s.buyer_id = ${buyer.userId}::int
        and s.at > ${since}::timestamptz and s.at <= ${moment}::timestamptz and s.kind = ${c.kind}::text
        and s.cart_id is not distinct from ${c.cartId}::bigint and s.product_id is not distinct from ${c.productId}::int
        and s.unit_price_e4 is not distinct from ${c.unitPriceE4}::bigint
        and s.stock_seen is not distinct from ${c.stockSeen}::int
        and s.query is not distinct from ${c.query}::text and s.results is not distinct from ${c.results}::int
        and s.details is not distinct from ${details}::jsonb)`,
    tx,
  );
}
