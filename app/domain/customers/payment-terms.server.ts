import { type SQL, sql } from "drizzle-orm";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { OfferedTerms, TermsPrice, TermsToChoose } from "./payment-terms.ts";

/** True for the terms `t` agreed with a customer; where none were agreed, for those the house offers everybody. */
export const isOffered = (customerId: string): string => `
  t.is_active and (
    exists (select from customer_payment_terms a where a.customer_id = ${customerId} and a.payment_terms_id = t.id)
    or not exists (select from customer_payment_terms a where a.customer_id = ${customerId}))`;

/** An order that is paid online says nothing about what was agreed: paying one by card leaves the prices of the shop as they are. */
const latestTermsOf = (customerId: string): string => `(
  select o.payment_terms_id from orders o where o.customer_id = ${customerId} and o.kind = 'order' and o.payment_method = 'account'
  order by o.placed_at desc limit 1)`;

/**
 * The query for the terms a customer's prices are shown for (`id`, `name`, `price_basis_points`): the wanted ones while they are
 * offered, else those of the latest order on account, else the shortest that leave prices as they are. Both are columns of the statement it
 * stands in.
 */
export const countingTerms = (customerId: string, wantedId: string): string => `
  select t.id, t.name, t.price_basis_points, t.days, t.minimum_order_cents from payment_terms t where ${isOffered(customerId)}
  order by (t.id = ${wantedId}) desc nulls last, (t.id = ${latestTermsOf(customerId)}) desc nulls last,
    (t.price_basis_points = 0) desc, t.days, t.id limit 1`;

/** The terms wanted in the current cart of a buyer, as a column. */
export const wantedInCart = (customerId: string, buyerId: string): string => `(
  select k.payment_terms_id from carts k where k.customer_id = ${customerId} and k.buyer_id = ${buyerId} and k.is_current)`;

const customer = (id: number): SQL => sql`(select ${id}::int as id) c`;

/** The terms this customer may choose from, the shortest first. */
export async function termsOfferedTo(customerId: number, tx: Tx = db): Promise<TermsToChoose[]> {
  return preparedRows<TermsToChoose>(
    sql`select t.id, t.name, to_json(t.days) as days, t.minimum_order_cents as "minimumOrderCents",
      t.price_basis_points as "basisPoints", coalesce(t.id = ${sql.raw(latestTermsOf("c.id"))}, false) as "isUsual"
    from ${customer(customerId)}, payment_terms t where ${sql.raw(isOffered("c.id"))} order by t.days, t.id`,
    tx,
  );
}

/** The terms named, while they are offered to this customer; without a name the usual ones. Null when there are none. */
export async function offeredTerms(
  customerId: number,
  wantedId: number | null,
  tx: Tx = db,
): Promise<OfferedTerms | null> {
  const [row] = await preparedRows<OfferedTerms>(
    sql`select t.id, t.name, to_json(t.days) as days, t.minimum_order_cents as "minimumOrderCents",
      t.price_basis_points as "basisPoints"
    from (select ${customerId}::int as id, ${wantedId}::int as wanted_id) c
      cross join lateral (${sql.raw(countingTerms("c.id", "c.wanted_id"))}) t
    where c.wanted_id is null or t.id = c.wanted_id`,
    tx,
  );
  return row ?? null;
}

/** The terms the prices of a buyer's current cart are shown for, the usual ones without a buyer; null when none are offered. */
export async function termsOfCart(customerId: number, buyerId: number | null, tx: Tx = db): Promise<TermsPrice | null> {
  const [row] = await preparedRows<TermsPrice>(
    sql`select t.id, t.name, t.price_basis_points as "basisPoints"
    from (select ${customerId}::int as id, ${buyerId}::int as buyer_id) c
      cross join lateral (${sql.raw(countingTerms("c.id", wantedInCart("c.id", "c.buyer_id")))}) t`,
    tx,
  );
  return row ?? null;
}
