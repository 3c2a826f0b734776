import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { cents, moment, reference } from "./columns.ts";

export const suppliers = pgTable("suppliers", {
  id: integer("id").primaryKey().generatedByDefaultAsIdentity(),
  code: text("code").notNull().unique(),
  name: text("name").notNull(),
  minimumOrderCents: cents("minimum_order_cents").notNull().default(0),
  isActive: boolean("is_active").notNull().default(true),
});

export const categories = pgTable("categories", {
  id: integer("id").primaryKey().generatedByDefaultAsIdentity(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  position: integer("position").notNull().default(0),
  /** Path of the drawn picture for products without their own. */
  picture: text("picture"),
});

export const products = pgTable(
  "products",
  {
    id: integer("id").primaryKey().generatedByDefaultAsIdentity(),
    sku: text("sku").notNull().unique(),
    ean: text("ean"),
    name: text("name").notNull(),
    description: text("description"),
    unit: text("unit").notNull().default("un"),
    packMultiple: integer("pack_multiple").notNull().default(1),
    minimumQuantity: integer("minimum_quantity").notNull().default(1),
    supplierId: reference("supplier_id").references(() => suppliers.id),
    categoryId: reference("category_id").references(() => categories.id),
    picture: text("picture"),
    isActive: boolean("is_active").notNull().default(true),
    isImported: boolean("is_imported").notNull().default(false),
    /** Accent-free lower-case text of SKU, EAN, name, supplier and category, for search. */
    searchText: text("search_text").notNull().default(""),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    index("products_name").on(t.name, t.id).where(sql`is_active`),
    index("products_category").on(t.categoryId, t.name, t.id),
    index("products_supplier").on(t.supplierId),
    index("products_ean").on(t.ean),
    index("products_search").using("gin", sql`${t.searchText} gin_trgm_ops`),
    check("products_pack", sql`${t.packMultiple} >= 1 and ${t.minimumQuantity} >= 1`),
  ],
);

/** What is on hand and what of it is promised to orders not yet invoiced; a product without a row has none. */
export const stock = pgTable(
  "stock",
  {
    productId: reference("product_id")
      .primaryKey()
      .references(() => products.id),
    onHand: integer("on_hand").notNull().default(0),
    reserved: integer("reserved").notNull().default(0),
  },
  (t) => [check("stock_never_below_zero", sql`${t.reserved} >= 0 and ${t.onHand} >= ${t.reserved}`)],
);

/** What the office would sell in place of a product that is not there, the best first. */
export const productSubstitutes = pgTable(
  "product_substitutes",
  {
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    substituteId: reference("substitute_id")
      .notNull()
      .references(() => products.id),
    /** Where it stands in the order of preference; gaps are fine. */
    position: integer("position").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.substituteId] }),
    check("product_substitutes_another", sql`${t.productId} <> ${t.substituteId}`),
  ],
);

/** Every change of `stock.on_hand` with its reason; their sum is the quantity on hand. */
export const stockMovements = pgTable(
  "stock_movements",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    quantity: integer("quantity").notNull(),
    reason: text("reason", { enum: ["opening", "purchase", "count", "invoiced", "returned", "import"] }).notNull(),
    note: text("note"),
    at: moment("at").notNull(),
    byUserId: reference("by_user_id"),
    orderNumber: text("order_number"),
  },
  (t) => [index("stock_movements_product").on(t.productId, t.at)],
);
