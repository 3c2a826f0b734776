import { sql } from "drizzle-orm";
import { queueMail } from "#app/domain/audit/outbox.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import type { Cents } from "#app/domain/money.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { isLocale, wordsOf } from "#app/words/locale.ts";
import { formatCents } from "#app/words/numbers.ts";
import { paymentMailWords } from "#app/words/payment-mails.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";

type Matter = { customerId: number; orderId: number; orderNumber: string; amountCents: Cents };
type Reader = { email: string; name: string; locale: string | null };
type Letters = ReturnType<typeof wordsOf<(typeof paymentMailWords)["pt-BR"]>>;

/** Who is written to about an order: the buyer who placed it, or those of the company who order, when staff did. */
function readersOf({ customerId, orderId }: Matter, tx: Tx): Promise<Reader[]> {
  return preparedRows<Reader>(
    sql`select u.email, u.name, u.locale from orders o
      join users u on u.customer_id = o.customer_id and u.role = 'buyer' and not u.is_disabled
      left join users p on p.id = o.placed_by
      where o.customer_id = ${customerId}::int and o.id = ${orderId}::bigint
        and (u.id = p.id or (p.role is distinct from 'buyer' and u.buyer_role is distinct from 'views'))
      order by u.id limit 5`,
    tx,
  );
}

async function tell(
  matter: Matter,
  letter: (w: Letters) => [(number: string) => string, Letters["paidText"]],
  at: Date,
  tx: Tx,
): Promise<void> {
  const readers = await readersOf(matter, tx);
  if (readers.length === 0) return;
  const { companyName } = await settingsAsOf(at, tx);
  const number = matter.orderNumber;
  for (const { email, name, locale: said } of readers) {
    const locale = isLocale(said) ? said : "pt-BR";
    const [subject, text] = letter(wordsOf(paymentMailWords, locale));
    const money = formatCents(matter.amountCents, locale);
    const link = env.APP_URL + paths.order(number);
    await queueMail(
      { to: email, subject: subject(number), text: text(name, companyName, number, money, link) },
      at,
      tx,
    );
  }
}

/** Tells the buyer that their payment came in. */
export const tellPaid = (matter: Matter, at: Date, tx: Tx): Promise<void> =>
  tell(matter, (w) => [w.paidSubject, w.paidText], at, tx);

/** Tells the buyer that a boleto or Pix was not paid, and that the order still waits. */
export const tellFailed = (matter: Matter, at: Date, tx: Tx): Promise<void> =>
  tell(matter, (w) => [w.failedSubject, w.failedText], at, tx);

/** Tells the buyer that the order was given up, as nobody paid it in time. */
export const tellUnpaid = (matter: Matter, at: Date, tx: Tx): Promise<void> =>
  tell(matter, (w) => [w.expiredSubject, w.expiredText], at, tx);
