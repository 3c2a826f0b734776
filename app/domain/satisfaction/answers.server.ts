import { sql } from "drizzle-orm";
import { planActivity } from "#app/domain/activities/activities.server.ts";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { dayOf, daysAfter } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { isLocale, wordsOf } from "#app/words/locale.ts";
import { satisfactionMailWords } from "#app/words/satisfaction-mails.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { attitudeOf } from "./satisfaction.ts";

/** What somebody said about an order. */
export interface Answer {
  score: number;
  why: string | null;
  answeredAt: Date;
  who: string;
}

/** A question as it stands for the buyer it was put to. */
export interface Question {
  number: string;
  isDismissed: boolean;
  answer: Answer | null;
}

interface QuestionRow {
  customerId: number;
  orderId: number;
  number: string;
  score: number | null;
  why: string | null;
  answeredAt: string | null;
  dismissedAt: string | null;
  who: string;
}

const columns = sql`q.customer_id as "customerId", q.order_id::float8 as "orderId", o.number, q.score, q.why,
  q.answered_at as "answeredAt", q.dismissed_at as "dismissedAt", u.name as who`;
const tables = sql`satisfaction_questions q join orders o on o.customer_id = q.customer_id and o.id = q.order_id
  join users u on u.id = q.buyer_id`;

function answerIn({ score, why, answeredAt, who }: QuestionRow): Answer | null {
  return score === null || answeredAt === null ? null : { score, why, answeredAt: new Date(answeredAt), who };
}

/** The question about an order that was put to this very buyer; any other does not exist (refused `not_found`). */
export async function questionOf(buyer: Buyer, number: string, tx: Tx = db): Promise<Question> {
  const row = await ownQuestion(buyer, number, tx);
  return { number: row.number, isDismissed: row.dismissedAt !== null, answer: answerIn(row) };
}

async function ownQuestion(buyer: Buyer, number: string, tx: Tx): Promise<QuestionRow> {
  const [row] = await preparedRows<QuestionRow>(
    sql`select ${columns} from ${tables} where q.customer_id = ${buyer.customerId}::int and q.buyer_id = ${buyer.userId}::int
      and o.number = ${number}::text`,
    tx,
  );
  if (!row) throw new Refusal("not_found", { what: "question" });
  return row;
}

/** The number of the order this buyer was asked about and has neither answered nor put away; null for nothing to ask. */
export async function waitingQuestionOf(buyer: Buyer, tx: Tx = db): Promise<string | null> {
  const [row] = await preparedRows<{ number: string }>(
    sql`select o.number from ${tables} where q.customer_id = ${buyer.customerId}::int and q.buyer_id = ${buyer.userId}::int
      and q.answered_at is null and q.dismissed_at is null order by q.asked_at desc limit 1`,
    tx,
  );
  return row?.number ?? null;
}

/** What was answered about an order; null while nothing was. */
export async function answerAbout(customerId: number, number: string, tx: Tx = db): Promise<Answer | null> {
  const [row] = await preparedRows<QuestionRow>(
    sql`select ${columns} from ${tables} where q.customer_id = ${customerId}::int and o.number = ${number}::text
      and q.score is not null`,
    tx,
  );
  return row ? answerIn(row) : null;
}

/**
 * Keeps a buyer's answer, which is never changed again (refused `already_answered`). Who would not recommend the company becomes a
 * task of their rep for the next day, in the same transaction.
 */
export async function answerQuestion(
  buyer: Buyer,
  number: string,
  said: { score: number; why: string | null },
  at: Date,
  outer: Tx = db,
): Promise<void> {
  const attitude = attitudeOf(said.score);
  await withTx(async (tx) => {
    const question = await ownQuestion(buyer, number, tx);
    const kept = await preparedRows(
      sql`update satisfaction_questions set score = ${said.score}::int, why = ${said.why}::text,
          answered_at = ${at.toISOString()}::timestamptz
        where customer_id = ${question.customerId}::int and order_id = ${question.orderId}::bigint and answered_at is null
        returning order_id`,
      tx,
    );
    if (kept.length === 0) throw new Refusal("already_answered");
    const note = { action: "satisfaction_answered", subject: `order ${number}`, after: { score: said.score } };
    await recordAudit({ actorId: buyer.userId, customerId: buyer.customerId, ...note }, at, tx);
    if (attitude === "detractor") await planCall(buyer.customerId, number, said, at, tx);
  }, outer);
}

/** The rep talks to them; a customer nobody looks after makes no task. */
async function planCall(
  customerId: number,
  number: string,
  { score, why }: { score: number; why: string | null },
  at: Date,
  tx: Tx,
): Promise<void> {
  const [rep] = await preparedRows<{ id: number; locale: string | null }>(
    sql`select u.id, u.locale from customers c join users u on u.id = c.rep_id and not u.is_disabled
      where c.id = ${customerId}::int`,
    tx,
  );
  if (!rep) return;
  const w = wordsOf(satisfactionMailWords, isLocale(rep.locale) ? rep.locale : "pt-BR");
  const subject = w.task(score, number, why).slice(0, 200);
  const on = daysAfter(dayOf(at), 1);
  await planActivity({ userId: rep.id, repId: rep.id }, { kind: "task", customerId, on, at: "09:00", subject }, at, tx);
}

/** The buyer does not want to be asked about this order again; an answer that was given stays. */
export async function dismissQuestion(buyer: Buyer, number: string, at: Date, tx: Tx = db): Promise<void> {
  const { customerId, orderId } = await ownQuestion(buyer, number, tx);
  await preparedRows(
    sql`update satisfaction_questions set dismissed_at = ${at.toISOString()}::timestamptz
      where customer_id = ${customerId}::int and order_id = ${orderId}::bigint and answered_at is null and dismissed_at is null`,
    tx,
  );
}
