import { and, eq } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Locale } from "#app/words/locale.ts";
import { db } from "#db/connection.server.ts";
import { customers, users } from "#db/schema/index.ts";
import { reviseAccount, setPassword } from "./accounts.server.ts";
import { deviceShown } from "./device.ts";
import { tellPasswordChanged } from "./letters.server.ts";
import { isPassword } from "./password.server.ts";
import type { SessionUser } from "./session.ts";
import { deleteSessionOf, deleteSessionsOf, sessionsOf } from "./session-rows.server.ts";
import { countTry } from "./throttle.server.ts";

const perPasswordChange = { name: "password-change", tries: 10, minutes: 15 };

/** What somebody sees of their own account: their telephone, and the customer's name, CNPJ and rep. */
export async function ownDetails(userId: number, customerId: number) {
  const [phone, [customer]] = await Promise.all([
    ownPhone(userId),
    db
      .select({ cnpj: customers.cnpj, rep: users.name, repPhone: users.phone })
      .from(customers)
      .leftJoin(users, and(eq(users.id, customers.repId), eq(users.isDisabled, false)))
      .where(eq(customers.id, customerId)),
  ]);
  return {
    phone,
    cnpj: customer?.cnpj ?? null,
    rep: customer?.rep ?? null,
    repPhone: customer?.repPhone ?? null,
  };
}

/** Somebody's own telephone, as they wrote it down. */
export async function ownPhone(userId: number): Promise<string | null> {
  const [user] = await db.select({ phone: users.phone }).from(users).where(eq(users.id, userId));
  return user?.phone ?? null;
}

const mostDevices = 20;

/** The twenty devices somebody is signed in on and used last, with the one they use now marked. */
export async function devicesOf(userId: number, currentSessionId: string, at: Date) {
  const rows = await sessionsOf(userId, at);
  return rows.slice(0, mostDevices).map(({ id, lastSeenAt, userAgent, address }) => ({
    // A session's id is the hash of its token; its beginning names it without giving it away.
    key: id.slice(0, 16),
    lastSeenAt,
    address,
    shown: deviceShown(userAgent),
    isThis: id === currentSessionId,
  }));
}

/** Changes one's own name, telephone and language. */
export async function reviseOwnDetails(
  userId: number,
  details: { name: string; phone: string | null; locale: Locale | null },
  at: Date,
): Promise<void> {
  await reviseAccount(userId, details, { userId }, at);
}

/**
 * Changes one's own password, knowing the old one; every session ends, and the person is told by mail. The caller opens a new
 * session for this browser.
 */
export async function changeOwnPassword(
  user: SessionUser,
  passwords: { current: string; wanted: string },
  at: Date,
): Promise<void> {
  await countTry(perPasswordChange, String(user.id), at);
  const [row] = await db.select({ passwordHash: users.passwordHash }).from(users).where(eq(users.id, user.id));
  if (!(await isPassword(passwords.current, row?.passwordHash ?? null))) throw new Refusal("wrong_credentials");
  await setPassword(user.id, passwords.wanted, { userId: user.id }, at);
  await tellPasswordChanged(user, at);
}

/** Signs one of one's own devices out. */
export async function endDevice(userId: number, key: string, at: Date): Promise<void> {
  const rows = await sessionsOf(userId, at);
  const device = rows.find((row) => row.id.startsWith(key) && key.length === 16);
  if (!device || !(await deleteSessionOf(userId, device.id))) throw new Refusal("not_found", { what: "session" });
  await recordAudit({ actorId: userId, action: "session_ended", subject: `user:${userId}` }, at);
}

/** Signs all of one's own devices out but this one. */
export async function endOtherDevices(userId: number, currentSessionId: string, at: Date): Promise<void> {
  await deleteSessionsOf(userId, currentSessionId);
  await recordAudit({ actorId: userId, action: "sessions_ended", subject: `user:${userId}` }, at);
}
