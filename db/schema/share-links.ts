import { index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { categories, suppliers } from "./catalog.ts";
import { moment, reference } from "./columns.ts";
import { users } from "./people.ts";

/** Links that show a part of the catalogue without prices to whoever holds them, until they end. */
export const shareLinks = pgTable(
  "share_links",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    /** SHA-256 of the token in the address; the token itself is kept nowhere. */
    tokenHash: text("token_hash").notNull().unique(),
    name: text("name").notNull(),
    /** Only this category; null for all. */
    categoryId: reference("category_id").references(() => categories.id),
    /** Only this supplier; null for all. */
    supplierId: reference("supplier_id").references(() => suppliers.id),
    createdBy: reference("created_by")
      .notNull()
      .references(() => users.id),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    views: integer("views").notNull().default(0),
    lastViewedAt: moment("last_viewed_at"),
  },
  (t) => [index("share_links_creator").on(t.createdBy, t.createdAt)],
);
