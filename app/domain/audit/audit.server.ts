import { and, desc, eq, gte, ilike, lt, or, sql } from "drizzle-orm";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { type Day, daysAfter, startOf } from "#app/domain/period.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { auditEntries, customers, users } from "#db/schema/index.ts";

/** What one entry of the audit trail says; `subject` names the thing, e.g. `order 10023`. */
export interface AuditNote {
  /** Null when a command or the house itself did it. */
  actorId: number | null;
  customerId?: number | null;
  action: string;
  subject: string;
  before?: unknown;
  after?: unknown;
  requestId?: string | null;
}

/** Adds an entry to the audit trail, in the transaction of what it tells about. Entries are never changed. */
export async function recordAudit(note: AuditNote, at: Date, tx: Tx = db): Promise<void> {
  await preparedRows(
    sql`insert into audit_entries (at, actor_id, customer_id, action, subject, before, after, request_id)
      values (${at.toISOString()}::timestamptz, ${note.actorId}::int, ${note.customerId ?? null}::int, ${note.action}::text,
        ${note.subject}::text, ${jsonOf(note.before)}::jsonb, ${jsonOf(note.after)}::jsonb, ${note.requestId ?? null}::text)`,
    tx,
  );
}

const jsonOf = (told: unknown): string | null => (told === undefined || told === null ? null : JSON.stringify(told));

/** What the audit trail is searched by; an empty wish is not asked. */
export interface AuditFilter {
  q: string | null;
  actorId: number | null;
  customerId: number | null;
  from: Day | null;
  to: Day | null;
}

/** One line of the audit trail as people read it. */
export interface AuditLine {
  id: number;
  at: Date;
  actor: string | null;
  customerId: number | null;
  customer: string | null;
  action: string;
  subject: string;
  /** The name of the person, customer or request the subject is; null where it has none. */
  about: string | null;
  before: unknown;
  after: unknown;
  requestId: string | null;
}

const pageSize = 50;
const subjectNamed = sql<string | null>`case split_part(${auditEntries.subject}, ':', 1)
  when 'user' then (select u.name from users u where 'user:' || u.id = ${auditEntries.subject})
  when 'access_request' then (select r.legal_name from access_requests r where 'access_request:' || r.id = ${auditEntries.subject})
  end`;

/** The audit trail, the latest first; `to` is included. */
export async function auditTrail(filter: AuditFilter, page: number): Promise<Page<AuditLine>> {
  const like = filter.q ? `%${filter.q.replace(/[\\%_]/g, "\\$&")}%` : null;
  const wanted = and(
    like
      ? or(
          ilike(auditEntries.action, like),
          ilike(auditEntries.subject, like),
          eq(auditEntries.requestId, filter.q ?? ""),
        )
      : undefined,
    filter.actorId ? eq(auditEntries.actorId, filter.actorId) : undefined,
    filter.customerId ? eq(auditEntries.customerId, filter.customerId) : undefined,
    filter.from ? gte(auditEntries.at, startOf(filter.from)) : undefined,
    filter.to ? lt(auditEntries.at, startOf(daysAfter(filter.to, 1))) : undefined,
  );
  const [rows, [counted]] = await Promise.all([
    db
      .select({
        id: auditEntries.id,
        at: auditEntries.at,
        actor: users.name,
        customerId: auditEntries.customerId,
        customer: customers.tradeName,
        action: auditEntries.action,
        subject: auditEntries.subject,
        about: subjectNamed,
        before: auditEntries.before,
        after: auditEntries.after,
        requestId: auditEntries.requestId,
      })
      .from(auditEntries)
      .leftJoin(users, eq(users.id, auditEntries.actorId))
      .leftJoin(customers, eq(customers.id, auditEntries.customerId))
      .where(wanted)
      .orderBy(desc(auditEntries.at), desc(auditEntries.id))
      .limit(pageSize)
      .offset(offsetOf(page, pageSize)),
    db.select({ total: sql<number>`count(*)` }).from(auditEntries).where(wanted),
  ]);
  return { rows, total: Number(counted?.total ?? 0), page, pageSize };
}
