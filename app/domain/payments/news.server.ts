import type { Scope } from "#app/domain/customers/buyer.ts";
import { clockSkewSeconds, isPaymentSet } from "#app/gateways/stripe.server.ts";
import { isPaymentSilent, paymentsWaiting } from "./payment-list.server.ts";

/** What the office shall know of online payment wherever it is: that it is silent, and what waits to be decided. */
export interface PaymentNews {
  isSilent: boolean;
  decide: number;
  awaiting: number;
}

/** The news for the scope; null where online payment is not offered at all. */
export async function paymentNews(scope: Scope, asOf: Date): Promise<PaymentNews | null> {
  if (!isPaymentSet()) return null;
  const [waiting, isSilent] = await Promise.all([paymentsWaiting(scope), isPaymentSilent(asOf)]);
  return { ...waiting, isSilent };
}

/** For `/readyz`: how far our clock runs ahead of the payment house's; null without online payment, or before it answered. */
export const paymentClock = (): { skewSeconds: number | null } | null =>
  isPaymentSet() ? { skewSeconds: clockSkewSeconds() } : null;
