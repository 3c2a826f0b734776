import { sql } from "drizzle-orm";
import { queueMail } from "#app/domain/audit/outbox.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { type Day, dayOf, daysAfter, momentAt } from "#app/domain/period.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/words/days.ts";
import { isLocale, type Locale, wordsOf } from "#app/words/locale.ts";
import { quoteMailWords } from "#app/words/quote-mails.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";

type Person = { id: number; name: string; email: string; locale: string | null; customerName: string };
type Words = (typeof quoteMailWords)[Locale];
type Letter = (w: Words, reader: Person, locale: Locale) => { subject: string; text: string };

/** Writes the same letter to several people, each in their language. */
async function tell(readers: Person[], letter: Letter, at: Date, tx: Tx): Promise<void> {
  for (const reader of readers) {
    const locale = isLocale(reader.locale) ? reader.locale : "pt-BR";
    await queueMail({ to: reader.email, ...letter(wordsOf(quoteMailWords, locale), reader, locale) }, at, tx);
  }
}

/** Who of the house hears of a customer's quotes: their rep, and where none is at work the managers. Never whoever did it. */
async function house(customerId: number, doneBy: number, tx: Tx): Promise<Person[]> {
  return preparedRows<Person>(
    sql`select u.id, u.name, u.email, u.locale, c.trade_name as "customerName" from customers c join users u on not u.is_disabled
      where c.id = ${customerId}::int and u.id <> ${doneBy}::int and case
        when exists (select from users r where r.id = c.rep_id and not r.is_disabled) then u.id = c.rep_id
        else u.role = 'manager' end
      order by u.id`,
    tx,
  );
}

/** Who of the customer hears of a quote: whoever asked it, and where that was the house everybody who may order. */
const ofCustomer = sql`select u.id, u.name, u.email, u.locale, c.trade_name as "customerName", q.number, q.valid_until as "validUntil"
  from quotes q join customers c on c.id = q.customer_id and c.access_granted_at is not null
  join users a on a.id = q.asked_by
  join users u on u.customer_id = q.customer_id and u.role = 'buyer' and not u.is_disabled
    and case when a.role = 'buyer' and not a.is_disabled then u.id = a.id else u.buyer_role is distinct from 'views' end`;

const shopLink = (number: number): string => env.APP_URL + paths.quote(number);
const officeLink = (number: number): string => env.APP_URL + paths.office.quote(number);

/** Tells the house that a quote waits for its answer. */
export async function tellAsked(asked: Buyer & { number: number }, at: Date, tx: Tx): Promise<void> {
  const [found] = await preparedRows<{ name: string; lines: number }>(
    sql`select u.name, (select count(*)::int from quote_lines l where l.customer_id = ${asked.customerId}::int
        and l.quote_number = ${asked.number}::int) as lines
      from users u where u.id = ${asked.userId}::int`,
    tx,
  );
  const { name, lines } = found ?? { name: "", lines: 0 };
  const letter: Letter = (w, reader) => ({
    subject: w.askedSubject(asked.number, reader.customerName),
    text: w.askedText(reader.name, reader.customerName, name, lines, officeLink(asked.number)),
  });
  await tell(await house(asked.customerId, asked.userId, tx), letter, at, tx);
}

/** Tells the buyer that their quote is answered. */
export async function tellAnswered(
  answered: { customerId: number; number: number; validUntil: Day },
  at: Date,
  tx: Tx,
): Promise<void> {
  const { customerId, number, validUntil } = answered;
  const { companyName } = await settingsAsOf(at, tx);
  const readers = await preparedRows<Person>(
    sql`${ofCustomer} where q.customer_id = ${customerId}::int and q.number = ${number}::int order by u.id`,
    tx,
  );
  const letter: Letter = (w, reader, locale) => ({
    subject: w.answeredSubject(number, companyName),
    text: w.answeredText(reader.name, number, formatDay(validUntil, locale), shopLink(number)),
  });
  await tell(readers, letter, at, tx);
}

/** Tells the house that a quote became an order. */
export async function tellAccepted(
  accepted: Buyer & { number: number; orderNumber: string },
  at: Date,
  tx: Tx,
): Promise<void> {
  const { number, orderNumber } = accepted;
  const letter: Letter = (w, reader) => ({
    subject: w.acceptedSubject(number, reader.customerName),
    text: w.acceptedText(
      ...([reader.name, reader.customerName, number, orderNumber] as const),
      env.APP_URL + paths.office.order(orderNumber),
    ),
  });
  await tell(await house(accepted.customerId, accepted.userId, tx), letter, at, tx);
}

/** Tells the house that a quote was declined, and why. */
export async function tellDeclined(
  declined: Buyer & { number: number; reason: string | null },
  at: Date,
  tx: Tx,
): Promise<void> {
  const { number, reason } = declined;
  const letter: Letter = (w, reader) => ({
    subject: w.declinedSubject(number, reader.customerName),
    text: w.declinedText(reader.name, reader.customerName, number, reason ?? "", officeLink(number)),
  });
  await tell(await house(declined.customerId, declined.userId, tx), letter, at, tx);
}

/** From this hour on somebody is reminded. */
const remindingFrom = "08:00:00";

/**
 * Reminds buyers, once, of answers whose last day is tomorrow (or today, should the house have slept yesterday); never of one
 * answered today, and never after it was accepted, declined or withdrawn: the mark and the mail are one transaction. Gives how
 * many quotes were told about.
 */
export async function remindOfEnding(at: Date): Promise<number> {
  const today = dayOf(at);
  if (at < momentAt(today, remindingFrom)) return 0;
  return withTx(async (tx) => {
    const ending = await preparedRows<{ customerId: number; number: number }>(
      sql`update quotes q set reminded_at = ${at.toISOString()}::timestamptz
        where q.answered_at is not null and q.accepted_at is null and q.declined_at is null and q.withdrawn_at is null
          and q.reminded_at is null and q.valid_until between ${today}::date and ${daysAfter(today, 1)}::date
          and (q.answered_at at time zone 'America/Sao_Paulo')::date < ${today}::date
        returning q.customer_id as "customerId", q.number`,
      tx,
    );
    for (const { customerId, number } of ending) {
      const readers = await preparedRows<Person & { validUntil: Day }>(
        sql`${ofCustomer} where q.customer_id = ${customerId}::int and q.number = ${number}::int order by u.id`,
        tx,
      );
      for (const reader of readers) {
        const letter: Letter = (w, one, locale) => ({
          subject: w.endingSubject(number, formatDay(reader.validUntil, locale)),
          text: w.endingText(one.name, number, formatDay(reader.validUntil, locale), shopLink(number)),
        });
        await tell([reader], letter, at, tx);
      }
    }
    return ending.length;
  }, db);
}
