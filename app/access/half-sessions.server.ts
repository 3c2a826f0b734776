import { and, eq, gt, lt } from "drizzle-orm";
import { db, type Tx } from "#db/connection.server.ts";
import { customers, halfSessions, users } from "#db/schema/index.ts";
import { halfCookieWith, halfTokenOf } from "./cookie.server.ts";
import type { SessionUser } from "./session.ts";
import { hashOf, newSecret } from "./token.ts";

/** How long somebody has to type their code. */
export const halfMinutes = 10;

/** Opens half a session: the password was right, the code is still asked for. Gives the header that keeps it in this browser. */
export async function openHalf(userId: number, at: Date): Promise<Record<string, string>> {
  const token = newSecret();
  const expiresAt = new Date(at.getTime() + halfMinutes * 60_000);
  await db.insert(halfSessions).values({ id: hashOf(token), userId, createdAt: at, expiresAt });
  return halfCookieWith(token, halfMinutes * 60);
}

/** Whose half session this browser holds; null when it is over, or the person may not come in any more. */
export async function halfHolder(request: Request, at: Date): Promise<{ id: string; user: SessionUser } | null> {
  const token = await halfTokenOf(request);
  if (!token) return null;
  const { id, name, email, role, buyerRole, locale } = users;
  const [found] = await db
    .select({
      half: halfSessions.id,
      user: { id, name, email, role, buyerRole, locale },
      customerId: users.customerId,
      accessGrantedAt: customers.accessGrantedAt,
    })
    .from(halfSessions)
    .innerJoin(users, eq(users.id, halfSessions.userId))
    .leftJoin(customers, eq(customers.id, users.customerId))
    .where(and(eq(halfSessions.id, hashOf(token)), gt(halfSessions.expiresAt, at), eq(users.isDisabled, false)));
  if (!found || (found.customerId !== null && found.accessGrantedAt === null)) return null;
  return { id: found.half, user: found.user };
}

/** Ends half a session; false when another request was faster. */
export async function endHalf(id: string, tx: Tx = db): Promise<boolean> {
  const ended = await tx.delete(halfSessions).where(eq(halfSessions.id, id)).returning({ id: halfSessions.id });
  return ended.length > 0;
}

/** Forgets half sessions that are over. */
export async function forgetOldHalves(at: Date): Promise<void> {
  await db.delete(halfSessions).where(lt(halfSessions.expiresAt, at));
}
