import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { products } from "./catalog.ts";
import { moment, reference } from "./columns.ts";
import { customers } from "./customers.ts";
import { users } from "./people.ts";

/** Products a customer keeps together under a name, for one of its buyers or for all; each buyer has one of favourites. */
export const lists = pgTable(
  "lists",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: integer("id").notNull().generatedAlwaysAsIdentity(),
    /** The buyer, or member of staff acting as the customer, who made it. */
    ownerId: reference("owner_id")
      .notNull()
      .references(() => users.id),
    /** Empty for favourites, which each language calls its own way. */
    name: text("name").notNull(),
    isShared: boolean("is_shared").notNull().default(false),
    isFavourites: boolean("is_favourites").notNull().default(false),
    createdAt: moment("created_at").notNull(),
    changedAt: moment("changed_at").notNull(),
    /** Removed, and brought back on wish while it is kept. */
    removedAt: moment("removed_at"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    uniqueIndex("lists_favourites").on(t.customerId, t.ownerId).where(sql`is_favourites`),
  ],
);

export const listLines = pgTable(
  "list_lines",
  {
    customerId: reference("customer_id").notNull(),
    listId: integer("list_id").notNull(),
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    quantity: integer("quantity").notNull(),
    /** Where it stands on the list; gaps are fine. */
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.listId, t.productId] }),
    foreignKey({ columns: [t.customerId, t.listId], foreignColumns: [lists.customerId, lists.id] }).onDelete("cascade"),
    check("list_lines_quantity", sql`${t.quantity} between 1 and 100000`),
  ],
);

/** Who wants to be told when a product can be had again; the row goes with the mail. */
export const stockWishes = pgTable(
  "stock_wishes",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    buyerId: reference("buyer_id")
      .notNull()
      .references(() => users.id),
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    wishedAt: moment("wished_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.buyerId, t.productId] }),
    index("stock_wishes_product").on(t.productId),
  ],
);
