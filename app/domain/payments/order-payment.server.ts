import { sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { isAwaitingPayment } from "#app/domain/orders/order.ts";
import type { OrderSheet } from "#app/domain/orders/order-sheet.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type Attempt, attemptsOf, isInQuestion, liveOf } from "./attempts.server.ts";
import { methodsOffered } from "./offered.server.ts";
import { type AttemptState, attemptStateOf, type PaymentMethod } from "./payment.ts";
import { lookAgain } from "./seeing.server.ts";

/** Longer than this nobody who comes back from paying waits for the look-up. */
const patienceMs = 4_000;

/** How the payment of an order stands, for its buyer. */
export interface OrderPaymentShown {
  isAwaiting: boolean;
  paidAt: Date | null;
  payByAt: Date | null;
  /** The way it was paid, or is being paid. */
  method: PaymentMethod | null;
  /** Of the attempt that counts: the live one, else the latest. Null before the first. */
  state: AttemptState | null;
  voucherUrl: string | null;
  voucherDueAt: Date | null;
  /** Money came in that the company has to look at first. */
  isInQuestion: boolean;
  methods: PaymentMethod[];
}

/** Looks the live attempt of the buyer's order up again, as after coming back from paying; false when nobody answered. */
export async function lookAtOrder(buyer: Buyer, number: string, at: Date): Promise<boolean> {
  const [order] = await preparedRows<{ id: number }>(
    sql`select id from orders where customer_id = ${buyer.customerId}::int and number = ${number}::text and payment_method = 'online'`,
  );
  const live = order ? liveOf(await attemptsOf(buyer.customerId, order.id)) : null;
  if (!live?.sessionId) return true;
  return (await lookAgain(live, at, patienceMs)) !== null;
}

const pick = (attempts: readonly Attempt[]): Attempt | null =>
  attempts.find((one) => one.appliedAt !== null) ?? liveOf(attempts) ?? attempts.at(-1) ?? null;

/** How the payment of an order stands; null for one on account. */
export async function paymentOf(order: OrderSheet, at: Date): Promise<OrderPaymentShown | null> {
  if (order.paymentMethod !== "online") return null;
  const isAwaiting = isAwaitingPayment(order);
  const [attempts, methods] = await Promise.all([
    attemptsOf(order.customerId, order.id),
    isAwaiting ? methodsOffered(at) : [],
  ]);
  const counts = pick(attempts);
  return {
    isAwaiting: isAwaiting && order.payByAt !== null && order.payByAt > at,
    paidAt: order.paidAt,
    payByAt: order.payByAt,
    method: counts?.method ?? null,
    state: counts && attemptStateOf(counts),
    voucherUrl: counts?.voucherUrl ?? null,
    voucherDueAt: counts?.voucherDueAt ?? null,
    isInQuestion: isInQuestion(attempts),
    methods,
  };
}
