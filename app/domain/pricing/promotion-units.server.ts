import { sql } from "drizzle-orm";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { Promotion } from "./promotion.ts";

/** What an order takes of a promotion. */
export interface PromotionUse {
  id: number;
  units: number;
  isLimited: boolean;
}

/** What these lines take of each promotion that made their price. */
export function promotionUses(
  lines: readonly { quantity: number; quote: { promotion: Promotion | null } | null }[],
): PromotionUse[] {
  const uses = new Map<number, PromotionUse>();
  for (const { quantity, quote } of lines) {
    if (!quote?.promotion) continue;
    const { id, unitsLeft } = quote.promotion;
    const units = (uses.get(id)?.units ?? 0) + quantity;
    uses.set(id, { id, units, isLimited: unitsLeft !== null });
  }
  return [...uses.values()];
}

/** Takes units of limited promotions, in the order's own transaction; gives those of which enough was left. */
export function takeUnits(uses: PromotionUse[], tx: Tx): Promise<{ id: number }[]> {
  const limited = JSON.stringify(uses.filter(({ isLimited }) => isLimited));
  return preparedRows<{ id: number }>(
    sql`with wanted as materialized (
      select w.id, w.units from jsonb_to_recordset(${limited}::jsonb) as w (id int, units int)
    ), locked as materialized (
      select p.id from promotions p where p.id in (select id from wanted) order by p.id for no key update
    )
    update promotions p set used_units = p.used_units + w.units
    from wanted w join locked l on l.id = w.id
    where p.id = w.id and p.ended_at is null and p.used_units + w.units <= p.unit_limit
    returning p.id`,
    tx,
  );
}

/** An order whose units are given back or taken again. */
type Holder = { customerId: number; id: number };

/** Gives back what a cancelled order had taken. */
export async function returnUnits(order: Holder, at: Date, tx: Tx): Promise<void> {
  await preparedRows(
    sql`with taken as (
      update promotion_uses u set returned_at = ${at.toISOString()}::timestamptz
      where u.customer_id = ${order.customerId}::int and u.order_id = ${order.id}::bigint and u.returned_at is null
      returning u.promotion_id, u.units
    ), locked as materialized (
      select p.id from promotions p where p.unit_limit is not null and p.id in (
        select u.promotion_id from promotion_uses u
        where u.customer_id = ${order.customerId}::int and u.order_id = ${order.id}::bigint) order by p.id for no key update
    )
    update promotions p set used_units = p.used_units - t.units
    from taken t join locked l on l.id = t.promotion_id where p.id = t.promotion_id`,
    tx,
  );
}

/**
 * Takes again what an order had given back, by the guard of every order; false when too few units are left. A promotion that ended
 * since then still counts: the price was agreed while it ran.
 */
export async function takeUnitsAgain(order: Holder, tx: Tx): Promise<boolean> {
  const short = await preparedRows(
    sql`with wanted as (
      update promotion_uses u set returned_at = null
      where u.customer_id = ${order.customerId}::int and u.order_id = ${order.id}::bigint and u.returned_at is not null
      returning u.promotion_id as id, u.units
    ), locked as materialized (
      select p.id from promotions p where p.unit_limit is not null and p.id in (
        select u.promotion_id from promotion_uses u
        where u.customer_id = ${order.customerId}::int and u.order_id = ${order.id}::bigint) order by p.id for no key update
    ), taken as (
      update promotions p set used_units = p.used_units + w.units from wanted w join locked l on l.id = w.id
      where p.id = w.id and p.used_units + w.units <= p.unit_limit returning p.id
    )
    select w.id from wanted w join locked l on l.id = w.id where w.id not in (select id from taken)`,
    tx,
  );
  return short.length === 0;
}
