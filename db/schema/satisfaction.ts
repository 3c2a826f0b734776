import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { moment, reference } from "./columns.ts";
import { customers } from "./customers.ts";
import { users } from "./people.ts";

/** The question how likely a buyer is to recommend the company: asked once for an order, answered once or put away. */
export const satisfactionQuestions = pgTable(
  "satisfaction_questions",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    /** No key to the orders' table: a large import begins that one anew. */
    orderId: bigint("order_id", { mode: "number" }).notNull(),
    buyerId: reference("buyer_id")
      .notNull()
      .references(() => users.id),
    askedAt: moment("asked_at").notNull(),
    /** 0 to 10; null while nobody has answered. */
    score: integer("score"),
    why: text("why"),
    answeredAt: moment("answered_at"),
    /** The buyer does not want to answer this one. */
    dismissedAt: moment("dismissed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.orderId] }),
    index("satisfaction_questions_buyer").on(t.buyerId, t.askedAt),
    index("satisfaction_questions_answered").on(t.answeredAt).where(sql`score is not null`),
    check("satisfaction_questions_score", sql`${t.score} between 0 and 10`),
    check("satisfaction_questions_answered", sql`(${t.score} is null) = (${t.answeredAt} is null)`),
  ],
);
