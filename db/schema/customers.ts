import { sql } from "drizzle-orm";
import { boolean, char, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { cents, day, moment, reference } from "./columns.ts";

/** Groups of customers that may share a price table ("redes", "revendas"). */
export const customerGroups = pgTable("customer_groups", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  name: text("name").notNull().unique(),
});

export const paymentTerms = pgTable("payment_terms", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  code: text("code").notNull().unique(),
  name: text("name").notNull(),
  /** Days after invoicing of each instalment, e.g. {28,56,84}. */
  days: integer("days").array().notNull(),
  minimumOrderCents: cents("minimum_order_cents").notNull().default(0),
  /** What these terms change every unit price by; negative where paying sooner is cheaper. */
  priceBasisPoints: integer("price_basis_points").notNull().default(0),
  isActive: boolean("is_active").notNull().default(true),
});

export const customers = pgTable(
  "customers",
  {
    id: integer("id").primaryKey().generatedByDefaultAsIdentity(),
    code: text("code").notNull().unique(),
    cnpj: char("cnpj", { length: 14 }).unique(),
    legalName: text("legal_name").notNull(),
    tradeName: text("trade_name").notNull(),
    stateRegistration: text("state_registration"),
    uf: char("uf", { length: 2 }),
    city: text("city"),
    country: text("country"),
    segment: text("segment"),
    groupId: reference("group_id").references(() => customerGroups.id),
    repId: reference("rep_id"),
    priceTableId: reference("price_table_id"),
    minimumOrderCents: cents("minimum_order_cents"),
    creditLimitCents: cents("credit_limit_cents"),
    creditUsedCents: cents("credit_used_cents").notNull().default(0),
    isCreditHeld: boolean("is_credit_held").notNull().default(false),
    accessGrantedAt: moment("access_granted_at"),
    agreementEndsOn: day("agreement_ends_on"),
    email: text("email"),
    phone: text("phone"),
    latitude: text("latitude"),
    longitude: text("longitude"),
    notes: text("notes"),
    isImported: boolean("is_imported").notNull().default(false),
    /** Accent-free lower-case text of code, CNPJ, names and city, for search. */
    searchText: text("search_text").notNull().default(""),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    index("customers_rep").on(t.repId),
    index("customers_search").using("gin", sql`${t.searchText} gin_trgm_ops`),
  ],
);

export const customerPaymentTerms = pgTable(
  "customer_payment_terms",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    paymentTermsId: reference("payment_terms_id")
      .notNull()
      .references(() => paymentTerms.id),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.paymentTermsId] })],
);

export const customerAddresses = pgTable(
  "customer_addresses",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: integer("id").generatedAlwaysAsIdentity(),
    label: text("label").notNull(),
    street: text("street").notNull(),
    number: text("number").notNull(),
    complement: text("complement"),
    district: text("district"),
    city: text("city").notNull(),
    uf: char("uf", { length: 2 }).notNull(),
    postalCode: char("postal_code", { length: 8 }).notNull(),
    isDefault: boolean("is_default").notNull().default(false),
    removedAt: moment("removed_at"),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.id] })],
);

export const customerContacts = pgTable(
  "customer_contacts",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: integer("id").generatedAlwaysAsIdentity(),
    name: text("name").notNull(),
    role: text("role"),
    email: text("email"),
    phone: text("phone"),
    birthdayOn: day("birthday_on"),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.id] })],
);

export const tags = pgTable("tags", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  name: text("name").notNull().unique(),
});

export const customerTags = pgTable(
  "customer_tags",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    tagId: reference("tag_id")
      .notNull()
      .references(() => tags.id),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.tagId] }), index("customer_tags_tag").on(t.tagId)],
);

/** Who looked after a customer from when to when; the open row (until is null) agrees with customers.rep_id. */
export const portfolioAssignments = pgTable(
  "portfolio_assignments",
  {
    customerId: reference("customer_id")
      .notNull()
      .references(() => customers.id),
    id: integer("id").generatedAlwaysAsIdentity(),
    repId: reference("rep_id"),
    fromAt: moment("from_at").notNull(),
    untilAt: moment("until_at"),
    assignedBy: reference("assigned_by"),
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.id] }),
    uniqueIndex("portfolio_assignments_open").on(t.customerId).where(sql`until_at is null`),
  ],
);

/** A stranger's wish to buy here, until staff decide. */
export const accessRequests = pgTable(
  "access_requests",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    cnpj: char("cnpj", { length: 14 }).notNull(),
    legalName: text("legal_name").notNull(),
    contactName: text("contact_name").notNull(),
    email: text("email").notNull(),
    phone: text("phone"),
    /** Null in wishes from before addresses were asked for. */
    postalCode: char("postal_code", { length: 8 }),
    street: text("street"),
    number: text("number"),
    complement: text("complement"),
    district: text("district"),
    uf: char("uf", { length: 2 }),
    city: text("city"),
    message: text("message"),
    requestedAt: moment("requested_at").notNull(),
    consentTextVersion: text("consent_text_version").notNull(),
    decidedAt: moment("decided_at"),
    decidedBy: reference("decided_by"),
    isApproved: boolean("is_approved"),
    decisionNote: text("decision_note"),
    customerId: reference("customer_id").references(() => customers.id),
  },
  (t) => [uniqueIndex("access_requests_waiting").on(t.cnpj, t.email).where(sql`decided_at is null`)],
);

/** What the company decided about itself, dated: the row with the latest `from_at` not after asOf counts. */
export const companySettings = pgTable(
  "company_settings",
  {
    key: text("key").notNull(),
    fromAt: moment("from_at").notNull(),
    value: jsonb("value").notNull(),
    changedBy: reference("changed_by"),
  },
  (t) => [primaryKey({ columns: [t.key, t.fromAt] })],
);
