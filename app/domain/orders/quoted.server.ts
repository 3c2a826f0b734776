import type { OpenCart } from "#app/domain/carts/cart.ts";
import { shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { holdAgreed } from "#app/domain/carts/waiting.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { dayOf } from "#app/domain/period.ts";
import { markAccepted, refuseUnlessOpen } from "#app/domain/quotes/ending.server.ts";
import { lockedQuote } from "#app/domain/quotes/locked.server.ts";
import { offerOf, type QuoteSheet, quoteOf } from "#app/domain/quotes/quote-sheet.server.ts";
import { quotedCartOf } from "#app/domain/quotes/quoted-cart.server.ts";
import { type Reason, Refusal, refuseFor } from "#app/domain/refusal.ts";
import { spendingOf } from "#app/domain/spending/spending.server.ts";
import { limitsExceeded } from "#app/domain/spending/spending.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { choicesOf } from "./checkout.server.ts";
import { type Choices, reasonsNotToPlace } from "./checkout.ts";
import { numberAnswered, writtenOrder } from "./placing.server.ts";
import { noteRefused, shortages, toldAgain } from "./refused.server.ts";

/** What a buyer adds to a quote to accept it; terms, freight and prices are the quote's. */
export interface Acceptance {
  addressId: number;
  poNumber: string | null;
  notes: string | null;
}

interface Ready {
  cart: OpenCart;
  choices: Choices;
  reasons: Reason[];
}

/** The cart an answered quote would order now, on the terms it offered, and all that stands against it. */
async function readyToAccept(buyer: Buyer, sheet: QuoteSheet, addressId: number, at: Date, tx: Tx): Promise<Ready> {
  const offer = offerOf(sheet);
  if (!offer) throw new Refusal("quote_not_answered");
  const [cart, { address }] = await Promise.all([
    quotedCartOf(buyer, offer, at, tx),
    choicesOf(buyer.customerId, { paymentTermsId: null, addressId }, tx),
  ]);
  // Whoever offered the terms let go of the least value they usually ask for, and of what they do to a price.
  const choices = { terms: { ...offer.terms, minimumOrderCents: 0, basisPoints: 0 }, address };
  return { cart, choices, reasons: reasonsNotToPlace(cart, choices) };
}

/**
 * What stands against accepting an answered quote, wherever it is sent; the buyer's own limit among it, above which a colleague with
 * a larger one accepts.
 */
export async function reasonsNotToAccept(buyer: Buyer, sheet: QuoteSheet, at: Date): Promise<Reason[]> {
  const offer = offerOf(sheet);
  if (!offer) return [];
  const [cart, spending] = await Promise.all([quotedCartOf(buyer, offer, at), spendingOf(buyer, at)]);
  return [...cart.reasons, ...limitsExceeded(spending, cart.totalCents)];
}

/**
 * The buyer accepts: the quote becomes an order at exactly its prices, quantities, terms and freight, whatever the tables say
 * today, and its cart is ordered with it. Stock and credit are held as for any order. Of parallel clicks one makes it, the
 * others, and any later one, get the same number. Refused when it is over, was ended otherwise, or something stands against it.
 */
export async function acceptQuote(
  buyer: Buyer,
  number: number,
  wish: Acceptance,
  at: Date,
  outer: Tx = db,
): Promise<{ number: string }> {
  const idempotencyKey = `quote-${number}`;
  const { cartId } = await quoteOf(buyer, number);
  try {
    return await withTx(async (tx) => {
      const quote = await lockedQuote(buyer.customerId, number, dayOf(at), tx);
      if (quote.orderNumber !== null) return { number: quote.orderNumber };
      if (!buyer.mayOrder) throw new Refusal("views_only");
      refuseUnlessOpen(quote);
      const sheet = await quoteOf(buyer, number, tx);
      const { cart, choices, reasons } = await readyToAccept(buyer, sheet, wish.addressId, at, tx);
      refuseFor(reasons);
      const agreed = cart.lines.map((line) => ({ ...line, unitPriceE4: line.quote?.unitPriceE4 ?? 0 }));
      await holdAgreed(buyer.customerId, quote.cartId, agreed, at, tx);
      const { poNumber, notes } = wish;
      const placing = { ...choices, poNumber, notes, payByAt: null, shownHash: shownHashOf(cart), idempotencyKey };
      const order = await writtenOrder(
        { ...buyer, tokenId: null, approvedBy: null, channel: null },
        cart,
        placing,
        at,
        tx,
      );
      await markAccepted(buyer, number, order.number, at, tx);
      return order;
    }, outer);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const before = await numberAnswered(buyer.customerId, idempotencyKey, cartId);
    if (before) return { number: before };
    throw await toldRefusal(buyer, number, wish, fault, at);
  }
}

/** The refusal with its amounts as they are now, written down as a step outside of what was rolled back. */
async function toldRefusal(buyer: Buyer, number: number, wish: Acceptance, fault: Refusal, at: Date): Promise<Refusal> {
  const sheet = await quoteOf(buyer, number);
  if (!offerOf(sheet) || fault.code.startsWith("quote_")) return fault;
  const { cart, reasons } = await readyToAccept(buyer, sheet, wish.addressId, at, db);
  const isLost = fault.reasons.length === 1 && Object.keys(fault.details).length === 0;
  const told = isLost ? toldAgain(fault, reasons, fault.code === "out_of_stock" ? shortages(cart) : null) : fault;
  await noteRefused(buyer, cart, sheet.cartId, told, at);
  return told;
}
