import { sql } from "drizzle-orm";
import { queueMail } from "#app/domain/audit/outbox.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { type Day, dayOf } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { searchable } from "#app/domain/text.ts";
import { env } from "#app/env.server.ts";
import { paths } from "#app/paths.ts";
import { isLocale, wordsOf } from "#app/words/locale.ts";
import { productAskTaskWords } from "#app/words/product-ask-task.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { activities } from "#db/schema/index.ts";
import { answerDueAt } from "./activity.ts";

/** What a buyer asks their rep for: the search that found nothing, and what they say about it. */
export interface ProductAsk {
  query: string;
  wanted: string;
  quantity: number | null;
  note: string | null;
}

interface Asked {
  id: number;
  name: string;
  email: string;
  locale: string | null;
  customer: string;
}

/** Who is asked: the customer's rep; where there is none who works here, the manager or administrator who is here longest. */
async function whoIsAsked(customerId: number, tx: Tx = db): Promise<Asked | undefined> {
  const [asked] = await preparedRows<Asked>(
    sql`select u.id, u.name, u.email, u.locale, c.trade_name as customer
      from customers c join users u on u.id = c.rep_id or u.role in ('manager', 'admin')
      where c.id = ${customerId}::int and not u.is_disabled and u.role <> 'buyer'
      order by u.id = c.rep_id desc nulls last, u.role = 'manager' desc, u.id limit 1`,
    tx,
  );
  return asked;
}

/** Who would be asked, and whether this buyer has asked about these words today. */
export async function askingOf(
  buyer: Buyer,
  query: string,
  on: Day,
): Promise<{ rep: string | null; isAsked: boolean }> {
  const [asked, found] = await Promise.all([
    whoIsAsked(buyer.customerId),
    preparedRows(
      sql`select from product_asks where customer_id = ${buyer.customerId}::int and buyer_id = ${buyer.userId}::int
        and asked_on = ${on}::date and query = ${searchable(query)}::text`,
    ),
  ]);
  return { rep: asked?.name ?? null, isAsked: found.length > 0 };
}

/**
 * Asks the customer's rep about what the shop does not have: a task in their agenda, on the customer's record, and a mail. The same
 * words of the same buyer on the same day are asked once; sent again they change nothing.
 */
export async function askRep(buyer: Buyer, ask: ProductAsk, at: Date): Promise<void> {
  await withTx(async (tx) => {
    const rep = await whoIsAsked(buyer.customerId, tx);
    if (!rep) throw new Refusal("not_found", { what: "rep" });
    const [buyerRow] = await preparedRows<{ name: string }>(
      sql`select name from users where id = ${buyer.userId}::int`,
      tx,
    );
    // The key is taken first: a second try waits here, and then finds it taken.
    const [taken] = await preparedRows(
      sql`insert into product_asks (customer_id, buyer_id, asked_on, query, asked_at, activity_id)
        values (${buyer.customerId}::int, ${buyer.userId}::int, ${dayOf(at)}::date, ${searchable(ask.query)}::text,
          ${at.toISOString()}::timestamptz, 0) on conflict do nothing returning query`,
      tx,
    );
    if (!taken) return;
    const w = wordsOf(productAskTaskWords, isLocale(rep.locale) ? rep.locale : "pt-BR");
    const who = buyerRow?.name ?? "";
    const subject = w.subject(ask.wanted, ask.quantity);
    const notes = w.notes(who, ask.query, ask.note);
    const [task] = await tx
      .insert(activities)
      .values({
        customerId: buyer.customerId,
        kind: "task",
        userId: rep.id,
        plannedAt: answerDueAt(at),
        subject,
        notes,
        createdAt: at,
      })
      .returning({ id: activities.id });
    await preparedRows(
      sql`update product_asks set activity_id = ${task!.id}::bigint where customer_id = ${buyer.customerId}::int
        and buyer_id = ${buyer.userId}::int and asked_on = ${dayOf(at)}::date and query = ${searchable(ask.query)}::text`,
      tx,
    );
    const link = `${env.APP_URL}${paths.office.visit(task!.id)}`;
    const text = w.mailText(rep.name, rep.customer, subject, notes, link);
    await queueMail({ to: rep.email, subject: w.mailSubject(rep.customer, ask.wanted), text }, at, tx);
  });
}
