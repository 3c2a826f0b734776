import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { markPaid, takeUpAgain } from "#app/domain/orders/paying.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { PaymentNo, PaymentSilence, payBack } from "#app/gateways/stripe.server.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type Attempt, attemptsOf, attemptsWhere, noteSilence } from "./attempts.server.ts";
import { tellPaid } from "./mails.server.ts";
import { type DecisionKind, type Settlement, settlementsFor } from "./payment.ts";
import { lockedAttempt, orderOf } from "./seeing.server.ts";
import { storyOf } from "./story.ts";

/**
 * Why the money of attempt `a` of order `o` has to be looked at, as SQL; null while nothing is open. It is asked, never stored:
 * money nobody took for an order, an order given up after its money was taken, money paid back or disputed since somebody looked.
 */
export const decisionText = `case
  when a.paid_at is null then null
  when a.disputed_at > coalesce(a.settled_at, '-infinity') then 'disputed'
  when a.refunded_at > coalesce(a.settled_at, '-infinity') then 'refunded'
  when a.applied_at is null and a.settled_at is null then case
    when o.paid_at is not null then 'paid_twice'
    when o.cancelled_at is not null then 'order_cancelled'
    when o.payment_method = 'account' then 'on_account'
    else 'amount_differs' end
  when a.applied_at is not null and o.cancelled_at > coalesce(a.settled_at, '-infinity') then 'order_cancelled'
  else null end`;

/** What staff decided about money in question. */
export interface DecisionWish {
  how: Settlement;
  note: string | null;
}

/** The attempt of the scope (refused `not_found` outside of it). */
export async function attemptIn(scope: Scope, id: number, tx: Tx = db): Promise<Attempt> {
  const [attempt] = await attemptsWhere(
    sql`a.id = ${id}::bigint and exists (select from customers c where c.id = a.customer_id
      and (${scope.repId}::int is null or c.rep_id = ${scope.repId}::int))`,
    tx,
  );
  if (!attempt) throw new Refusal("not_found", { what: "payment", id });
  return attempt;
}

/** What is to be decided about an attempt; null when nothing is. */
export async function decisionOf(attempt: Attempt, tx: Tx = db): Promise<DecisionKind | null> {
  const [row] = await preparedRows<{ kind: DecisionKind | null }>(
    sql`select ${sql.raw(decisionText)} as kind from payment_attempts a
      join orders o on o.customer_id = a.customer_id and o.id = a.order_id
      where a.customer_id = ${attempt.customerId}::int and a.id = ${attempt.id}::bigint`,
    tx,
  );
  return row?.kind ?? null;
}

/** What happened to the attempts of an order, the latest call that failed, and the one that waits to be decided. */
export async function paymentStoryOf(customerId: number, orderId: number) {
  const attempts = await attemptsOf(customerId, orderId);
  const kinds = await Promise.all(attempts.map((one) => decisionOf(one)));
  const events = storyOf(attempts);
  const lastError = attempts.at(-1)?.lastError ?? null;
  return { events, lastError, inQuestion: attempts.find((_, at) => kinds[at] !== null)?.id ?? null };
}

async function openDecision(attempt: Attempt, how: Settlement, tx: Tx): Promise<DecisionKind> {
  const kind = await decisionOf(attempt, tx);
  if (!kind || !settlementsFor(kind, attempt.method).includes(how)) throw new Refusal("payment_settled");
  return kind;
}

/**
 * Decides about money in question: it is taken for the order (which is taken up again if it was given up), paid back, or noted as
 * settled otherwise. Money goes back before it is written down, by a key of its own, so that it goes back once. Whoever calls
 * has asked for the permission `credit`.
 */
export async function decidePayment(scope: Scope, id: number, { how, note }: DecisionWish, at: Date): Promise<void> {
  const attempt = await attemptIn(scope, id);
  await openDecision(attempt, how, db);
  const back = how === "refunded" ? await paidBack(attempt, at) : null;
  await withTx(async (tx) => {
    const now = await lockedAttempt(attempt, tx);
    const kind = await openDecision(now, how, tx).catch((fault) => {
      // The money is back by now, and the payment house may have told so itself.
      if (back === null) throw fault;
      return "refunded" as const;
    });
    if (how === "accepted") await accept(now, kind, at, tx);
    await preparedRows(
      sql`update payment_attempts set settled_at = ${at.toISOString()}::timestamptz, settled_by = ${scope.userId}::int,
          settled_how = ${how}::text, settled_note = ${note}::text,
          refunded_cents = greatest(refunded_cents, ${back ?? 0}::bigint),
          refunded_at = case when ${back !== null}::boolean then ${at.toISOString()}::timestamptz else refunded_at end
        where customer_id = ${now.customerId}::int and id = ${now.id}::bigint`,
      tx,
    );
    await recordAudit(
      {
        actorId: scope.userId,
        customerId: now.customerId,
        action: `payment_${how}`,
        subject: `order ${now.orderNumber}`,
        before: { why: kind, receivedCents: now.receivedCents },
        after: { ...(note && { note }), ...(back !== null && { refundedCents: back }) },
      },
      at,
      tx,
    );
  });
}

async function accept(attempt: Attempt, kind: DecisionKind, at: Date, tx: Tx): Promise<void> {
  const order = orderOf(attempt);
  if (kind === "order_cancelled") await takeUpAgain(order, tx);
  if (attempt.appliedAt !== null) return;
  if (!(await markPaid(order, at, tx))) throw new Refusal("payment_settled");
  await preparedRows(
    sql`update payment_attempts set applied_at = ${at.toISOString()}::timestamptz
      where customer_id = ${attempt.customerId}::int and id = ${attempt.id}::bigint`,
    tx,
  );
  await tellPaid(attempt, at, tx);
}

async function paidBack(attempt: Attempt, at: Date): Promise<number> {
  try {
    return (await payBack(attempt.paymentRef ?? "", attempt.key)).cents;
  } catch (fault) {
    if (!(fault instanceof PaymentSilence || fault instanceof PaymentNo)) throw fault;
    await noteSilence(attempt, fault, at);
    throw new Refusal(fault instanceof PaymentSilence ? "payment_silent" : "payment_refused");
  }
}
