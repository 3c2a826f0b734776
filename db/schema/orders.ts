import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSequence,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { products } from "./catalog.ts";
import { cents, day, moment, priceE4, reference } from "./columns.ts";
import { customers } from "./customers.ts";

/** The numbers of orders placed here; imported ones keep theirs. */
export const orderNumbers = pgSequence("order_numbers", { startWith: 1_000_001 });

export const orders = pgTable(
  "orders",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: bigint("id", { mode: "number" }).notNull().generatedByDefaultAsIdentity(),
    number: text("number").notNull(),
    kind: text("kind", { enum: ["order", "return"] })
      .notNull()
      .default("order"),
    /** Every line free: counts as no purchase. */
    isBonus: boolean("is_bonus").notNull().default(false),
    placedAt: moment("placed_at").notNull(),
    /** The São Paulo day of `placed_at`. */
    placedOn: day("placed_on").notNull(),
    channel: text("channel", { enum: ["storefront", "visit", "phone", "other"] }).notNull(),
    placedBy: reference("placed_by"),
    /** The API token it came in with; null when a person placed it. */
    placedByTokenId: reference("placed_by_token_id"),
    /** The colleague who approved what was above the buyer's limit; null where nobody had to. */
    approvedBy: reference("approved_by"),
    repId: reference("rep_id"),
    cartId: bigint("cart_id", { mode: "number" }),
    goodsCents: cents("goods_cents").notNull(),
    freightCents: cents("freight_cents").notNull().default(0),
    /** Freight to this place is agreed by hand after the order; `freight_cents` is 0 then. */
    isFreightOpen: boolean("is_freight_open").notNull().default(false),
    /** The taxes that were expected on top, as shown: `[{ component, cents }]`. No part of what is owed. */
    taxes: jsonb("taxes"),
    paymentTermsId: reference("payment_terms_id"),
    paymentTermsName: text("payment_terms_name"),
    /** Days after invoicing of each instalment, as they were agreed when it was ordered. */
    paymentTermsDays: integer("payment_terms_days").array(),
    /** On account by the terms, or paid online before the house works on it. */
    paymentMethod: text("payment_method", { enum: ["account", "online"] })
      .notNull()
      .default("account"),
    /** Until when the goods are kept for an online payment; it only moves forward. Null on account. */
    payByAt: moment("pay_by_at"),
    /** The moment the money of an online order was taken for it. */
    paidAt: moment("paid_at"),
    address: jsonb("address"),
    poNumber: text("po_number"),
    notes: text("notes"),
    /** SHA-256 of what was shown when it was ordered. */
    shownHash: text("shown_hash"),
    uf: text("uf"),
    country: text("country"),
    isImported: boolean("is_imported").notNull().default(false),
    /** SHA-256 of an imported order's lines, so that the same file changes nothing. */
    importHash: text("import_hash"),
    confirmedAt: moment("confirmed_at"),
    invoicedAt: moment("invoiced_at"),
    invoiceKey: text("invoice_key"),
    /** Where the invoice can be seen, if the house said so. */
    invoiceLink: text("invoice_link"),
    shippedAt: moment("shipped_at"),
    deliveredAt: moment("delivered_at"),
    cancelledAt: moment("cancelled_at"),
    cancelReason: text("cancel_reason"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    uniqueIndex("orders_number").on(t.customerId, t.number),
    uniqueIndex("orders_cart").on(t.customerId, t.cartId),
    index("orders_by_number").on(t.number),
    index("orders_placed").on(t.placedAt),
    index("orders_customer_placed").on(t.customerId, t.placedAt),
    index("orders_awaiting_payment")
      .on(t.payByAt)
      .where(sql`payment_method = 'online' and paid_at is null and cancelled_at is null`),
    check("orders_pay_by", sql`(${t.paymentMethod} = 'online') = (${t.payByAt} is not null)`),
    check("orders_paid_online", sql`${t.paidAt} is null or ${t.paymentMethod} = 'online'`),
  ],
);

export const orderLines = pgTable(
  "order_lines",
  {
    customerId: reference("customer_id").notNull(),
    orderId: bigint("order_id", { mode: "number" }).notNull(),
    line: integer("line").notNull(),
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    sku: text("sku").notNull(),
    name: text("name").notNull(),
    quantity: integer("quantity").notNull(),
    unitPriceE4: priceE4("unit_price_e4").notNull(),
    /** quantity × unit price, rounded once; negative on a return. */
    totalCents: cents("total_cents").notNull(),
    /** Why this price, as it was shown: the chain of `pricing/quote.ts`. */
    priceChain: jsonb("price_chain"),
    /** The taxes that were expected on the line, as shown: `[{ component, basisPoints, cents }]`. */
    taxes: jsonb("taxes"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.orderId, t.line] }),
    index("order_lines_product").on(t.productId),
    foreignKey({ columns: [t.customerId, t.orderId], foreignColumns: [orders.customerId, orders.id] }).onDelete(
      "cascade",
    ),
  ],
);

/** A request that was answered: the same key gives the same answer again. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    customerId: reference("customer_id").notNull(),
    key: text("key").notNull(),
    orderNumber: text("order_number").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.key] })],
);

/** Every change of a customer's used credit; their sum is `customers.credit_used_cents`. */
export const creditEntries = pgTable(
  "credit_entries",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    amountCents: cents("amount_cents").notNull(),
    reason: text("reason", { enum: ["order", "cancelled", "paid", "adjusted", "opening"] }).notNull(),
    orderNumber: text("order_number"),
    /** The receivable whose payment, cancelling or coming in this is. */
    receivableId: bigint("receivable_id", { mode: "number" }),
    at: moment("at").notNull(),
    byUserId: reference("by_user_id"),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.id] })],
);

/** Sums per customer, day and channel, kept in the same transaction as the orders they add up. */
export const customerDays = pgTable(
  "customer_days",
  {
    customerId: reference("customer_id").notNull(),
    day: day("day").notNull(),
    channel: text("channel", { enum: ["storefront", "visit", "phone", "other"] }).notNull(),
    /** Counted orders. */
    orders: integer("orders").notNull().default(0),
    grossCents: cents("gross_cents").notNull().default(0),
    /** Value of returns, positive. */
    returnsCents: cents("returns_cents").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.day, t.channel] }),
    index("customer_days_day").on(t.day),
    check("customer_days_orders", sql`${t.orders} >= 0`),
  ],
);

/** Sums per customer, product, day and channel, kept in the same transaction as the orders they add up. */
export const productDays = pgTable(
  "product_days",
  {
    customerId: reference("customer_id").notNull(),
    productId: reference("product_id").notNull(),
    day: day("day").notNull(),
    channel: text("channel", { enum: ["storefront", "visit", "phone", "other"] }).notNull(),
    /** Counted orders that hold the product. */
    orders: integer("orders").notNull().default(0),
    quantity: bigint("quantity", { mode: "number" }).notNull().default(0),
    grossCents: cents("gross_cents").notNull().default(0),
    returnedQuantity: bigint("returned_quantity", { mode: "number" }).notNull().default(0),
    returnsCents: cents("returns_cents").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.productId, t.day, t.channel] }),
    // With its money, so that every product of a year is added up without its table; with what was ordered, so that it is counted so.
    index("product_days_product").on(t.productId, t.day, t.grossCents, t.returnsCents),
    index("product_days_bought").on(t.customerId, t.productId, t.day).where(sql`orders > 0`),
    index("product_days_day").on(t.day),
  ],
);

/**
 * Each time sums of days that were over were changed, one row for every month it touched, written by the tables themselves: what
 * was counted of a month holds as long as the month has no more rows here than it had then.
 */
export const pastChanges = pgTable("past_changes", {
  id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  month: day("month").notNull(),
});
