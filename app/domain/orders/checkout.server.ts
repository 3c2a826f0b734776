import { sql } from "drizzle-orm";
import { openCartOf, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { addressesOf } from "#app/domain/customers/addresses.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import {
  type Checkout,
  type Choices,
  type DeliveryAddress,
  idempotencyKeyOf,
  type OfferedTerms,
  type TermsToChoose,
} from "./checkout.ts";

/** The terms agreed with a customer; where none were agreed, those the house offers everybody. */
const offered = (customerId: number) => sql`
  t.is_active and (
    exists (select from customer_payment_terms c where c.customer_id = ${customerId}::int and c.payment_terms_id = t.id)
    or not exists (select from customer_payment_terms c where c.customer_id = ${customerId}::int))`;

const latestTermsOf = (customerId: number) => sql`(
  select o.payment_terms_id from orders o where o.customer_id = ${customerId}::int and o.kind = 'order'
  order by o.placed_at desc limit 1)`;

/** The payment terms this customer may choose from, the shortest first. */
export async function termsOfferedTo(customerId: number, tx: Tx = db): Promise<TermsToChoose[]> {
  return preparedRows<TermsToChoose>(
    sql`select t.id, t.name, to_json(t.days) as days, t.minimum_order_cents as "minimumOrderCents",
      coalesce(t.id = ${latestTermsOf(customerId)}, false) as "isUsual"
    from payment_terms t where ${offered(customerId)} order by t.days, t.id`,
    tx,
  );
}

/** The terms of this customer that are paid at once; null where none are offered. */
export async function termsAtOnce(customerId: number, tx: Tx = db): Promise<{ id: number } | null> {
  const [row] = await preparedRows<{ id: number }>(
    sql`select t.id from payment_terms t where ${offered(customerId)} and t.days = '{0}' order by t.id limit 1`,
    tx,
  );
  return row ?? null;
}

/**
 * The chosen terms and address, as far as they are open to this customer. Where nothing was chosen (null): the terms of the
 * latest order while they are offered, else the shortest; the customer's main address, else the oldest.
 */
export async function choicesOf(
  customerId: number,
  wanted: { paymentTermsId: number | null; addressId: number | null },
  tx: Tx = db,
): Promise<Choices> {
  const { paymentTermsId, addressId } = wanted;
  const [row] = await preparedRows<{ terms: OfferedTerms | null; address: DeliveryAddress | null }>(
    sql`select
      (select jsonb_build_object('id', t.id, 'name', t.name, 'days', t.days, 'minimumOrderCents', t.minimum_order_cents)
        from payment_terms t
        where (${paymentTermsId}::int is null or t.id = ${paymentTermsId}::int) and ${offered(customerId)}
        order by case when ${paymentTermsId}::int is null then t.id = ${latestTermsOf(customerId)} end desc nulls last, t.days, t.id
        limit 1) as terms,
      (select jsonb_build_object('id', a.id, 'label', a.label, 'street', a.street, 'number', a.number,
          'complement', a.complement, 'district', a.district, 'city', a.city, 'uf', a.uf, 'postalCode', a.postal_code)
        from customer_addresses a
        where a.customer_id = ${customerId}::int and (${addressId}::int is null or a.id = ${addressId}::int)
          and a.removed_at is null
        order by a.is_default desc, a.id limit 1) as address`,
    tx,
  );
  return row ?? { terms: null, address: null };
}

/** Everything the checkout shows, and the proof of what it showed. Null while the buyer has no cart. */
export async function checkoutOf(buyer: Buyer, at: Date, tx: Tx = db): Promise<Checkout | null> {
  const [cart, terms, addresses] = await Promise.all([
    openCartOf(buyer, at, tx),
    termsOfferedTo(buyer.customerId, tx),
    addressesOf(buyer.customerId, tx),
  ]);
  if (cart.id === null) return null;
  return { cart, terms, addresses, shownHash: shownHashOf(cart), idempotencyKey: idempotencyKeyOf(cart.id) };
}

/** Notes down which payment terms the buyer misses, so that the rep can answer with an offer. */
export async function wantTerms(buyer: Buyer, wanted: string, at: Date, tx: Tx = db): Promise<void> {
  const cart = await openCartOf(buyer, at, tx);
  if (cart.id === null) return;
  await recordStep(buyer, { kind: "terms_wanted", cartId: cart.id, wanted, goodsCents: cart.goodsCents }, at, tx);
}
