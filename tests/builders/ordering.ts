import type { Buyer } from "#app/domain/customers/buyer.ts";
import { checkoutOf } from "#app/domain/orders/checkout.server.ts";
import { Refusal } from "#app/domain/refusal.ts";

/** The day on which the tests order. */
export const at = new Date("2026-11-20T14:00:00Z");

/** So many minutes after it. */
export const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

/** What the checkout would send for what it shows now. */
export async function wishOf(buyer: Buyer, paymentTermsId: number, addressId: number, when = at) {
  const checkout = await checkoutOf(buyer, when);
  if (!checkout) throw new Error("no cart");
  const { shownHash, idempotencyKey } = checkout;
  return { paymentTermsId, addressId, poNumber: null, notes: null, shownHash, idempotencyKey };
}

/** The refusal an act meets; anything else is a fault of the test. */
export const refusalOf = (act: Promise<unknown>): Promise<Refusal> =>
  act.then(
    () => {
      throw new Error("it was not refused");
    },
    (fault) => {
      if (fault instanceof Refusal) return fault;
      throw fault;
    },
  );
