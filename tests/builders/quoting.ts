import { sql as condition } from "drizzle-orm";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import { defaultSettings } from "#app/domain/customers/settings.ts";
import { type Answer, answerQuote } from "#app/domain/quotes/answering.server.ts";
import { type AskedFromCart, askForQuote } from "#app/domain/quotes/asking.server.ts";
import type { SaidLine } from "#app/domain/quotes/quote.ts";
import { cartsAsOf } from "#app/domain/recovery/carts-as-of.server.ts";
import { db, sql } from "#db/connection.server.ts";
import { product, termsOfTheHouse } from "./distributor.ts";

const noWish = { wantedPrice: null, wantedTerms: null, wantedOn: null, message: null };

/** What the page of the current cart would send to ask for a quote. */
export async function askingFor(buyer: Buyer, at: Date, said: Partial<AskedFromCart> = {}): Promise<AskedFromCart> {
  const cart = await openCartOf(buyer, at);
  const lines = cart.lines.map(({ sku, quantity }) => ({ sku, quantity, wishedUnitPriceE4: null }));
  return { cartId: cart.id ?? 0, shownHash: shownHashOf(cart), lines, ...noWish, ...said };
}

/** A cart with one product, handed over for a quote. */
export async function asked(
  buyer: Buyer,
  at: Date,
  given: Parameters<typeof product>[0] & { quantity?: number } = {},
): Promise<{ number: number; soap: { id: number; sku: string } }> {
  const { quantity = 10, ...goods } = given;
  const soap = await product(goods);
  await addToCart(buyer, { sku: soap.sku, quantity }, at);
  return { number: await askForQuote(buyer, await askingFor(buyer, at), at), soap };
}

/** A line of an answer at a price, in the quantity that was wished unless another is said. */
export const priced = (sku: string, unitPriceE4: number, said: Partial<SaidLine> = {}): SaidLine => ({
  ...{ sku, isUnavailable: false, quantity: null, unitPriceE4, discountBasisPoints: null, note: null },
  ...said,
});

/** Answers a quote on the terms of the house, without freight, valid until a day. */
export async function answered(
  scope: Scope,
  number: number,
  lines: SaidLine[],
  at: Date,
  said: Partial<Answer> = {},
): Promise<void> {
  const paymentTermsId = said.paymentTermsId ?? (await termsOfTheHouse());
  const answer = { freightCents: 0, validUntil: "2026-11-27", answerNote: null, ...said, paymentTermsId, lines };
  await answerQuote(scope, number, answer, at);
}

/** The mails written to somebody, the first first. */
export const mailsTo = (userId: number): Promise<{ subject: string; text: string }[]> =>
  sql`select o.subject, o.text from outbox o join users u on u.email = o.to where u.id = ${userId} order by o.id`;

/** What became of a customer's carts as of a moment. */
export async function cartOutcomesOf(customerId: number, asOf: Date): Promise<string[]> {
  const rows = await db.execute<{ outcome: string }>(
    cartsAsOf(condition`customers.id = ${customerId}`, null, asOf, defaultSettings),
  );
  return rows.map((row) => row.outcome);
}
