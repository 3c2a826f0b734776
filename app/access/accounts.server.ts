import { and, eq, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { forgetFilterChoices } from "#app/domain/customers/kept-choices.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { SpendingLimits } from "#app/domain/spending/spending.ts";
import type { Locale } from "#app/words/locale.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { customers, users } from "#db/schema/index.ts";
import { lockColleaguesOf, refuseWithoutApprover } from "./approver-rule.server.ts";
import { passwordHash } from "./password.server.ts";
import type { BuyerRole, SessionUser } from "./session.ts";
import { deleteSessionsOf } from "./session-rows.server.ts";

/** A person who is to sign in. Buyers belong to a customer, staff to none. */
export interface NewAccount {
  email: string;
  name: string;
  role: SessionUser["role"];
  customerId?: number | null;
  buyerRole?: BuyerRole | null;
  /** What a buyer orders alone; staff have no limits. */
  limits?: SpendingLimits;
  /** Without one nobody can sign in yet; an invitation lets the person choose it. */
  password?: string | null;
  phone?: string | null;
  locale?: Locale | null;
  /** Who opened it; null for a command. */
  byUserId?: number | null;
}

/** An e-mail address as the house compares it. */
export const emailFrom = (said: string): string => said.trim().toLowerCase();

/**
 * Opens an account and gives its number; an e-mail that has one is refused. A buyer's account opens the shop to their
 * customer, if it was not open yet.
 */
export async function createAccount(account: NewAccount, at: Date, tx: Tx = db): Promise<{ id: number }> {
  const isBuyer = account.role === "buyer";
  if (isBuyer !== Boolean(account.customerId)) throw new Refusal("invalid_input", { field: "customerId" });
  const email = emailFrom(account.email);
  const hashed = account.password ? await passwordHash(account.password) : null;
  return withTx(async (tx) => {
    const [row] = await tx
      .insert(users)
      .values({
        email,
        name: account.name.trim(),
        role: account.role,
        customerId: account.customerId ?? null,
        buyerRole: isBuyer ? (account.buyerRole ?? "orders") : null,
        ...(isBuyer ? account.limits : {}),
        passwordHash: hashed,
        phone: account.phone ?? null,
        locale: account.locale ?? null,
        createdAt: at,
      })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (!row) throw new Refusal("email_taken", { email });
    if (account.customerId) await openShopTo(account.customerId, at, tx);
    await recordAudit(
      {
        actorId: account.byUserId ?? null,
        customerId: account.customerId ?? null,
        action: "account_opened",
        subject: `user:${row.id}`,
        after: {
          email,
          role: account.role,
          buyerRole: isBuyer ? (account.buyerRole ?? "orders") : null,
          ...account.limits,
        },
      },
      at,
      tx,
    );
    if (account.customerId && account.limits) await refuseWithoutApprover(account.customerId, tx);
    return row;
  }, tx).finally(forgetFilterChoices);
}

async function openShopTo(customerId: number, at: Date, tx: Tx): Promise<void> {
  await tx
    .update(customers)
    .set({ accessGrantedAt: sql`coalesce(${customers.accessGrantedAt}, ${at.toISOString()}::timestamptz)` })
    .where(eq(customers.id, customerId));
}

/** What can change about an account; what is not named stays. */
export interface AccountChange extends Partial<SpendingLimits> {
  name?: string;
  phone?: string | null;
  role?: SessionUser["role"];
  customerId?: number | null;
  buyerRole?: BuyerRole | null;
  isDisabled?: boolean;
  locale?: Locale | null;
}

/**
 * Changes an account. A new role or customer, or being disabled, ends every session of the person at once. The last
 * administrator can neither be disabled nor become something else, and nobody with a spending limit is left without an approver.
 */
export async function reviseAccount(
  id: number,
  change: AccountChange,
  by: { userId: number | null },
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    await lockColleaguesOf(id, tx);
    const [before] = await tx.select().from(users).where(eq(users.id, id)).for("update");
    if (!before) throw new Refusal("not_found", { what: "user", id });
    const keys = (Object.keys(change) as (keyof AccountChange)[]).filter(
      (key) => change[key] !== undefined && change[key] !== before[key],
    );
    if (keys.length === 0) return;
    const isMoved = keys.some((key) => ["role", "customerId", "buyerRole", "isDisabled"].includes(key));
    if (isMoved && before.role === "admin" && (change.isDisabled || (change.role ?? "admin") !== "admin")) {
      await refuseLastAdmin(id, tx);
    }
    await tx.update(users).set(change).where(eq(users.id, id));
    if (change.customerId) await openShopTo(change.customerId, at, tx);
    if (isMoved) await deleteSessionsOf(id, undefined, tx);
    const isApproval = isMoved || keys.some((key) => key === "orderLimitCents" || key === "monthLimitCents");
    if (isApproval && before.customerId !== null) await refuseWithoutApprover(before.customerId, tx);
    await recordAudit(
      {
        actorId: by.userId,
        customerId: change.customerId ?? before.customerId,
        action: change.isDisabled ? "account_disabled" : "account_revised",
        subject: `user:${id}`,
        before: Object.fromEntries(keys.map((key) => [key, before[key]])),
        after: Object.fromEntries(keys.map((key) => [key, change[key]])),
      },
      at,
      tx,
    );
  }, tx).finally(forgetFilterChoices);
}

async function refuseLastAdmin(id: number, tx: Tx): Promise<void> {
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), eq(users.isDisabled, false)))
    .for("update");
  if (admins.every((admin) => admin.id === id)) throw new Refusal("not_allowed", { why: "last_admin" });
}

/** Gives somebody a new password; every session of theirs ends. */
export async function setPassword(
  id: number,
  password: string,
  by: { userId: number | null },
  at: Date,
  tx: Tx = db,
): Promise<void> {
  const hashed = await passwordHash(password);
  await withTx(async (tx) => {
    await tx.update(users).set({ passwordHash: hashed }).where(eq(users.id, id));
    await deleteSessionsOf(id, undefined, tx);
    await recordAudit({ actorId: by.userId, action: "password_changed", subject: `user:${id}` }, at, tx);
  }, tx);
}

/** The account of an e-mail address, or null. */
export async function accountWith(email: string, tx: Tx = db) {
  const [found] = await tx
    .select()
    .from(users)
    .where(eq(users.email, emailFrom(email)));
  return found ?? null;
}
