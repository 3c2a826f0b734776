import { afterAll } from "vitest";
import { env } from "#app/env.server.ts";
import { testKey } from "#db/demo/payments/names.ts";
import { type Opening, openPaymentHouse } from "#db/demo/payments/payment-house.ts";

/** The secret every message of the double is signed with. */
export const webhookSecret = "whsec_of_the_double";

/** A payment house on the wire of the real one, at which this test file's shop now asks; it ends with the file. */
export async function openDouble(opening: Partial<Opening> = {}) {
  const house = await openPaymentHouse({ webhookSecret, hook: null, ...opening });
  Object.assign(env, {
    STRIPE_SECRET_KEY: testKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: house.url,
  });
  afterAll(() => house.stop());
  return house;
}
