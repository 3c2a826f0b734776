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
import { users } from "./people.ts";

/** The numbers of quotes, one row of them for the whole house. */
export const quoteNumbers = pgSequence("quote_numbers", { startWith: 1001 });

/** What a customer asked a price for, and what the house answered. Its state is read from its moments and the day. */
export const quotes = pgTable(
  "quotes",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    number: integer("number").notNull(),
    /** The first of its versions; its own number where it is the first. */
    firstNumber: integer("first_number").notNull(),
    version: integer("version").notNull().default(1),
    /** The quote it was copied from. */
    copiedFrom: integer("copied_from"),
    /** The cart that was handed over; it waits for the answer and becomes the order. */
    cartId: bigint("cart_id", { mode: "number" }).notNull(),
    /** The buyer, or the member of staff acting as the customer. */
    askedBy: reference("asked_by")
      .notNull()
      .references(() => users.id),
    askedAt: moment("asked_at").notNull(),
    /** What the buyer wishes, in their words; a wish is never a price. */
    wantedPrice: text("wanted_price"),
    wantedTerms: text("wanted_terms"),
    wantedOn: day("wanted_on"),
    message: text("message"),
    answeredBy: reference("answered_by"),
    answeredAt: moment("answered_at"),
    /** The last day on which it can be accepted. */
    validUntil: day("valid_until"),
    paymentTermsId: reference("payment_terms_id"),
    /** Name and days as they were offered. */
    paymentTermsName: text("payment_terms_name"),
    paymentTermsDays: integer("payment_terms_days").array(),
    freightCents: cents("freight_cents"),
    answerNote: text("answer_note"),
    /** The buyer was told that it is about to end. */
    remindedAt: moment("reminded_at"),
    acceptedAt: moment("accepted_at"),
    orderNumber: text("order_number"),
    declinedAt: moment("declined_at"),
    declineReason: text("decline_reason"),
    withdrawnAt: moment("withdrawn_at"),
    /** Who accepted, declined or withdrew it. */
    endedBy: reference("ended_by"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.number] }),
    uniqueIndex("quotes_cart").on(t.customerId, t.cartId),
    uniqueIndex("quotes_copy").on(t.customerId, t.copiedFrom),
    uniqueIndex("quotes_order").on(t.customerId, t.orderNumber),
    index("quotes_number").on(t.number),
    index("quotes_asked").on(t.askedAt),
    index("quotes_valid")
      .on(t.validUntil)
      .where(sql`answered_at is not null and accepted_at is null and declined_at is null and withdrawn_at is null`),
    check(
      "quotes_answer",
      sql`num_nulls(${t.answeredAt}, ${t.answeredBy}, ${t.validUntil}, ${t.paymentTermsId}, ${t.paymentTermsName},
        ${t.paymentTermsDays}, ${t.freightCents}) in (0, 7)`,
    ),
    check("quotes_one_end", sql`num_nonnulls(${t.acceptedAt}, ${t.declinedAt}, ${t.withdrawnAt}) <= 1`),
    check("quotes_accepted", sql`${t.acceptedAt} is null or ${t.answeredAt} is not null`),
    check("quotes_ordered", sql`(${t.acceptedAt} is null) = (${t.orderNumber} is null)`),
  ],
);

export const quoteLines = pgTable(
  "quote_lines",
  {
    customerId: reference("customer_id").notNull(),
    quoteNumber: integer("quote_number").notNull(),
    line: integer("line").notNull(),
    productId: reference("product_id")
      .notNull()
      .references(() => products.id),
    sku: text("sku").notNull(),
    name: text("name").notNull(),
    unit: text("unit").notNull(),
    wishedQuantity: integer("wished_quantity").notNull(),
    /** The customer's own price when it was asked, and the way it came about (`pricing/quote.ts`). */
    listUnitPriceE4: priceE4("list_unit_price_e4").notNull(),
    listChain: jsonb("list_chain").notNull(),
    wishedUnitPriceE4: priceE4("wished_unit_price_e4"),
    /** What was answered; both empty where the house has none of it. */
    quantity: integer("quantity"),
    unitPriceE4: priceE4("unit_price_e4"),
    isUnavailable: boolean("is_unavailable").notNull().default(false),
    note: text("note"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.quoteNumber, t.line] }),
    uniqueIndex("quote_lines_product").on(t.customerId, t.quoteNumber, t.productId),
    foreignKey({
      name: "quote_lines_of",
      columns: [t.customerId, t.quoteNumber],
      foreignColumns: [quotes.customerId, quotes.number],
    }),
    check("quote_lines_wished", sql`${t.wishedQuantity} between 1 and 100000`),
    check("quote_lines_quantity", sql`${t.quantity} between 1 and 100000`),
    check("quote_lines_price", sql`${t.unitPriceE4} >= 0`),
    check(
      "quote_lines_answer",
      sql`(${t.quantity} is null) = (${t.unitPriceE4} is null) and not (${t.isUnavailable} and ${t.quantity} is not null)`,
    ),
  ],
);
