import { sql } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import type { SpendingLimits } from "#app/domain/spending/spending.ts";
import type { Locale } from "#app/words/locale.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { createAccount, reviseAccount } from "./accounts.server.ts";
import { sendInvitation } from "./letters.server.ts";
import type { BuyerRole } from "./session.ts";

/** Somebody who enters the shop for a customer. */
export interface Colleague extends SpendingLimits {
  id: number;
  name: string;
  email: string;
  locale: Locale | null;
  buyerRole: BuyerRole;
  isDisabled: boolean;
  /** False while the invitation has not been taken up. */
  hasPassword: boolean;
}

/** The people of a customer by name, those disabled last. */
export function colleaguesOf(customerId: number, tx: Tx = db): Promise<Colleague[]> {
  return preparedRows<Colleague>(
    sql`select id, name, email, locale, coalesce(buyer_role, 'orders') as "buyerRole", order_limit_cents as "orderLimitCents",
        month_limit_cents as "monthLimitCents", is_disabled as "isDisabled", password_hash is not null as "hasPassword"
      from users where customer_id = ${customerId}::int and role = 'buyer' order by is_disabled, name, id`,
    tx,
  );
}

/** One of them; somebody of another customer does not exist (refused `not_found`). */
async function colleague(customerId: number, id: number, tx: Tx): Promise<Colleague> {
  const found = (await colleaguesOf(customerId, tx)).find((one) => one.id === id);
  if (!found) throw new Refusal("not_found", { what: "user", id });
  return found;
}

/** Whom to invite, what they may do and up to which amounts. */
export interface ColleagueInvitation extends SpendingLimits {
  name: string;
  email: string;
  buyerRole: BuyerRole;
}

/** Opens a sign-in for somebody of the customer and sends the invitation. Whoever calls has asked who may. */
export async function inviteColleague(
  by: { userId: number },
  customerId: number,
  { name, email, buyerRole, ...limits }: ColleagueInvitation,
  at: Date,
): Promise<void> {
  await withTx(async (tx) => {
    const account = { name, email, buyerRole, limits, role: "buyer" as const, customerId, byUserId: by.userId };
    const { id } = await createAccount(account, at, tx);
    await sendInvitation({ id, name, email, locale: null }, at, tx);
  });
}

/**
 * Changes what somebody of the customer may do, up to which amounts, or whether they enter at all. Nobody changes themselves, and
 * nobody with a limit is left without an approver (`last_approver`). Whoever calls has asked who may.
 */
export async function reviseColleague(
  by: { userId: number },
  customerId: number,
  id: number,
  change: Partial<SpendingLimits> & { buyerRole?: BuyerRole; isDisabled?: boolean },
  at: Date,
): Promise<void> {
  if (id === by.userId) throw new Refusal("not_allowed", { why: "yourself" });
  await withTx(async (tx) => {
    await colleague(customerId, id, tx);
    await reviseAccount(id, change, by, at, tx);
  });
}

/** Sends the invitation once more to who has not taken it up. */
export async function inviteColleagueAgain(customerId: number, id: number, at: Date): Promise<void> {
  await withTx(async (tx) => {
    const found = await colleague(customerId, id, tx);
    if (found.hasPassword || found.isDisabled) throw new Refusal("not_allowed");
    await sendInvitation(found, at, tx);
  });
}
