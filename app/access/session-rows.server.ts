import { and, desc, eq, gt, lt, ne, sql } from "drizzle-orm";
import { db, type Tx } from "#db/connection.server.ts";
import { customers, sessions, users } from "#db/schema/index.ts";
import type { SessionHolder, SessionStart } from "./session.ts";

const holder = db
  .select({
    session: {
      id: sessions.id,
      expiresAt: sessions.expiresAt,
      absoluteExpiresAt: sessions.absoluteExpiresAt,
      lastSeenAt: sessions.lastSeenAt,
      actingCustomerId: sessions.actingCustomerId,
    },
    user: {
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      buyerRole: users.buyerRole,
      locale: users.locale,
    },
    customer: {
      id: customers.id,
      code: customers.code,
      tradeName: customers.tradeName,
      legalName: customers.legalName,
      uf: customers.uf,
      groupId: customers.groupId,
      priceTableId: customers.priceTableId,
      repId: customers.repId,
      accessGrantedAt: customers.accessGrantedAt,
    },
  })
  .from(sessions)
  .innerJoin(users, eq(users.id, sessions.userId))
  .leftJoin(customers, eq(customers.id, sql`coalesce(${sessions.actingCustomerId}, ${users.customerId})`))
  .where(and(eq(sessions.id, sql.placeholder("id")), eq(users.isDisabled, false)))
  .prepare("session_holder");

/** The session with its person and customer, by one prepared query; a disabled person holds none. */
export async function holderRow(id: string): Promise<SessionHolder | null> {
  const [row] = await holder.execute({ id });
  return row ?? null;
}

/** Writes a new session down. */
export async function writeSession(
  row: { id: string; userId: number; expiresAt: Date; absoluteExpiresAt: Date; startedAt: Date } & SessionStart,
): Promise<void> {
  await db.insert(sessions).values({
    id: row.id,
    userId: row.userId,
    expiresAt: row.expiresAt,
    absoluteExpiresAt: row.absoluteExpiresAt,
    createdAt: row.startedAt,
    lastSeenAt: row.startedAt,
    actingCustomerId: row.actingCustomerId,
    userAgent: row.userAgent?.slice(0, 300) ?? null,
    address: row.address?.slice(0, 60) ?? null,
  });
}

/** Lengthens a session in use, never past its last moment. */
export async function lengthenSession(id: string, expiresAt: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ expiresAt: sql`least(${expiresAt.toISOString()}::timestamptz, ${sessions.absoluteExpiresAt})` })
    .where(and(eq(sessions.id, id), lt(sessions.expiresAt, sessions.absoluteExpiresAt)));
}

/** Notes that a session was used; true for the one request that noted it, however many came at once. */
export async function noteSeen(id: string, lastSeenAt: Date, at: Date): Promise<boolean> {
  const noted = await db
    .update(sessions)
    .set({ lastSeenAt: at })
    // The database keeps microseconds, a Date does not.
    .where(
      and(eq(sessions.id, id), sql`date_trunc('milliseconds', ${sessions.lastSeenAt}) = ${lastSeenAt.toISOString()}`),
    )
    .returning({ id: sessions.id });
  return noted.length > 0;
}

/** The live sessions of a person, the latest used first. */
export function sessionsOf(userId: number, at: Date, tx: Tx = db) {
  return tx
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      userAgent: sessions.userAgent,
      address: sessions.address,
      expiresAt: sessions.expiresAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, at)))
    .orderBy(desc(sessions.lastSeenAt));
}

/** Ends one session. */
export async function deleteSession(id: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, id));
}

/** Ends every session of a person, but for the one named. */
export async function deleteSessionsOf(userId: number, except?: string, tx: Tx = db): Promise<void> {
  await tx
    .delete(sessions)
    .where(except ? and(eq(sessions.userId, userId), ne(sessions.id, except)) : eq(sessions.userId, userId));
}

/** Ends one session if it belongs to this person. */
export async function deleteSessionOf(userId: number, id: string): Promise<boolean> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), eq(sessions.id, id)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Forgets sessions that are over. */
export async function deleteExpired(at: Date): Promise<void> {
  await db.delete(sessions).where(lt(sessions.expiresAt, at));
}
