import type { OpenCart } from "#app/domain/carts/cart.ts";
import { reasonsBesideCredit } from "#app/domain/credit/credit.ts";
import type { Address } from "#app/domain/customers/addresses.server.ts";
import type { OfferedTerms, TermsToChoose } from "#app/domain/customers/payment-terms.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Reason } from "#app/domain/refusal.ts";

/** Where the goods go. */
export type DeliveryAddress = Omit<Address, "isDefault">;

/** The whole checkout as it stands: the cart, what may be chosen, and the proof of what is shown. */
export interface Checkout {
  cart: OpenCart;
  terms: TermsToChoose[];
  addresses: Address[];
  /** SHA-256 of what the cart shows; only the same again can be ordered. */
  shownHash: string;
  /** One for each cart: a second click, tab or resend gets the first one's order. */
  idempotencyKey: string;
}

/** What the buyer chose, as the house knows it; null where the choice is not one of the offered. */
export interface Choices {
  terms: OfferedTerms | null;
  address: DeliveryAddress | null;
}

/** Why this cart cannot be ordered on these terms to this address: all that stands against the cart, then the choices. */
export function reasonsNotToPlace(cart: OpenCart, { terms, address }: Choices): Reason[] {
  const reasons = [...cart.reasons];
  if (!terms) reasons.push({ code: "payment_terms_not_offered", details: {} });
  else if (cart.goodsCents < terms.minimumOrderCents) {
    const { minimumOrderCents: minimumCents, name } = terms;
    const missingCents = minimumCents - cart.goodsCents;
    reasons.push({ code: "payment_terms_minimum", details: { minimumCents, missingCents, terms: name } });
  }
  if (!address) reasons.push({ code: "address_missing", details: {} });
  return reasons;
}

/** The least the payment house takes. */
const leastOnlineCents: Cents = 50;

/** Why this cart cannot be ordered and paid online: as on account, but for the credit, which is not used, and the terms, which are none. */
export function reasonsNotToPlaceOnline(cart: OpenCart, { address }: Choices): Reason[] {
  const reasons = reasonsBesideCredit(cart.reasons);
  if (!address) reasons.push({ code: "address_missing", details: {} });
  if (cart.freightKind === "agreed") reasons.push({ code: "payment_freight_open", details: {} });
  if (cart.lines.length > 0 && cart.totalCents < leastOnlineCents) {
    reasons.push({ code: "payment_too_small", details: { minimumCents: leastOnlineCents } });
  }
  return reasons;
}

/** What a repeated checkout of the same cart has in common. */
export const idempotencyKeyOf = (cartId: number): string => `cart-${cartId}`;
