import { sql } from "drizzle-orm";
import { queueMail } from "#app/domain/audit/outbox.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { isLocale, wordsOf } from "#app/words/locale.ts";
import { satisfactionMailWords } from "#app/words/satisfaction-mails.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { askedAfterDays, askedWithinDays, quietDays } from "./satisfaction.ts";

/** Any number, as long as nobody else uses it: one round at a time asks, in whichever process. */
const turn = 7_190_422;

interface Asked {
  number: string;
  email: string;
  name: string;
  locale: string | null;
}

/**
 * Asks the buyers whose order was delivered a week ago how likely they are to recommend the company, each once and by mail; gives
 * how many were asked. Several processes may try at once: one of them asks, for the others there is nothing left. Who was asked in
 * the last ninety days, lost their access, or only looks, is let be, and so is an order of the rep, of a file or of another system.
 */
export async function askAfterDelivery(at: Date, outer: Tx = db): Promise<number> {
  return withTx(async (tx) => {
    const [free] = await preparedRows<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(${turn}::bigint) as mine`,
      tx,
    );
    if (!free?.mine) return 0;
    const now = sql`${at.toISOString()}::timestamptz`;
    const asked = await preparedRows<Asked>(
      sql`with due as (
        select distinct on (u.id) o.customer_id, o.id as order_id, o.number, u.id as buyer_id, u.email, u.name, u.locale
        from orders o join users u on u.id = o.placed_by join customers c on c.id = o.customer_id
        where o.kind = 'order' and o.channel = 'storefront' and not o.is_imported and not o.is_bonus and o.cancelled_at is null
          and o.delivered_at <= ${now} - make_interval(days => ${askedAfterDays}::int)
          and o.delivered_at > ${now} - make_interval(days => ${askedWithinDays}::int)
          and o.placed_at > ${now} - interval '1 year'
          and u.role = 'buyer' and u.customer_id = o.customer_id and not u.is_disabled and c.access_granted_at is not null
          and not exists (select from satisfaction_questions q where q.buyer_id = u.id
            and q.asked_at > ${now} - make_interval(days => ${quietDays}::int))
          and not exists (select from satisfaction_questions q where q.customer_id = o.customer_id and q.order_id = o.id)
        order by u.id, o.delivered_at desc, o.id
      ), put as (
        insert into satisfaction_questions (customer_id, order_id, buyer_id, asked_at)
        select customer_id, order_id, buyer_id, ${now} from due on conflict do nothing returning customer_id, order_id
      )
      select d.number, d.email, d.name, d.locale from due d join put using (customer_id, order_id) order by d.buyer_id`,
      tx,
    );
    if (asked.length === 0) return 0;
    const { companyName } = await settingsAsOf(at, tx);
    for (const { number, email, name, locale } of asked) {
      const w = wordsOf(satisfactionMailWords, isLocale(locale) ? locale : "pt-BR");
      const link = `${env.APP_URL}${paths.satisfaction(number)}`;
      const mail = { to: email, subject: w.subject(companyName), text: w.text(name, companyName, number, link) };
      await queueMail(mail, at, tx);
    }
    return asked.length;
  }, outer);
}
