import type { OpenCart } from "#app/domain/carts/cart.ts";
import { keepTerms } from "#app/domain/carts/cart-terms.server.ts";
import { deliverTo, openCartTo, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { Refusal, refuseFor } from "#app/domain/refusal.ts";
import { spendingOf } from "#app/domain/spending/spending.server.ts";
import { limitsExceeded } from "#app/domain/spending/spending.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { choicesOf, termsAtOnce } from "./checkout.server.ts";
import { reasonsNotToPlace, reasonsNotToPlaceOnline } from "./checkout.ts";
import { numberAnswered, writtenOrder } from "./placing.server.ts";
import { noteRefused, shortages, toldAgain } from "./refused.server.ts";

/** What a buyer sends to order their cart; no quantity and no price is among it. */
export interface OrderWish {
  paymentTermsId: number;
  addressId: number;
  /** The buyer's own purchase-order number. */
  poNumber: string | null;
  notes: string | null;
  /** SHA-256 of what the page showed (`shownHashOf`); anything else now is refused with `prices_changed`. */
  shownHash: string;
  /** The same key, and the same cart, always gets the same order number. */
  idempotencyKey: string;
}

/**
 * Turns the buyer's cart into an order on account, all or nothing: quotes again, holds credit and stock, copies prices with
 * their chains, adds the facts. Refused with every reason that stands against it, the buyer's own limit among them, which is
 * written down as a step; a repeated request gets the number of the order the first one made.
 */
export function placeOrder(buyer: Buyer, wish: OrderWish, at: Date, tx: Tx = db): Promise<{ number: string }> {
  return placed(buyer, wish, null, at, tx);
}

/**
 * Turns the cart into an order that is paid online, in the same way: it holds its stock until `payByAt`, and no credit. Its terms
 * are those paid at once, where the customer has such.
 */
export async function placeOnlineOrder(
  buyer: Buyer,
  wish: Omit<OrderWish, "paymentTermsId">,
  payByAt: Date,
  at: Date,
  tx: Tx = db,
): Promise<{ number: string }> {
  const paymentTermsId = (await termsAtOnce(buyer.customerId, tx))?.id ?? 0;
  return placed(buyer, { ...wish, paymentTermsId }, payByAt, at, tx);
}

async function placed(
  buyer: Buyer,
  wish: OrderWish,
  payByAt: Date | null,
  at: Date,
  tx: Tx,
): Promise<{ number: string }> {
  const [cart, choices, spending] = await Promise.all([
    openCartTo(buyer, { addressId: wish.addressId, termsId: wish.paymentTermsId || null }, at, tx),
    choicesOf(buyer.customerId, wish, tx),
    spendingOf(buyer, at, tx),
  ]);
  const against = payByAt === null ? reasonsNotToPlace : reasonsNotToPlaceOnline;
  try {
    const reasons = [...against(cart, choices), ...limitsExceeded(spending, cart.totalCents)];
    if (cart.lines.length > 0 && shownHashOf(cart) !== wish.shownHash) {
      reasons.unshift({ code: "prices_changed", details: { totalCents: cart.totalCents } });
    }
    refuseFor(reasons);
    const placer = { ...buyer, tokenId: null, approvedBy: null, channel: null };
    return await writtenOrder(placer, cart, { ...choices, ...wish, payByAt }, at, tx);
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const first = await numberAnswered(buyer.customerId, wish.idempotencyKey, cart.id);
    if (first) return { number: first };
    // The page comes back with the freight of the place that was chosen.
    await deliverTo(buyer, wish.addressId);
    throw await toldRefusal(buyer, { ...wish, against }, fault, cart, at);
  }
}

/** What was wished, and by which rule it is judged. */
type Judged = OrderWish & { against: typeof reasonsNotToPlace };

/** The refusal with its amounts as they are now, written down as a step outside of what was rolled back. */
async function toldRefusal(buyer: Buyer, wish: Judged, fault: Refusal, seen: OpenCart, at: Date): Promise<Refusal> {
  const isLost = fault.reasons.length === 1 && Object.keys(fault.details).length === 0;
  const told = isLost ? await lostRace(buyer, wish, fault, at) : fault;
  // The page that comes next shows the prices of the terms that were chosen, beside those of before.
  if (told.code === "prices_changed" && seen.terms?.id === wish.paymentTermsId)
    await keepTerms(buyer, wish.paymentTermsId);
  await noteRefused(buyer, seen, seen.id, told, at);
  return told;
}

/** Somebody else was faster: asks again what stands against the order, to name what is missing. */
async function lostRace(buyer: Buyer, wish: Judged, fault: Refusal, at: Date): Promise<Refusal> {
  const [cart, choices] = await Promise.all([
    openCartTo(buyer, { addressId: wish.addressId, termsId: wish.paymentTermsId || null }, at),
    choicesOf(buyer.customerId, wish),
  ]);
  const reasons = wish.against(cart, choices);
  const { totalCents } = cart;
  const changed = { code: "prices_changed" as const, details: { totalCents } };
  return toldAgain(
    fault,
    reasons,
    fault.code === "out_of_stock" ? shortages(cart) : fault.code === "prices_changed" ? changed : null,
  );
}
