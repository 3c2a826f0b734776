import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, primaryKey } from "drizzle-orm/pg-core";
import { products } from "./catalog.ts";
import { moment, reference } from "./columns.ts";
import { customers } from "./customers.ts";
import { users } from "./people.ts";

/** What a customer said about replenishing a product: a quantity of their own, or that they take it no more. */
export const replenishmentChoices = pgTable(
  "replenishment_choices",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    /** The customer's own quantity; null: the usual one. */
    quantity: integer("quantity"),
    isHidden: boolean("is_hidden").notNull().default(false),
    byUserId: reference("by_user_id")
      .notNull()
      .references(() => users.id),
    at: moment("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.productId] }),
    check("replenishment_choices_quantity", sql`${t.quantity} between 1 and 100000`),
    check("replenishment_choices_something", sql`${t.isHidden} or ${t.quantity} is not null`),
  ],
);
