import { sql } from "drizzle-orm";
import { queueMail } from "#app/domain/audit/outbox.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import type { Cents } from "#app/domain/money.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { approvalMailWords } from "#app/words/approval-mails.ts";
import { isLocale, type Locale, wordsOf } from "#app/words/locale.ts";
import { formatCents } from "#app/words/numbers.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { Approver } from "./approvers.server.ts";

/** Somebody the house writes to, in the language they chose. */
export interface Reader {
  name: string;
  email: string;
  locale: string | null;
}

const localeOf = ({ locale }: Reader): Locale => (isLocale(locale) ? locale : "pt-BR");

/** The person as the house writes to them. */
export async function readerOf(userId: number, tx: Tx): Promise<Reader> {
  const [reader] = await preparedRows<Reader>(sql`select name, email, locale from users where id = ${userId}::int`, tx);
  if (!reader) throw new Error(`user ${userId} is gone`);
  return reader;
}

/** Tells every approver that a colleague waits for them. */
export async function tellApprovers(
  approvers: Approver[],
  asked: { id: number; requester: string; totalCents: Cents; why: string | null },
  at: Date,
  tx: Tx,
): Promise<void> {
  const { companyName } = await settingsAsOf(at, tx);
  for (const approver of approvers) {
    const locale = localeOf(approver);
    const w = wordsOf(approvalMailWords, locale);
    const total = formatCents(asked.totalCents, locale);
    const link = env.APP_URL + paths.approval(asked.id);
    const text = w.askedText(approver.name, asked.requester, companyName, total, asked.why ?? "", link);
    await queueMail({ to: approver.email, subject: w.askedSubject(asked.requester, total), text }, at, tx);
  }
}

/** Tells who asked that their cart became an order. */
export async function tellApproved(
  reader: Reader,
  approved: { by: string; number: string; totalCents: Cents; word: string | null },
  at: Date,
  tx: Tx,
): Promise<void> {
  const locale = localeOf(reader);
  const w = wordsOf(approvalMailWords, locale);
  const { by, number, totalCents, word } = approved;
  const link = env.APP_URL + paths.order(number);
  const text = w.approvedText(reader.name, by, number, formatCents(totalCents, locale), word ?? "", link);
  await queueMail({ to: reader.email, subject: w.approvedSubject(number), text }, at, tx);
}

/** Tells who asked that their cart came back, and with which word. */
export async function tellReturned(
  reader: Reader,
  { by, word, id }: { by: string; word: string; id: number },
  at: Date,
  tx: Tx,
): Promise<void> {
  const w = wordsOf(approvalMailWords, localeOf(reader));
  const text = w.returnedText(reader.name, by, word, env.APP_URL + paths.approval(id));
  await queueMail({ to: reader.email, subject: w.returnedSubject(by), text }, at, tx);
}

/**
 * Tells the rep of a customer that nobody there can approve what a buyer wants to order; false where the customer has no rep to
 * tell.
 */
export async function tellRep(buyer: Buyer, totalCents: Cents, at: Date, tx: Tx): Promise<boolean> {
  const [rep] = await preparedRows<Reader & { customer: string; buyer: string }>(
    sql`select r.name, r.email, r.locale, c.trade_name as customer, b.name as buyer
      from customers c join users r on r.id = c.rep_id and not r.is_disabled join users b on b.id = ${buyer.userId}::int
      where c.id = ${buyer.customerId}::int`,
    tx,
  );
  if (!rep) return false;
  const locale = localeOf(rep);
  const w = wordsOf(approvalMailWords, locale);
  const link = env.APP_URL + paths.office.customer(buyer.customerId, { tab: "access" });
  const text = w.repText(rep.name, rep.buyer, rep.customer, formatCents(totalCents, locale), link);
  await queueMail({ to: rep.email, subject: w.repSubject(rep.customer), text }, at, tx);
  return true;
}
