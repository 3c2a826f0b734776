import type { Scope } from "#app/domain/customers/buyer.ts";
import { clockSkewSeconds, isPaymentSet } from "#app/gateways/stripe.server.ts";
import { isPaymentSilent, paymentsWaiting } from "./payment-list.server.ts";

/** The payment house's messages are not believed when the clocks differ by this much. */
const mostSkewSeconds = 300;

/** What the office shall know of online payment wherever it is: that it is silent, or not believed, and what waits to be decided. */
export interface PaymentNews {
  isSilent: boolean;
  /** Our clock is so wrong that what the payment house tells is refused. */
  isClockWrong: boolean;
  decide: number;
  awaiting: number;
}

/** The news for the scope; null where online payment is not offered at all. */
export async function paymentNews(scope: Scope, asOf: Date): Promise<PaymentNews | null> {
  if (!isPaymentSet()) return null;
  const [waiting, isSilent] = await Promise.all([paymentsWaiting(scope), isPaymentSilent(asOf)]);
  return { ...waiting, isSilent, isClockWrong: paymentClock()?.isWrong ?? false };
}

/** How far our clock runs ahead of the payment house's, as it last answered this process. */
export interface PaymentClock {
  /** Null before it answered. */
  skewSeconds: number | null;
  isWrong: boolean;
}

/** For `/readyz` and the office; null without online payment. */
export function paymentClock(): PaymentClock | null {
  if (!isPaymentSet()) return null;
  const skewSeconds = clockSkewSeconds();
  return { skewSeconds, isWrong: skewSeconds !== null && Math.abs(skewSeconds) >= mostSkewSeconds };
}
