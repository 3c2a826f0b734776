import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  char,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { categories, products, suppliers } from "./catalog.ts";
import { day, moment, priceE4, reference } from "./columns.ts";
import { customerGroups, customers } from "./customers.ts";

/**
 * A list of prices and whom it is for: `general` is everybody's last resort, `uf` and `group` serve a state or a group,
 * `assigned` serves the customers it was given to. A table with a base is made of that table's prices, changed by basis points,
 * wherever it says no price of its own; one with a supplier serves that supplier's products only.
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
    /** Null for every supplier's products. */
    supplierId: reference("supplier_id").references(() => suppliers.id),
    baseTableId: reference("base_table_id").references((): AnyPgColumn => priceTables.id),
    baseBasisPoints: integer("base_basis_points"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("price_tables_one_general")
      .on(t.scope, sql`coalesce(supplier_id, 0)`)
      .where(sql`scope = 'general' and is_active`),
    uniqueIndex("price_tables_one_a_uf").on(t.uf, sql`coalesce(supplier_id, 0)`).where(sql`scope = 'uf' and is_active`),
    uniqueIndex("price_tables_one_a_group")
      .on(t.groupId, sql`coalesce(supplier_id, 0)`)
      .where(sql`scope = 'group' and is_active`),
    index("price_tables_base").on(t.baseTableId),
    check(
      "price_tables_formula",
      sql`(${t.baseTableId} is null) = (${t.baseBasisPoints} is null) and ${t.baseTableId} is distinct from ${t.id}
        and (${t.baseBasisPoints} is null or ${t.baseBasisPoints} between -9999 and 100000)`,
    ),
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

/**
 * A lower price for a while: a percentage off or a fixed price, from a quantity on, for all or some customers, on chosen products,
 * a category or a supplier. `used_units` counts what was ordered of a limited one, in the order's own transaction.
 */
export const promotions = pgTable(
  "promotions",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    name: text("name").notNull(),
    /** Taken off the table price; null where the price is fixed. */
    offBasisPoints: integer("off_basis_points"),
    unitPriceE4: priceE4("unit_price_e4"),
    fromQuantity: integer("from_quantity").notNull().default(1),
    scope: text("scope", { enum: ["products", "category", "supplier"] }).notNull(),
    categoryId: reference("category_id").references(() => categories.id),
    supplierId: reference("supplier_id").references(() => suppliers.id),
    audience: text("audience", { enum: ["all", "group", "uf", "customers"] }).notNull(),
    groupId: reference("group_id").references(() => customerGroups.id),
    uf: char("uf", { length: 2 }),
    validFrom: day("valid_from").notNull(),
    /** First day on which it no longer counts. */
    validUntil: day("valid_until").notNull(),
    /** Null: as long as stock lasts. */
    unitLimit: integer("unit_limit"),
    usedUnits: integer("used_units").notNull().default(0),
    endedAt: moment("ended_at"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    index("promotions_days").on(t.validUntil, t.validFrom),
    check(
      "promotions_rule",
      sql`(${t.offBasisPoints} is null) <> (${t.unitPriceE4} is null) and ${t.fromQuantity} >= 1
        and (${t.offBasisPoints} is null or ${t.offBasisPoints} between 1 and 9999) and (${t.unitPriceE4} is null or ${t.unitPriceE4} > 0)`,
    ),
    check(
      "promotions_scope",
      sql`(${t.scope} = 'category') = (${t.categoryId} is not null) and (${t.scope} = 'supplier') = (${t.supplierId} is not null)
        and (${t.audience} = 'group') = (${t.groupId} is not null) and (${t.audience} = 'uf') = (${t.uf} is not null)`,
    ),
    check("promotions_days_in_order", sql`${t.validFrom} < ${t.validUntil}`),
    check(
      "promotions_units",
      sql`${t.usedUnits} >= 0 and (${t.unitLimit} is null or (${t.unitLimit} >= 1 and ${t.usedUnits} <= ${t.unitLimit}))`,
    ),
  ],
);

/** The products a promotion of chosen products is on. */
export const promotionProducts = pgTable(
  "promotion_products",
  {
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    promotionId: reference("promotion_id")
      .notNull()
      .references(() => promotions.id),
  },
  (t) => [
    primaryKey({ columns: [t.productId, t.promotionId] }),
    index("promotion_products_promotion").on(t.promotionId),
  ],
);

/** The customers a promotion for chosen customers is for. */
export const promotionCustomers = pgTable(
  "promotion_customers",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    promotionId: reference("promotion_id")
      .notNull()
      .references(() => promotions.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.promotionId] }),
    index("promotion_customers_promotion").on(t.promotionId),
  ],
);

/** What an order took of a promotion; given back when the order is cancelled, and taken again if it is taken up again. */
export const promotionUses = pgTable(
  "promotion_uses",
  {
    customerId: reference("customer_id").notNull(),
    orderId: bigint("order_id", { mode: "number" }).notNull(),
    promotionId: reference("promotion_id")
      .notNull()
      .references(() => promotions.id),
    units: integer("units").notNull(),
    returnedAt: moment("returned_at"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.orderId, t.promotionId] }),
    index("promotion_uses_promotion").on(t.promotionId),
    check("promotion_uses_units", sql`${t.units} >= 1`),
  ],
);

/**
 * What a tax is expected to add, as a share of the goods value: by category, supplier and state, null meaning any. Only an
 * estimate; the invoice of the ERP is what is owed.
 */
export const taxRules = pgTable(
  "tax_rules",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    /** The name the tax goes by, e.g. IPI, ICMS-ST, IBS, CBS. */
    component: text("component").notNull(),
    basisPoints: integer("basis_points").notNull(),
    categoryId: reference("category_id").references(() => categories.id),
    supplierId: reference("supplier_id").references(() => suppliers.id),
    uf: char("uf", { length: 2 }),
    validFrom: day("valid_from").notNull(),
    /** First day on which it no longer counts. */
    validUntil: day("valid_until"),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    check("tax_rules_rate", sql`${t.basisPoints} between 0 and 20000`),
    check("tax_rules_days", sql`${t.validUntil} is null or ${t.validFrom} <= ${t.validUntil}`),
  ],
);
