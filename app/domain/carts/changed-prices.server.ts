import { sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { OpenCart } from "./cart.ts";
import { openCartOf, shownHashOf } from "./open-cart.server.ts";

/**
 * The buyer has seen the new prices and takes them: they become the prices last shown. Refused when they moved once more since
 * the page was made, so that nobody confirms a price they have not seen.
 */
export async function acceptPrices(buyer: Buyer, shownHash: string, at: Date, tx: Tx = db): Promise<void> {
  const cart = await openCartOf(buyer, at, tx);
  if (shownHashOf(cart) !== shownHash) throw new Refusal("prices_changed");
  await writeShownPrices(buyer, cart, tx);
}

/** Writes down that the buyer was shown these lines at their prices of now. */
export async function writeShownPrices(buyer: Buyer, cart: Pick<OpenCart, "id" | "lines">, tx: Tx = db): Promise<void> {
  const changed = cart.lines.flatMap((line) => (line.change ? [{ id: line.productId, e4: line.change.nowE4 }] : []));
  if (changed.length === 0) return;
  await preparedRows(
    sql`update cart_lines l set shown_unit_price_e4 = now.e4
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as now (id int, e4 bigint)
    where l.customer_id = ${buyer.customerId}::int and l.cart_id = ${cart.id}::bigint and l.product_id = now.id`,
    tx,
  );
}
