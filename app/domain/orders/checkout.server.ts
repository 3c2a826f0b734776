import { sql } from "drizzle-orm";
import { openCartOf, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { addressesOf } from "#app/domain/customers/addresses.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { countingTerms, isOffered } from "#app/domain/customers/payment-terms.server.ts";
import type { OfferedTerms } from "#app/domain/customers/payment-terms.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type Checkout, type Choices, type DeliveryAddress, idempotencyKeyOf } from "./checkout.ts";

/** The terms of this customer that are paid at once; null where none are offered. */
export async function termsAtOnce(customerId: number, tx: Tx = db): Promise<{ id: number } | null> {
  const [row] = await preparedRows<{ id: number }>(
    sql`select t.id from (select ${customerId}::int as id) c, payment_terms t
      where ${sql.raw(isOffered("c.id"))} and t.days = '{0}' order by t.id limit 1`,
    tx,
  );
  return row ?? null;
}

/**
 * The chosen terms and address, as far as they are open to this customer. Where nothing was chosen (null): the usual terms; the
 * customer's main address, else the oldest.
 */
export async function choicesOf(
  customerId: number,
  wanted: { paymentTermsId: number | null; addressId: number | null },
  tx: Tx = db,
): Promise<Choices> {
  const { paymentTermsId, addressId } = wanted;
  const [row] = await preparedRows<{ terms: OfferedTerms | null; address: DeliveryAddress | null }>(
    sql`select
      (select jsonb_build_object('id', t.id, 'name', t.name, 'days', t.days, 'minimumOrderCents', t.minimum_order_cents,
          'basisPoints', t.price_basis_points)
        from (select ${customerId}::int as id, ${paymentTermsId}::int as wanted_id) c
          cross join lateral (${sql.raw(countingTerms("c.id", "c.wanted_id"))}) t
        where c.wanted_id is null or t.id = c.wanted_id) as terms,
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
  const [cart, addresses] = await Promise.all([openCartOf(buyer, at, tx), addressesOf(buyer.customerId, tx)]);
  if (cart.id === null) return null;
  return {
    cart,
    terms: cart.offeredTerms,
    addresses,
    shownHash: shownHashOf(cart),
    idempotencyKey: idempotencyKeyOf(cart.id),
  };
}

/** Notes down which payment terms the buyer misses, so that the rep can answer with an offer. */
export async function wantTerms(buyer: Buyer, wanted: string, at: Date, tx: Tx = db): Promise<void> {
  const cart = await openCartOf(buyer, at, tx);
  if (cart.id === null) return;
  await recordStep(buyer, { kind: "terms_wanted", cartId: cart.id, wanted, goodsCents: cart.goodsCents }, at, tx);
}
