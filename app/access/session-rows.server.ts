import { and, desc, eq, gt, lt, ne, sql } from "drizzle-orm";
import { openCartOf } from "#app/domain/carts/cart-summary.server.ts";
import type { CartSummary } from "#app/domain/carts/cart-summary.ts";
import { creditSummaryText } from "#app/domain/credit/credit-summary.server.ts";
import type { CreditSummary } from "#app/domain/credit/credit-summary.ts";
import { countingTerms, wantedInCart } from "#app/domain/customers/payment-terms.server.ts";
import { env } from "#app/env.server.ts";
import { db, quick, type Tx } from "#db/connection.server.ts";
import { halfSessions, sessions } from "#db/schema/index.ts";
import type { SessionCustomer, SessionHolder, SessionStart, SessionUser } from "./session.ts";

interface HolderRow
  extends Omit<SessionUser, "id">,
    Omit<SessionCustomer, "id" | "accessGrantedAt" | "terms">,
    CartSummary,
    CreditSummary {
  sessionId: string;
  userId: number;
  customerId: number | null;
  expiresAt: Date;
  absoluteExpiresAt: Date;
  lastSeenAt: Date;
  actingCustomerId: number | null;
  accessGrantedAt: Date | null;
  termsId: number | null;
  termsName: string;
  termsBasisPoints: number;
  approvalsWaiting: number;
  hasSecondFactor: boolean;
}

const holderText = `
  select s.id as "sessionId", s.expires_at as "expiresAt", s.absolute_expires_at as "absoluteExpiresAt",
    s.last_seen_at as "lastSeenAt", s.acting_customer_id as "actingCustomerId",
    u.id as "userId", u.name, u.email, u.role, u.buyer_role as "buyerRole", u.locale,
    exists (select from second_factors f where f.user_id = u.id and f.confirmed_at is not null) as "hasSecondFactor",
    c.id as "customerId", c.code, c.trade_name as "tradeName", c.legal_name as "legalName", c.uf, c.group_id as "groupId",
    c.price_table_id as "priceTableId", c.rep_id as "repId", c.access_granted_at as "accessGrantedAt",
    cart.lines, cart.cents, credit.*, terms.id as "termsId", terms.name as "termsName", terms.price_basis_points as "termsBasisPoints",
    case when u.buyer_role = 'approves' then (
      select count(*)::int from approvals a where a.customer_id = c.id and a.decided_at is null and a.requester_id <> u.id
    ) else 0 end as "approvalsWaiting"
  from sessions s
  join users u on u.id = s.user_id
  left join customers c on c.id = coalesce(s.acting_customer_id, u.customer_id)
  left join lateral (${openCartOf({ customerId: "c.id", buyerId: "u.id" })}) cart on true
  left join lateral (${creditSummaryText}) credit on true
  left join lateral (${countingTerms("c.id", wantedInCart("c.id", "u.id"))}) terms on true
  where s.id = $1 and not u.is_disabled`;

/** The session with its person, customer and cart, by one prepared query; a disabled person holds none. */
export async function holderRow(id: string): Promise<SessionHolder | null> {
  const [row] = await quick.unsafe<HolderRow[]>(holderText, [id], { prepare: env.DB_PREPARE });
  return row ? holderFrom(row) : null;
}

// Spelt out, because every request of a page pays for it.
function holderFrom(row: HolderRow): SessionHolder {
  return {
    session: {
      id: row.sessionId,
      expiresAt: row.expiresAt,
      absoluteExpiresAt: row.absoluteExpiresAt,
      lastSeenAt: row.lastSeenAt,
      actingCustomerId: row.actingCustomerId,
    },
    user: {
      id: row.userId,
      name: row.name,
      email: row.email,
      role: row.role,
      buyerRole: row.buyerRole,
      locale: row.locale,
    },
    customer:
      row.customerId === null
        ? null
        : {
            id: row.customerId,
            code: row.code,
            tradeName: row.tradeName,
            legalName: row.legalName,
            uf: row.uf,
            groupId: row.groupId,
            priceTableId: row.priceTableId,
            repId: row.repId,
            accessGrantedAt: row.accessGrantedAt,
            terms:
              row.termsId === null ? null : { id: row.termsId, name: row.termsName, basisPoints: row.termsBasisPoints },
          },
    hasSecondFactor: row.hasSecondFactor,
    cart: { lines: row.lines, cents: row.cents },
    approvalsWaiting: row.approvalsWaiting,
    credit: { creditLeftCents: row.creditLeftCents, overdueCents: row.overdueCents },
  };
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

/** Ends every session of a person, and every half one, but for the one named. */
export async function deleteSessionsOf(userId: number, except?: string, tx: Tx = db): Promise<void> {
  await tx.delete(halfSessions).where(eq(halfSessions.userId, userId));
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
