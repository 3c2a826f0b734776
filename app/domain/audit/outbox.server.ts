import { desc, eq, isNull, sql } from "drizzle-orm";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { deliver, isMailSet } from "#app/gateways/mail.server.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { outbox } from "#db/schema/index.ts";

/** A mail to be sent. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

const mostAttempts = 12;
/** Long enough for the transaction a mail was written in to be over; the house looks again every minute anyway. */
const soonMs = 400;
const pageSize = 30;

/** Puts a mail into the outbox, in the transaction of what it tells about; it goes out soon after, if a mail server is set. */
export async function queueMail(mail: Mail, at: Date, tx: Tx = db): Promise<void> {
  await tx.insert(outbox).values({ ...mail, queuedAt: at });
  if (isMailSet) setTimeout(() => deliverWaiting(new Date(at.getTime() + soonMs)).catch(() => {}), soonMs).unref();
}

/**
 * Sends what waits in the outbox and is due, and gives how many went out. Each mail is claimed before it is sent, so two
 * processes never send the same one; what the server refused waits twice as long each time.
 */
export async function deliverWaiting(at: Date): Promise<number> {
  if (!isMailSet) return 0;
  const now = sql`${at.toISOString()}::timestamptz`;
  const claimed = await db
    .update(outbox)
    .set({
      attempts: sql`${outbox.attempts} + 1`,
      nextAttemptAt: sql`${now} + interval '1 minute' * power(2, least(${outbox.attempts}, 10))`,
    })
    .where(
      sql`${outbox.id} in (select id from outbox where sent_at is null and queued_at <= ${now} and attempts < ${mostAttempts}
        and (next_attempt_at is null or next_attempt_at <= ${now}) order by id limit 20 for update skip locked)`,
    )
    .returning({ id: outbox.id, to: outbox.to, subject: outbox.subject, text: outbox.text });
  let sent = 0;
  for (const mail of claimed) {
    const refusal = await deliver({ ...mail, key: `outbox-${mail.id}` });
    if (refusal === null) sent++;
    await db
      .update(outbox)
      .set(refusal === null ? { sentAt: at, lastError: null, text: withoutSecrets(mail.text) } : { lastError: refusal })
      .where(eq(outbox.id, mail.id));
  }
  return sent;
}

/** The text as it is kept once it went out: a link that signs somebody in is no longer readable here. */
export const withoutSecrets = (text: string): string =>
  text.replace(/\/(invite|reset-password|confirm-email)\/[\w-]+/g, "/$1/…");

/** Has mails that were given up, or wait for their time, tried again at once. */
export async function tryAgain(at: Date): Promise<void> {
  await db.update(outbox).set({ attempts: 0, nextAttemptAt: at }).where(isNull(outbox.sentAt));
  await deliverWaiting(at);
}

/** The outbox, the latest first, with how many mails wait and whether they can go anywhere. */
export async function outboxPage(page: number) {
  const [rows, [counted]] = await Promise.all([
    db.select().from(outbox).orderBy(desc(outbox.id)).limit(pageSize).offset(offsetOf(page, pageSize)),
    db
      .select({ total: sql<number>`count(*)`, waiting: sql<number>`count(*) filter (where sent_at is null)` })
      .from(outbox),
  ]);
  const mails: Page<typeof outbox.$inferSelect> = { rows, total: Number(counted?.total ?? 0), page, pageSize };
  return { mails, waiting: Number(counted?.waiting ?? 0), isMailSet };
}
