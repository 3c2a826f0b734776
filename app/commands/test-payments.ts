import { randomBytes } from "node:crypto";
import { besideTheDemo } from "#db/demo/payments/keeping.server.ts";
import { testKey } from "#db/demo/payments/names.ts";
import { openPaymentHouse } from "#db/demo/payments/payment-house.ts";
import { Misuse } from "./session.ts";

/**
 * Opens the demo's payment house, on which payments are tried and no money moves, and points this process and those it starts to
 * it. Only for a demo without a key of its own; anybody else is refused.
 */
export async function tryPaymentsInDemo(shop: {
  isDemo: boolean;
  databaseUrl: string;
  appUrl: string;
  /** Where the shop itself listens, for what it is told. */
  listensAt: string;
}): Promise<{ environment: Record<string, string>; stop: () => Promise<void> }> {
  if (!shop.isDemo || process.env.STRIPE_SECRET_KEY) throw new Misuse("Payments are only tried in the demo.");
  const webhookSecret = `whsec_${randomBytes(24).toString("hex")}`;
  const house = await openPaymentHouse({
    webhookSecret,
    publicUrl: shop.appUrl,
    hook: `${shop.listensAt}/webhooks/stripe`,
    keeping: besideTheDemo(shop.databaseUrl, shop.appUrl),
  });
  const environment = {
    STRIPE_SECRET_KEY: testKey,
    STRIPE_WEBHOOK_SECRET: webhookSecret,
    STRIPE_API_BASE: house.url,
  };
  return { environment, stop: () => house.stop() };
}

/** The same beside a demo that is being started, for the environment it was started with; gives how it ends. */
export async function tryPaymentsBeside(said: {
  APP_URL: string;
  HOST: string;
  PORT: number;
}): Promise<() => Promise<void>> {
  const host = ["0.0.0.0", "::"].includes(said.HOST) ? "127.0.0.1" : said.HOST;
  const listensAt = `http://${host.includes(":") ? `[${host}]` : host}:${said.PORT}`;
  const databaseUrl = process.env.DATABASE_URL ?? "";
  const trying = await tryPaymentsInDemo({ isDemo: true, databaseUrl, appUrl: said.APP_URL, listensAt });
  Object.assign(process.env, trying.environment);
  return trying.stop;
}
