import { boolean, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { moment, reference } from "./columns.ts";

/** Each file that came in, how far it got and what came of it. */
export const importRuns = pgTable("import_runs", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  kind: text("kind", { enum: ["customers", "products", "prices", "orders", "receivables"] }).notNull(),
  fileName: text("file_name").notNull(),
  /** Where the file lies on the machine until it has been taken in. */
  storedAs: text("stored_as"),
  mapping: jsonb("mapping"),
  isDryRun: boolean("is_dry_run").notNull().default(false),
  startedBy: reference("started_by"),
  startedAt: moment("started_at").notNull(),
  finishedAt: moment("finished_at"),
  rowsRead: integer("rows_read").notNull().default(0),
  progress: text("progress"),
  summary: jsonb("summary"),
  rejectedFile: text("rejected_file"),
  failure: text("failure"),
});
