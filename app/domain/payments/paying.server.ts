import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { lockedCredit } from "#app/domain/credit/credit.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import { type OrderWish, placeOnlineOrder } from "#app/domain/orders/orders.server.ts";
import { keepGoodsUntil } from "#app/domain/orders/paying.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type Attempt, attemptsOf, attemptsWhere, isInQuestion, liveOf } from "./attempts.server.ts";
import { methodsOffered } from "./offered.server.ts";
import { closed, opened } from "./pages.server.ts";
import { attemptStateOf, mostAttempts, type PaymentMethod, pageClosesAt, payByFor } from "./payment.ts";

interface PayableOrder {
  customerId: number;
  id: number;
  number: string;
  totalCents: Cents;
  payByAt: Date | null;
  isPaid: boolean;
  isCancelled: boolean;
}

/** The order of the buyer's company; anybody else's does not exist (refused `not_found`). Its customer's row is locked. */
async function orderToPay(buyer: Buyer, number: string, tx: Tx): Promise<PayableOrder> {
  if (!buyer.mayOrder) throw new Refusal("views_only");
  await lockedCredit(buyer.customerId, tx);
  const [row] = await preparedRows<Omit<PayableOrder, "payByAt"> & { payByAt: string | null }>(
    sql`select customer_id as "customerId", id, number, goods_cents + freight_cents as "totalCents", pay_by_at as "payByAt",
        paid_at is not null as "isPaid", cancelled_at is not null as "isCancelled"
      from orders where customer_id = ${buyer.customerId}::int and number = ${number}::text and kind = 'order'`,
    tx,
  );
  if (!row) throw new Refusal("not_found", { what: "order" });
  return { ...row, payByAt: row.payByAt === null ? null : new Date(row.payByAt) };
}

function refuseUnlessPayable(order: PayableOrder, attempts: readonly Attempt[], at: Date): Date {
  if (order.isPaid) throw new Refusal("payment_done");
  if (order.isCancelled || order.payByAt === null || order.payByAt <= at) throw new Refusal("payment_over");
  if (isInQuestion(attempts)) throw new Refusal("payment_pending");
  return order.payByAt;
}

/**
 * The attempt by which the order is paid now: the live one, if it is of the same method and its page still open, or a new one,
 * whose key is written before anybody is asked. Null while another live one has to be closed first, which is `other`.
 */
async function attemptFor(
  buyer: Buyer,
  number: string,
  method: PaymentMethod,
  at: Date,
): Promise<{ attempt: Attempt; other: null } | { attempt: null; other: Attempt }> {
  return withTx(async (tx) => {
    const order = await orderToPay(buyer, number, tx);
    const attempts = await attemptsOf(order.customerId, order.id, tx);
    const payByAt = refuseUnlessPayable(order, attempts, at);
    const live = liveOf(attempts);
    if (live?.method === method && live.expiresAt > at && attemptStateOf(live) !== "processing") {
      return { attempt: live, other: null };
    }
    if (live) return { attempt: null, other: live };
    if (attempts.length >= mostAttempts) throw new Refusal("payment_too_often");
    const expiresAt = pageClosesAt(payByAt, at);
    await keepGoodsUntil(order, expiresAt, tx);
    const [made] = await preparedRows<{ id: number }>(
      sql`insert into payment_attempts (customer_id, order_id, method, amount_cents, key, started_at, started_by, expires_at)
        values (${order.customerId}::int, ${order.id}::bigint, ${method}::text, ${order.totalCents}::bigint,
          ${`carteira-${randomUUID()}`}::text, ${at.toISOString()}::timestamptz, ${buyer.actingUserId ?? buyer.userId}::int,
          ${expiresAt.toISOString()}::timestamptz)
        returning id`,
      tx,
    );
    const which = sql`a.customer_id = ${order.customerId}::int and a.id = ${made?.id ?? 0}::bigint`;
    const [attempt] = await attemptsWhere(which, tx);
    if (!attempt) throw new Error("a new payment attempt is gone");
    return { attempt, other: null };
  });
}

/**
 * Sets out to pay an order and gives the address of the page on which it is paid. However often it is asked, in however many
 * tabs, an order has one page at a time. Refused with `payment_silent` when the payment house does not answer: the order stands,
 * and asking again goes on with the same key.
 */
export async function startPayment(
  buyer: Buyer,
  number: string,
  method: PaymentMethod,
  at: Date,
): Promise<{ url: string }> {
  if (!(await methodsOffered(at)).includes(method)) throw new Refusal("payment_not_offered");
  for (let turn = 0; turn < 3; turn++) {
    const { attempt, other } = await attemptFor(buyer, number, method, at);
    if (other) await closed(other, "cancelled", at);
    else if (attempt.url) return { url: attempt.url };
    else return { url: await opened(attempt, at) };
  }
  throw new Refusal("payment_silent");
}

/** Codes of a payment that could not be begun although the order stands. */
const waits = ["payment_silent", "payment_refused", "payment_over", "payment_pending"];

/**
 * Orders the cart to be paid online and opens the page to pay it. The order stands even when that page cannot be had now: then
 * there is no address but the reason why, and it is paid later from the order. Staff who act for a buyer order only.
 */
export async function orderAndPay(
  buyer: Buyer,
  wish: Omit<OrderWish, "paymentTermsId">,
  method: PaymentMethod,
  at: Date,
): Promise<{ number: string; url: string | null; why: string | null }> {
  if (!(await methodsOffered(at)).includes(method)) throw new Refusal("payment_not_offered");
  const { number } = await placeOnlineOrder(buyer, wish, payByFor(at), at);
  if (buyer.actingUserId !== null) return { number, url: null, why: null };
  try {
    return { number, ...(await startPayment(buyer, number, method, at)), why: null };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { number, url: null, why: waits.includes(fault.code) ? fault.code : null };
  }
}
