import { type SQL, sql } from "drizzle-orm";
import type { Cents } from "#app/domain/money.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type AttemptMoments, attemptStateOf, isLive, type PaymentMethod } from "./payment.ts";

/** An attempt to pay, with what of its order decides about it. */
export interface Attempt extends AttemptMoments {
  customerId: number;
  id: number;
  orderId: number;
  orderNumber: string;
  method: PaymentMethod;
  amountCents: Cents;
  key: string;
  startedAt: Date;
  expiresAt: Date;
  sessionId: string | null;
  url: string | null;
  voucherUrl: string | null;
  voucherDueAt: Date | null;
  receivedCents: Cents | null;
  receivedCurrency: string | null;
  paymentRef: string | null;
  appliedAt: Date | null;
  refundedAt: Date | null;
  refundedCents: Cents;
  disputedAt: Date | null;
  settledAt: Date | null;
  settledHow: "accepted" | "refunded" | "otherwise" | null;
  lastError: string | null;
  lastErrorAt: Date | null;
  order: { isCancelled: boolean; isPaid: boolean; isOnline: boolean };
}

const moments = [
  "startedAt",
  "expiresAt",
  "openedAt",
  "processingAt",
  "paidAt",
  "failedAt",
  "expiredAt",
  "cancelledAt",
  "voucherDueAt",
  "appliedAt",
  "refundedAt",
  "disputedAt",
  "settledAt",
  "lastErrorAt",
] as const;

const columns =
  sql.raw(`a.customer_id as "customerId", a.id, a.order_id as "orderId", o.number as "orderNumber", a.method,
  a.amount_cents as "amountCents", a.key, a.started_at as "startedAt", a.expires_at as "expiresAt", a.session_id as "sessionId",
  a.url, a.opened_at as "openedAt", a.processing_at as "processingAt", a.voucher_url as "voucherUrl",
  a.voucher_due_at as "voucherDueAt", a.paid_at as "paidAt", a.failed_at as "failedAt", a.expired_at as "expiredAt",
  a.cancelled_at as "cancelledAt", a.received_cents as "receivedCents", a.received_currency as "receivedCurrency",
  a.payment_ref as "paymentRef", a.applied_at as "appliedAt", a.refunded_at as "refundedAt",
  a.refunded_cents as "refundedCents", a.disputed_at as "disputedAt", a.settled_at as "settledAt",
  a.settled_how as "settledHow", a.last_error as "lastError", a.last_error_at as "lastErrorAt",
  json_build_object('isCancelled', o.cancelled_at is not null, 'isPaid', o.paid_at is not null,
    'isOnline', o.payment_method = 'online') as "order"`);

/** An attempt `a` whose end has not come, as SQL. */
export const liveText = "a.paid_at is null and a.failed_at is null and a.expired_at is null and a.cancelled_at is null";

/** The attempts a condition over attempt `a` and order `o` finds, as `tail` puts and limits them. */
export async function attemptsWhere(condition: SQL, tx: Tx, tail: SQL = sql`order by a.id`): Promise<Attempt[]> {
  const rows = await preparedRows<Attempt>(
    sql`select ${columns} from payment_attempts a
      join orders o on o.customer_id = a.customer_id and o.id = a.order_id where ${condition} ${tail}`,
    tx,
  );
  return rows.map((row) => {
    const dated = { ...row };
    for (const name of moments) dated[name] = (row[name] && new Date(row[name])) as Date;
    return dated;
  });
}

/** All attempts to pay an order, the first one first. */
export const attemptsOf = (customerId: number, orderId: number, tx: Tx = db): Promise<Attempt[]> =>
  attemptsWhere(sql`a.customer_id = ${customerId}::int and a.order_id = ${orderId}::bigint`, tx);

/** The one attempt of these that may still be paid; null without one. */
export const liveOf = (attempts: readonly Attempt[]): Attempt | null =>
  attempts.find((one) => isLive(attemptStateOf(one))) ?? null;

/** Money of these that nobody has taken for the order and nobody decided about. */
export const isInQuestion = (attempts: readonly Attempt[]): boolean =>
  attempts.some((one) => one.paidAt !== null && one.appliedAt === null && one.settledAt === null);

/** Notes a call about an attempt that failed, in the words of whom it asked. */
export async function noteSilence(attempt: Attempt, fault: Error, at: Date, tx: Tx = db): Promise<void> {
  await preparedRows(
    sql`update payment_attempts set last_error = ${fault.message.slice(0, 300)}::text, last_error_at = ${at.toISOString()}::timestamptz
      where customer_id = ${attempt.customerId}::int and id = ${attempt.id}::bigint`,
    tx,
  );
}
