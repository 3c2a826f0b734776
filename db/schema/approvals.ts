import { sql } from "drizzle-orm";
import { bigint, check, index, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { cents, moment, reference } from "./columns.ts";
import { customers } from "./customers.ts";
import { users } from "./people.ts";

/** An order above its buyer's limit that a colleague was asked to approve. The cart of a waiting one is nobody's current cart. */
export const approvals = pgTable(
  "approvals",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    cartId: bigint("cart_id", { mode: "number" }).notNull(),
    requesterId: reference("requester_id")
      .notNull()
      .references(() => users.id),
    askedAt: moment("asked_at").notNull(),
    /** Why the requester needs it, in their words. */
    why: text("why"),
    paymentTermsId: reference("payment_terms_id"),
    addressId: reference("address_id"),
    poNumber: text("po_number"),
    notes: text("notes"),
    /** What it was worth when it was asked, freight included. */
    totalCents: cents("total_cents").notNull(),
    /** SHA-256 of what was shown to the requester. */
    shownHash: text("shown_hash").notNull(),
    /** The lines as the requester saw them (`ShownLine`). */
    shownLines: jsonb("shown_lines").notNull(),
    /** The limits it was above, as reasons with their amounts. */
    overLimits: jsonb("over_limits").notNull(),
    decidedAt: moment("decided_at"),
    /** The approver; the requester where they took it back. */
    decidedBy: reference("decided_by").references(() => users.id),
    decision: text("decision", { enum: ["approved", "returned", "withdrawn"] }),
    /** What the approver had to say. */
    word: text("word"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    uniqueIndex("approvals_one_waiting").on(t.customerId, t.cartId).where(sql`decided_at is null`),
    index("approvals_cart").on(t.customerId, t.cartId),
    check(
      "approvals_decided_whole",
      sql`(${t.decidedAt} is null) = (${t.decision} is null) and (${t.decidedAt} is null) = (${t.decidedBy} is null)`,
    ),
    check(
      "approvals_never_ones_own",
      sql`${t.decision} is null or (${t.decision} = 'withdrawn') = (${t.decidedBy} = ${t.requesterId})`,
    ),
  ],
);
