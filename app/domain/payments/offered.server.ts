import { isPaymentSet, methodsOfAccount } from "#app/gateways/stripe.server.ts";
import type { PaymentMethod } from "./payment.ts";

const goodForMs = 10 * 60_000;
const askAgainAfterMs = 60_000;
const longestWaitMs = 1_500;

let known: PaymentMethod[] | null = null;
let askAgainAt = 0;
let asking: Promise<void> | null = null;

/** Asks the account which methods it has; a silence is asked about again in a minute, and what was known holds until then. */
async function ask(at: Date): Promise<void> {
  try {
    known = await methodsOfAccount();
    askAgainAt = at.getTime() + goodForMs;
  } catch {
    askAgainAt = at.getTime() + askAgainAfterMs;
  } finally {
    asking = null;
  }
}

/**
 * How an order can be paid online now: what the account has, card while it has not answered yet, nothing without a key. Nobody
 * waits for the answer longer than a moment.
 */
export async function methodsOffered(at: Date): Promise<PaymentMethod[]> {
  if (!isPaymentSet()) return [];
  if (at.getTime() >= askAgainAt) {
    asking ??= ask(at);
    if (known === null) {
      await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, longestWaitMs).unref())]);
    }
  }
  return known ?? ["card"];
}
