import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { products } from "./catalog.ts";
import { moment, priceE4, reference } from "./columns.ts";
import { customerAddresses, customers, paymentTerms } from "./customers.ts";
import { users } from "./people.ts";

/** A buyer's basket. One per buyer is current, on every device: the one the shop fills and shows. The others were ordered, or wait. */
export const carts = pgTable(
  "carts",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    /** The person whose cart it is: a buyer, or a member of staff acting as the customer. */
    buyerId: reference("buyer_id")
      .notNull()
      .references(() => users.id),
    openedAt: moment("opened_at").notNull(),
    orderedAt: moment("ordered_at"),
    /** The cart its buyer fills at the moment; an ordered one never is. */
    isCurrent: boolean("is_current").notNull().default(true),
    /** What its buyer calls it; given when it is first set aside, and kept when it is current again. */
    name: text("name"),
    /** Since when it is kept under its name; null for the current one, and for one that waits for something else. */
    setAsideAt: moment("set_aside_at"),
    /** Taken away by its buyer, who may bring it back. */
    removedAt: moment("removed_at"),
    /** The place of the customer the goods shall go to; null: their usual one. */
    addressId: reference("address_id"),
    /** The payment terms its prices are shown for; null: the customer's usual ones. */
    paymentTermsId: reference("payment_terms_id").references(() => paymentTerms.id),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    uniqueIndex("carts_one_current").on(t.customerId, t.buyerId).where(sql`is_current`),
    check("carts_ordered_is_not_current", sql`not (${t.isCurrent} and ${t.orderedAt} is not null)`),
    check("carts_kept_has_a_name", sql`${t.setAsideAt} is null or (${t.name} is not null and not ${t.isCurrent})`),
    check("carts_removed_is_not_current", sql`not (${t.isCurrent} and ${t.removedAt} is not null)`),
    foreignKey({
      name: "carts_address",
      columns: [t.customerId, t.addressId],
      foreignColumns: [customerAddresses.customerId, customerAddresses.id],
    }),
    index("carts_kept").on(t.customerId, t.buyerId).where(sql`set_aside_at is not null and ordered_at is null`),
    index("carts_opened").on(t.openedAt),
    index("carts_id").on(t.id),
  ],
);

export const cartLines = pgTable(
  "cart_lines",
  {
    customerId: reference("customer_id").notNull(),
    cartId: bigint("cart_id", { mode: "number" }).notNull(),
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    quantity: integer("quantity").notNull(),
    /** The unit price last shown for the line; null while the customer has no price for it. */
    shownUnitPriceE4: priceE4("shown_unit_price_e4"),
    addedAt: moment("added_at").notNull(),
    changedAt: moment("changed_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.cartId, t.productId] }),
    check("cart_lines_quantity", sql`${t.quantity} between 1 and 100000`),
  ],
);

/** What a buyer wanted and the shelf did not hold: it waits beside the cart until the goods are there. One per buyer and product. */
export const backOrders = pgTable(
  "back_orders",
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
    quantity: integer("quantity").notNull(),
    /** The cart it was split out of, the latest where there were several. */
    cartId: bigint("cart_id", { mode: "number" }).notNull(),
    /** The member of staff who did it in the customer's name. */
    actingUserId: reference("acting_user_id"),
    wishedAt: moment("wished_at").notNull(),
    /** When its buyer was told that the goods are there; null while they wait. */
    toldAt: moment("told_at"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.buyerId, t.productId] }),
    index("back_orders_product").on(t.productId),
    check("back_orders_quantity", sql`${t.quantity} between 1 and 100000`),
  ],
);

/** What a customer calls a product, learned from what its buyers chose; the words as `searchable` compares them. */
export const customerAliases = pgTable(
  "customer_aliases",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    alias: text("alias").notNull(),
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    learnedAt: moment("learned_at").notNull(),
    /** The buyer, or the member of staff acting as the customer, who chose. */
    learnedBy: reference("learned_by").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.alias] })],
);

/** A list that was put into a cart, once, however often its form is sent. */
export const quickOrders = pgTable(
  "quick_orders",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    /** SHA-256 of the page the list stood on and its lines. */
    key: text("key").notNull(),
    buyerId: reference("buyer_id").notNull(),
    at: moment("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.key] })],
);

/** What a buyer did, once each, with the prices and stock they saw: diagnosis and funnel live on it. Rows are only ever added. */
export const journeySteps = pgTable(
  "journey_steps",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: bigint("id", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    buyerId: reference("buyer_id").notNull(),
    /** The member of staff who did it in the customer's name. */
    actingUserId: reference("acting_user_id"),
    cartId: bigint("cart_id", { mode: "number" }),
    kind: text("kind", {
      enum: [
        "signed_in",
        "visited",
        "searched",
        "viewed",
        "added",
        "changed",
        "removed",
        "cart_viewed",
        "checkout_opened",
        "terms_wanted",
        "refused",
        "approval_asked",
        "approval_returned",
        "approval_withdrawn",
        "ordered",
      ],
    }).notNull(),
    at: moment("at").notNull(),
    productId: reference("product_id"),
    /** The quantity of the line after the step; 0 after a removal. */
    quantity: integer("quantity"),
    unitPriceE4: priceE4("unit_price_e4"),
    stockSeen: integer("stock_seen"),
    query: text("query"),
    results: integer("results"),
    /** The refusal's code, for `refused`. */
    reason: text("reason"),
    details: jsonb("details"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    index("journey_steps_cart").on(t.cartId, t.at),
    index("journey_steps_kind").on(t.kind, t.at),
    index("journey_steps_customer").on(t.customerId, t.at),
  ],
);
