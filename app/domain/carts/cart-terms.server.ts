import { sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { writeShownPrices } from "./changed-prices.server.ts";
import { openCartOf, openCartTo } from "./open-cart.server.ts";

/** Keeps with the buyer's cart which payment terms its prices are for, without taking the new prices as seen. */
export async function keepTerms(buyer: Buyer, termsId: number, tx: Tx = db): Promise<void> {
  await preparedRows(
    sql`update carts set payment_terms_id = ${termsId}::int
    where customer_id = ${buyer.customerId}::int and buyer_id = ${buyer.userId}::int and is_current`,
    tx,
  );
}

/**
 * The buyer wants other payment terms: from now on their cart, and the shop beside it, show the prices of these. A price that had
 * moved before stays to be confirmed, for it may be asked for on a page that does not show it. Refused `payment_terms_not_offered`
 * for terms that are not theirs to choose.
 */
export async function chooseTerms(buyer: Buyer, termsId: number, at: Date, tx: Tx = db): Promise<void> {
  const before = await openCartOf(buyer, at, tx);
  const cart = await openCartTo(buyer, { addressId: null, termsId }, at, tx);
  if (cart.terms?.id !== termsId) throw new Refusal("payment_terms_not_offered");
  await keepTerms(buyer, termsId, tx);
  const moved = new Set(before.lines.filter((line) => line.change).map((line) => line.productId));
  await writeShownPrices(buyer, { ...cart, lines: cart.lines.filter((line) => !moved.has(line.productId)) }, tx);
}
