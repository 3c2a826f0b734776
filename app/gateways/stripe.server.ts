import type Stripe from "stripe";
import type { Cents } from "#app/domain/money.ts";
import {
  boletoDays,
  type PaymentMethod,
  paymentMethods,
  type SeenState,
  type Sighting,
} from "#app/domain/payments/payment.ts";
import { env } from "#app/env.server.ts";

/** Whether orders can be paid online here at all. */
export const isPaymentSet = (): boolean => env.STRIPE_SECRET_KEY !== undefined;

/** The payment house did not answer, or not for now; asking again with the same key makes nothing twice. */
export class PaymentSilence extends Error {
  override name = "PaymentSilence";
}

/** The payment house said no, for good. */
export class PaymentNo extends Error {
  override name = "PaymentNo";
}

/** A message that was not signed by the payment house, or too long ago. */
export class UnsignedEvent extends Error {
  override name = "UnsignedEvent";
}

/** The page answers within this time, however often the library tries again behind it. */
const patienceMs = 11_000;
const toleranceSeconds = 300;

let asked: Promise<Stripe> | null = null;
let skewSeconds: number | null = null;

/** How far our clock runs ahead of the payment house's, in whole seconds; null before it answered. At 300 every event is refused. */
export const clockSkewSeconds = (): number | null => skewSeconds;

/** The library is large, so it is loaded with the first question. */
function house(): Promise<Stripe> {
  asked ??= import("stripe").then(({ default: Library }) => {
    const base = env.STRIPE_API_BASE ? new URL(env.STRIPE_API_BASE) : null;
    return new Library(env.STRIPE_SECRET_KEY as string, {
      apiVersion: "2026-10-28.endive",
      timeout: 10_000,
      maxNetworkRetries: 2,
      telemetry: false,
      ...(base && {
        host: base.hostname,
        port: base.port || (base.protocol === "https:" ? 443 : 80),
        protocol: base.protocol === "https:" ? ("https" as const) : ("http" as const),
      }),
    });
  });
  return asked;
}

async function answerOf<T extends object>(
  question: (stripe: Stripe) => Promise<Stripe.Response<T>>,
  patience = patienceMs,
): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new PaymentSilence(`no answer within ${patience / 1000} s`)), patience).unref();
  });
  try {
    const answer = await Promise.race([house().then(question), late]);
    const said = Date.parse(answer.lastResponse.headers.date ?? "");
    if (!Number.isNaN(said)) skewSeconds = Math.round((Date.now() - said) / 1000);
    return answer;
  } catch (fault) {
    throw inOurWords(fault);
  }
}

/** A no is one that asking again cannot change: the request itself, or a fault kept under its key. */
function inOurWords(fault: unknown): unknown {
  const said = fault as Partial<Stripe.errors.StripeError> & Error;
  if (typeof said.type !== "string" || !said.type.startsWith("Stripe")) return fault;
  const message = `${said.message}${said.requestId ? ` (${said.requestId})` : ""}`.slice(0, 300);
  const status = said.statusCode ?? 0;
  const isKept = said.headers?.["idempotent-replayed"] === "true";
  const isForNow = status === 0 || status === 409 || status === 429 || (status >= 500 && !isKept);
  return isForNow ? new PaymentSilence(message) : new PaymentNo(message);
}

/** The methods this account has, as it says itself. */
export async function methodsOfAccount(): Promise<PaymentMethod[]> {
  const found = await answerOf((stripe) => stripe.paymentMethodConfigurations.list({ limit: 20 }), 4_000);
  const usual = found.data.find((one) => one.is_default && one.active) ?? found.data.find((one) => one.active);
  return usual ? paymentMethods.filter((method) => usual[method]?.available === true) : [];
}

/** An order to be paid, and where its buyer comes back to. */
export interface PageWish {
  key: string;
  orderNumber: string;
  title: string;
  amountCents: Cents;
  method: PaymentMethod;
  email: string | null;
  language: "pt-BR" | "en";
  expiresAt: Date;
  backPaid: string;
  backUnpaid: string;
}

/** Opens the page on which an order is paid; the same key always gives the same page. */
export async function openPage(wish: PageWish): Promise<Sighting & { url: string | null }> {
  const session = await answerOf((stripe) =>
    stripe.checkout.sessions.create(
      {
        mode: "payment",
        allowed_payment_method_types: [wish.method],
        line_items: [
          {
            quantity: 1,
            price_data: { currency: "brl", unit_amount: wish.amountCents, product_data: { name: wish.title } },
          },
        ],
        client_reference_id: wish.orderNumber,
        ...(wish.email && { customer_email: wish.email }),
        locale: wish.language === "en" ? "en" : "pt-BR",
        success_url: wish.backPaid,
        cancel_url: wish.backUnpaid,
        expires_at: Math.floor(wish.expiresAt.getTime() / 1000),
        metadata: { attempt: wish.key, order: wish.orderNumber },
        payment_intent_data: { metadata: { attempt: wish.key, order: wish.orderNumber } },
        ...(wish.method === "boleto" && { payment_method_options: { boleto: { expires_after_days: boletoDays } } }),
        expand: ["payment_intent"],
      },
      { idempotencyKey: wish.key },
    ),
  );
  return { ...sightingOf(session), url: session.url };
}

/** Looks at a page and what became of it. */
export async function lookAtPage(sessionId: string, patience?: number): Promise<Sighting> {
  return sightingOf(await answerOf((stripe) => askedAgain(stripe, sessionId), patience));
}

const askedAgain = (stripe: Stripe, sessionId: string) =>
  stripe.checkout.sessions.retrieve(sessionId, { expand: ["payment_intent"] });

/** Closes a page, or the boleto or Pix it led to, so that nobody can pay it any more; gives what it was when it closed. */
export async function closePage(sessionId: string): Promise<Sighting> {
  const session = await answerOf((stripe) => askedAgain(stripe, sessionId));
  try {
    if (session.status === "open") {
      return sightingOf(await answerOf((stripe) => stripe.checkout.sessions.expire(sessionId)));
    }
    const intent = intentOf(session);
    if (session.status === "complete" && session.payment_status === "unpaid" && intent) {
      await answerOf((stripe) => stripe.paymentIntents.cancel(intent.id));
    }
  } catch (fault) {
    if (!(fault instanceof PaymentNo)) throw fault;
  }
  return lookAtPage(sessionId);
}

/** Pays money back, whole; asked twice it goes back once. */
export async function payBack(paymentRef: string, key: string): Promise<{ cents: Cents }> {
  const refund = await answerOf((stripe) =>
    stripe.refunds.create({ payment_intent: paymentRef }, { idempotencyKey: `${key}-refund` }),
  );
  return { cents: refund.amount };
}

/** What has become of money since it came in: what went back, and whether it is disputed. */
export async function lookAtMoney(paymentRef: string): Promise<{ refundedCents: Cents; isDisputed: boolean }> {
  const intent = await answerOf((stripe) => stripe.paymentIntents.retrieve(paymentRef, { expand: ["latest_charge"] }));
  const charge = typeof intent.latest_charge === "string" ? null : intent.latest_charge;
  return { refundedCents: charge?.amount_refunded ?? 0, isDisputed: charge?.disputed ?? false };
}

/** What the payment house told by itself; only what it is about, for the thing itself is looked at again. */
export interface Told {
  id: string;
  type: string;
  about: { sessionId: string } | { paymentRef: string } | null;
}

/** Reads a message of the payment house; refused (`UnsignedEvent`) unless it is signed, and lately. */
export async function readEvent(body: string, signature: string): Promise<Told> {
  const stripe = await house();
  const secret = env.STRIPE_WEBHOOK_SECRET ?? "";
  try {
    const event = stripe.webhooks.constructEvent(body, signature, secret, toleranceSeconds);
    return { id: event.id, type: event.type, about: aboutOf(event) };
  } catch (fault) {
    throw new UnsignedEvent(fault instanceof Error ? fault.message : "unreadable");
  }
}

function aboutOf(event: Stripe.Event): Told["about"] {
  switch (event.type) {
    case "checkout.session.completed":
    case "checkout.session.async_payment_succeeded":
    case "checkout.session.async_payment_failed":
    case "checkout.session.expired":
      return { sessionId: event.data.object.id };
    case "charge.refunded":
    case "charge.dispute.created": {
      const named = event.data.object.payment_intent;
      const paymentRef = typeof named === "string" ? named : named?.id;
      return paymentRef ? { paymentRef } : null;
    }
    default:
      return null;
  }
}

const intentOf = (session: Stripe.Checkout.Session): Stripe.PaymentIntent | null =>
  typeof session.payment_intent === "string" ? null : session.payment_intent;

function sightingOf(session: Stripe.Checkout.Session): Sighting {
  const intent = intentOf(session);
  const next = intent?.next_action;
  const slip = next?.boleto_display_details;
  const code = next?.pix_display_qr_code;
  const dueAt = slip?.expires_at ?? code?.expires_at ?? null;
  const state = seenStateOf(session, intent);
  return {
    sessionId: session.id,
    key: session.metadata?.attempt ?? null,
    state,
    receivedCents: state === "paid" ? (intent?.amount_received ?? session.amount_total) : null,
    currency: session.currency,
    paymentRef: intent?.id ?? (typeof session.payment_intent === "string" ? session.payment_intent : null),
    voucherUrl: slip?.hosted_voucher_url ?? code?.hosted_instructions_url ?? null,
    voucherDueAt: dueAt === null ? null : new Date(dueAt * 1000),
  };
}

function seenStateOf(session: Stripe.Checkout.Session, intent: Stripe.PaymentIntent | null): SeenState {
  if (session.payment_status === "paid") return "paid";
  if (session.status === "expired") return "expired";
  if (session.status !== "complete") return "open";
  const isOver = intent?.status === "canceled" || intent?.status === "requires_payment_method";
  return isOver ? "failed" : "processing";
}
