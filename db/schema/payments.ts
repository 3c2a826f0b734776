import { sql } from "drizzle-orm";
import { bigint, check, index, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { cents, moment, reference } from "./columns.ts";
import { customers } from "./customers.ts";

const isLive = sql`paid_at is null and failed_at is null and expired_at is null and cancelled_at is null`;

/**
 * Each time somebody set out to pay an order online. Its key is written before the payment house is asked, so that asking again
 * makes nothing twice. How far it came is read from its moments, which are set once and never taken back.
 */
export const paymentAttempts = pgTable(
  "payment_attempts",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    orderId: bigint("order_id", { mode: "number" }).notNull(),
    method: text("method", { enum: ["card", "boleto", "pix"] }).notNull(),
    amountCents: cents("amount_cents").notNull(),
    /** The idempotency key of the call that opens it. */
    key: text("key").notNull(),
    startedAt: moment("started_at").notNull(),
    startedBy: reference("started_by"),
    expiresAt: moment("expires_at").notNull(),
    /** The page of the payment house, known once it answered. */
    sessionId: text("session_id"),
    url: text("url"),
    openedAt: moment("opened_at"),
    /** A boleto was printed or a Pix code shown, and the money is awaited. */
    processingAt: moment("processing_at"),
    voucherUrl: text("voucher_url"),
    voucherDueAt: moment("voucher_due_at"),
    paidAt: moment("paid_at"),
    failedAt: moment("failed_at"),
    expiredAt: moment("expired_at"),
    cancelledAt: moment("cancelled_at"),
    /** What came in, as the payment house has it. */
    receivedCents: cents("received_cents"),
    receivedCurrency: text("received_currency"),
    /** Names the money at the payment house. */
    paymentRef: text("payment_ref"),
    /** The money was taken for the order; paid money that was not waits for somebody to decide. */
    appliedAt: moment("applied_at"),
    refundedAt: moment("refunded_at"),
    refundedCents: cents("refunded_cents").notNull().default(0),
    disputedAt: moment("disputed_at"),
    settledAt: moment("settled_at"),
    settledBy: reference("settled_by"),
    settledHow: text("settled_how", { enum: ["accepted", "refunded", "otherwise"] }),
    settledNote: text("settled_note"),
    /** The latest call about it that failed, in the payment house's own words. */
    lastError: text("last_error"),
    lastErrorAt: moment("last_error_at"),
    /** The latest call about it that was answered. */
    answeredAt: moment("answered_at"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    uniqueIndex("payment_attempts_live").on(t.customerId, t.orderId).where(isLive),
    uniqueIndex("payment_attempts_applied").on(t.customerId, t.orderId).where(sql`applied_at is not null`),
    uniqueIndex("payment_attempts_key").on(t.key),
    uniqueIndex("payment_attempts_session").on(t.sessionId),
    index("payment_attempts_order").on(t.customerId, t.orderId, t.id),
    index("payment_attempts_ref").on(t.paymentRef),
    index("payment_attempts_waiting").on(t.expiresAt).where(isLive),
    index("payment_attempts_failing").on(t.lastErrorAt).where(sql`last_error_at is not null`),
    check("payment_attempts_amount", sql`${t.amountCents} > 0`),
    check("payment_attempts_applied_paid", sql`${t.appliedAt} is null or ${t.paidAt} is not null`),
    check("payment_attempts_settled", sql`(${t.settledAt} is null) = (${t.settledHow} is null)`),
  ],
);

/** What the payment house told by itself, each once, written in the transaction of its effect. */
export const paymentEvents = pgTable("payment_events", {
  id: text("id").primaryKey(),
  type: text("type").notNull(),
  receivedAt: moment("received_at").notNull(),
  customerId: reference("customer_id").notNull(),
  attemptId: bigint("attempt_id", { mode: "number" }).notNull(),
});
