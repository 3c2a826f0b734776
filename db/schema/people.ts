import { boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { moment, reference } from "./columns.ts";
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
    passwordHash: text("password_hash"),
    phone: text("phone"),
    locale: text("locale", { enum: ["pt-BR", "en"] }),
    isDisabled: boolean("is_disabled").notNull().default(false),
    createdAt: moment("created_at").notNull(),
  },
  (t) => [index("users_customer").on(t.customerId)],
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

/** Single-use links: invitation and forgotten password. Only the SHA-256 of the token is kept. */
export const accessTokens = pgTable("access_tokens", {
  id: text("id").primaryKey(),
  userId: reference("user_id")
    .notNull()
    .references(() => users.id, { onDelete: "cascade" }),
  purpose: text("purpose", { enum: ["invitation", "password_reset"] }).notNull(),
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
