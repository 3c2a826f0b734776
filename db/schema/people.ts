import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { cents, moment, reference } from "./columns.ts";
import { customers } from "./customers.ts";

export const users = pgTable(
  "users",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    /** Lower case. */
    email: text("email").notNull().unique(),
    name: text("name").notNull(),
    role: text("role", { enum: ["buyer", "rep", "manager", "admin"] }).notNull(),
    customerId: reference("customer_id").references(() => customers.id),
    buyerRole: text("buyer_role", { enum: ["orders", "approves", "views"] }),
    /** What a buyer may order at once without a colleague's approval, freight included; null: any amount. */
    orderLimitCents: cents("order_limit_cents"),
    /** The same for all their orders of a calendar month of São Paulo. */
    monthLimitCents: cents("month_limit_cents"),
    passwordHash: text("password_hash"),
    phone: text("phone"),
    locale: text("locale", { enum: ["pt-BR", "en"] }),
    isDisabled: boolean("is_disabled").notNull().default(false),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [
    index("users_customer").on(t.customerId),
    check("users_limits", sql`${t.orderLimitCents} >= 0 and ${t.monthLimitCents} >= 0`),
  ],
);

export const sessions = pgTable(
  "sessions",
  {
    /** SHA-256 of the token the browser holds. */
    id: text("id").primaryKey(),
    userId: reference("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    expiresAt: moment("expires_at").notNull(),
    absoluteExpiresAt: moment("absolute_expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
    /** The customer a member of staff acts as. */
    actingCustomerId: reference("acting_customer_id").references(() => customers.id),
    userAgent: text("user_agent"),
    address: text("address"),
  },
  (t) => [index("sessions_user").on(t.userId)],
);

/** One-time codes somebody signs in with beside their password; asked for once they were confirmed. */
export const secondFactors = pgTable("second_factors", {
  userId: reference("user_id")
    .primaryKey()
    .references(() => users.id, { onDelete: "cascade" }),
  /** Sealed with SECRET_KEY where one is set, else readable; it says which. */
  secret: text("secret").notNull(),
  createdAt: moment("created_at").notNull(),
  confirmedAt: moment("confirmed_at"),
  /** The thirty seconds whose code was used last; no code of these or earlier ones counts again. */
  lastStep: integer("last_step"),
});

/** What opens a sign-in when the device with the codes is lost, once each. Only the SHA-256 of each is kept. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    userId: reference("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    hash: text("hash").notNull(),
    usedAt: moment("used_at"),
  },
  (t) => [primaryKey({ columns: [t.userId, t.hash] })],
);

/** Somebody whose password was right and whose code is still asked for; signs nobody in by itself. */
export const halfSessions = pgTable(
  "half_sessions",
  {
    /** SHA-256 of the token the browser holds. */
    id: text("id").primaryKey(),
    userId: reference("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
  },
  (t) => [index("half_sessions_user").on(t.userId)],
);

/** Where somebody has signed in before, as a hash of browser, system and network, so that a new place is told by mail. */
export const knownDevices = pgTable(
  "known_devices",
  {
    userId: reference("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    hash: text("hash").notNull(),
    lastSeenAt: moment("last_seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.hash] })],
);

/** Single-use links: invitation, forgotten password, another e-mail. Only the SHA-256 of the token is kept. */
export const accessTokens = pgTable("access_tokens", {
  id: text("id").primaryKey(),
  userId: reference("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  purpose: text("purpose", { enum: ["invitation", "password_reset", "email_change"] }).notNull(),
  /** The e-mail an `email_change` leads to. */
  email: text("email"),
  createdAt: moment("created_at").notNull(),
  expiresAt: moment("expires_at").notNull(),
  usedAt: moment("used_at"),
});

/** What a machine shows at `/api/v1` to be let in. Only the SHA-256 of the token is kept. */
export const apiTokens = pgTable("api_tokens", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  hash: text("hash").notNull().unique(),
  name: text("name").notNull(),
  role: text("role", { enum: ["manager", "admin"] }).notNull(),
  createdAt: moment("created_at").notNull(),
  revokedAt: moment("revoked_at"),
});

/** Failed attempts by account and by address, for the throttle in front of the password hash. */
export const throttles = pgTable("throttles", {
  key: text("key").primaryKey(),
  points: integer("points").notNull().default(0),
  expiresAt: moment("expires_at"),
});

/** Mail as it was written; kept here and shown to staff when no SMTP server is set. */
export const outbox = pgTable("outbox", {
  id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
  to: text("to").notNull(),
  subject: text("subject").notNull(),
  text: text("text").notNull(),
  queuedAt: moment("queued_at").notNull(),
  sentAt: moment("sent_at"),
  attempts: integer("attempts").notNull().default(0),
  /** Not tried again before this. */
  nextAttemptAt: moment("next_attempt_at"),
  lastError: text("last_error"),
});
