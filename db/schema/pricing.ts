import { sql } from "drizzle-orm";
import { boolean, char, check, index, integer, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { products } from "./catalog.ts";
import { day, moment, priceE4, reference } from "./columns.ts";
import { customerGroups, customers } from "./customers.ts";

/**
 * A list of prices and whom it is for: `general` is everybody's last resort, `uf` and `group` serve a state or a group,
 * `assigned` serves the customers it was given to.
 */
export const priceTables = pgTable(
  "price_tables",
  {
    id: integer("id").primaryKey().generatedByDefaultAsIdentity(),
    code: text("code").notNull().unique(),
    name: text("name").notNull(),
    scope: text("scope", { enum: ["general", "uf", "group", "assigned"] }).notNull(),
    uf: char("uf", { length: 2 }),
    groupId: reference("group_id").references(() => customerGroups.id),
    validFrom: day("valid_from"),
    /** First day on which it no longer counts. */
    validUntil: day("valid_until"),
    isActive: boolean("is_active").notNull().default(true),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("price_tables_one_general").on(t.scope).where(sql`scope = 'general' and is_active`),
    uniqueIndex("price_tables_one_a_uf").on(t.uf).where(sql`scope = 'uf' and is_active`),
    uniqueIndex("price_tables_one_a_group").on(t.groupId).where(sql`scope = 'group' and is_active`),
  ],
);

/** A price of a table from a quantity on: quantity 1 is the base price, more are volume breaks. */
export const prices = pgTable(
  "prices",
  {
    priceTableId: reference("price_table_id")
      .notNull()
      .references(() => priceTables.id),
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    fromQuantity: integer("from_quantity").notNull().default(1),
    unitPriceE4: priceE4("unit_price_e4").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.priceTableId, t.productId, t.fromQuantity] }),
    index("prices_product").on(t.productId),
    check("prices_positive", sql`${t.unitPriceE4} >= 0 and ${t.fromQuantity} >= 1`),
  ],
);

/** A price agreed with one customer for one product, from a quantity on and within its days. */
export const customerPrices = pgTable(
  "customer_prices",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    fromQuantity: integer("from_quantity").notNull().default(1),
    unitPriceE4: priceE4("unit_price_e4").notNull(),
    validFrom: day("valid_from"),
    /** First day on which it no longer counts. */
    validUntil: day("valid_until"),
    note: text("note"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.productId, t.fromQuantity] }),
    check("customer_prices_positive", sql`${t.unitPriceE4} >= 0 and ${t.fromQuantity} >= 1`),
  ],
);
