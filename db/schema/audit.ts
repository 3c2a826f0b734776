import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { moment, reference } from "./columns.ts";

/** Who did what to whom, before and after; rows are only ever added. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment("at").notNull(),
    actorId: reference("actor_id"),
    customerId: reference("customer_id"),
    action: text("action").notNull(),
    subject: text("subject").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    requestId: text("request_id"),
  },
  (t) => [index("audit_entries_at").on(t.at), index("audit_entries_subject").on(t.subject)],
);
