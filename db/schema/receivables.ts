import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { cents, day, moment, reference } from "./columns.ts";
import { customers } from "./customers.ts";

/** What a customer owes, one row an instalment: made when an order is invoiced, or brought in from another system. */
export const receivables = pgTable(
  "receivables",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    kind: text("kind", { enum: ["order", "imported"] }).notNull(),
    /** The number of the title as people name it: `1000123/1`, or as the other system has it. */
    document: text("document").notNull(),
    /** The order it belongs to, by its number; of an imported one it may be a number that is not known here. */
    orderNumber: text("order_number"),
    instalment: integer("instalment").notNull().default(1),
    instalments: integer("instalments").notNull().default(1),
    issuedOn: day("issued_on").notNull(),
    dueOn: day("due_on").notNull(),
    amountCents: cents("amount_cents").notNull(),
    /** The sum of its payments, counter entries among them. */
    paidCents: cents("paid_cents").notNull().default(0),
    /** The day it was paid to the last centavo; null while something is open. */
    paidOn: day("paid_on"),
    createdAt: moment("created_at").notNull(),
    /** What was still open then is no longer owed. */
    cancelledAt: moment("cancelled_at"),
    cancelReason: text("cancel_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    uniqueIndex("receivables_document").on(t.customerId, t.document),
    uniqueIndex("receivables_instalment").on(t.customerId, t.orderNumber, t.instalment).where(sql`kind = 'order'`),
    index("receivables_open").on(t.customerId, t.dueOn).where(sql`paid_cents < amount_cents and cancelled_at is null`),
    index("receivables_due").on(t.dueOn).where(sql`paid_cents < amount_cents and cancelled_at is null`),
    index("receivables_id").on(t.id),
    check("receivables_amount", sql`${t.amountCents} > 0`),
    check("receivables_paid", sql`${t.paidCents} between 0 and ${t.amountCents}`),
    check("receivables_paid_on", sql`(${t.paidOn} is null) = (${t.paidCents} < ${t.amountCents})`),
  ],
);

/** Each payment of a receivable; a wrong one is never taken away, it gets a counter entry. */
export const receivablePayments = pgTable(
  "receivable_payments",
  {
    customerId: reference("customer_id").notNull(),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    receivableId: bigint("receivable_id", { mode: "number" }).notNull(),
    /** Negative for a counter entry. */
    amountCents: cents("amount_cents").notNull(),
    paidOn: day("paid_on").notNull(),
    /** The payment this entry takes back. */
    countersId: bigint("counters_id", { mode: "number" }),
    note: text("note"),
    at: moment("at").notNull(),
    /** Null when it came in with a file. */
    byUserId: reference("by_user_id"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    index("receivable_payments_receivable").on(t.customerId, t.receivableId),
    uniqueIndex("receivable_payments_counter").on(t.customerId, t.countersId),
    foreignKey({
      name: "receivable_payments_of",
      columns: [t.customerId, t.receivableId],
      foreignColumns: [receivables.customerId, receivables.id],
    }),
    check("receivable_payments_amount", sql`${t.amountCents} <> 0`),
  ],
);

/** Leave to order although the credit is held: for one order (no day), or up to a day. Kept for ever. */
export const creditOverrides = pgTable(
  "credit_overrides",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    untilOn: day("until_on"),
    reason: text("reason").notNull(),
    at: moment("at").notNull(),
    byUserId: reference("by_user_id").notNull(),
    /** The order it was used for, when it was for one. */
    usedAt: moment("used_at"),
    usedOrderNumber: text("used_order_number"),
    revokedAt: moment("revoked_at"),
    revokedBy: reference("revoked_by"),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.id] })],
);
