import { bigint, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { day, moment, reference } from "./columns.ts";
import { customers } from "./customers.ts";
import { users } from "./people.ts";

/** Visits, calls and notes: planned, done, and what came of them. */
export const activities = pgTable(
  "activities",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    kind: text("kind", { enum: ["visit", "call", "message", "email", "note", "task"] }).notNull(),
    userId: reference("user_id")
      .notNull()
      .references(() => users.id),
    /** When it is due. */
    plannedAt: moment("planned_at"),
    checkedInAt: moment("checked_in_at"),
    latitude: text("latitude"),
    longitude: text("longitude"),
    doneAt: moment("done_at"),
    cancelledAt: moment("cancelled_at"),
    minutes: integer("minutes"),
    kilometres: integer("kilometres"),
    subject: text("subject"),
    outcome: text("outcome", {
      enum: ["ordered", "quoted", "interested", "no_need_now", "absent", "complaint", "lost", "other"],
    }),
    notes: text("notes"),
    nextStep: text("next_step"),
    nextStepOn: day("next_step_on"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    index("activities_user_planned").on(t.userId, t.plannedAt),
    index("activities_done").on(t.kind, t.doneAt),
    index("activities_id").on(t.id),
  ],
);

/** A contact about a quiet cart, once, with its text and what came of it. */
export const followUps = pgTable(
  "follow_ups",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    cartId: bigint("cart_id", { mode: "number" }).notNull(),
    userId: reference("user_id")
      .notNull()
      .references(() => users.id),
    medium: text("medium", { enum: ["whatsapp", "phone", "email"] }).notNull(),
    at: moment("at").notNull(),
    text: text("text"),
    outcome: text("outcome", {
      enum: ["will_order", "no_answer", "bought_elsewhere", "no_need_now", "wants_change", "other"],
    }),
    /** The reason as the customer told it, which may differ from the diagnosis. */
    toldReason: text("told_reason"),
    notes: text("notes"),
    outcomeAt: moment("outcome_at"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    index("follow_ups_cart").on(t.cartId),
    index("follow_ups_at").on(t.at),
  ],
);

/** What a buyer searched for in vain and asked their rep about: once a day each, however often it is sent. */
export const productAsks = pgTable(
  "product_asks",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    buyerId: reference("buyer_id")
      .notNull()
      .references(() => users.id),
    askedOn: day("asked_on").notNull(),
    /** The words as `searchable` compares them. */
    query: text("query").notNull(),
    askedAt: moment("asked_at").notNull(),
    /** The rep's task; the rep and what was asked are on it. */
    activityId: bigint("activity_id", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.buyerId, t.askedOn, t.query] })],
);
