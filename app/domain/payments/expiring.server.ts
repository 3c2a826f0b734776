import { sql } from "drizzle-orm";
import { lockedCredit } from "#app/domain/credit/credit.server.ts";
import { cancelOrder } from "#app/domain/orders/moves.server.ts";
import { unpaidInTime } from "#app/domain/orders/order.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { isPaymentSet } from "#app/gateways/stripe.server.ts";
import { db, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { attemptsOf, attemptsWhere, isInQuestion, liveOf, liveText } from "./attempts.server.ts";
import { tellUnpaid } from "./mails.server.ts";
import { methodsOffered } from "./offered.server.ts";
import { closed } from "./pages.server.ts";
import { lookAgain } from "./seeing.server.ts";

const atOnce = 40;

/**
 * Once a minute: looks up what the payment house should have told by now, closes the pages of orders that no longer stand, and gives
 * up what nobody paid in time. Several processes may do it at the same time; nothing is given up while nobody knows whether it
 * was paid. Gives how many orders were given up.
 */
export async function tendPayments(at: Date): Promise<number> {
  if (isPaymentSet()) await Promise.allSettled([methodsOffered(at), lookAtOverdue(at), closeForlorn(at)]);
  const due = await preparedRows<{ customerId: number; id: number; number: string; cents: number }>(
    sql`select o.customer_id as "customerId", o.id, o.number, o.goods_cents + o.freight_cents as cents from orders o
      where o.payment_method = 'online' and o.paid_at is null and o.cancelled_at is null
        and o.pay_by_at <= ${at.toISOString()}::timestamptz
      order by o.pay_by_at limit ${atOnce}`,
  );
  let given = 0;
  for (const order of due) {
    try {
      if (await giveUpUnpaid(order, at)) given++;
    } catch (fault) {
      // Nobody knows whether it was paid, or it no longer stands: the next round looks again.
      if (!(fault instanceof Refusal)) throw fault;
    }
  }
  return given;
}

const overdue = (at: Date) => sql`${at.toISOString()}::timestamptz`;

/** Pages that should be over, and boletos nobody told about for an hour; one that was asked about in vain waits five minutes. */
async function lookAtOverdue(at: Date): Promise<void> {
  const silent = await attemptsWhere(
    sql`${sql.raw(liveText)} and a.session_id is not null
      and (a.last_error_at is null or a.last_error_at < ${overdue(at)} - interval '5 minutes')
      and ((a.processing_at is null and a.expires_at <= ${overdue(at)})
        or (a.processing_at is not null and coalesce(a.answered_at, a.processing_at) < ${overdue(at)} - interval '1 hour'))`,
    db,
    sql`order by a.expires_at limit ${atOnce}`,
  );
  for (const attempt of silent) await lookAgain(attempt, at);
}

/** An order was given up while its page was still open: the page is closed, so that nobody pays for nothing. */
async function closeForlorn(at: Date): Promise<void> {
  const forlorn = await attemptsWhere(
    sql`${sql.raw(liveText)} and (o.cancelled_at is not null or o.payment_method = 'account')
      and (a.last_error_at is null or a.last_error_at < ${overdue(at)} - interval '5 minutes')`,
    db,
    sql`order by a.id limit ${atOnce}`,
  );
  for (const attempt of forlorn) await closed(attempt, "cancelled", at).catch(ifRefused);
}

const ifRefused = (fault: unknown) => {
  if (!(fault instanceof Refusal)) throw fault;
};

/** Closes the order's page first, and gives the order up only if that showed no money. */
async function giveUpUnpaid(
  order: { customerId: number; id: number; number: string; cents: number },
  at: Date,
): Promise<boolean> {
  const live = liveOf(await attemptsOf(order.customerId, order.id));
  if (live && (await closed(live, "expired", at)) === "paid") return false;
  return withTx(async (tx) => {
    await lockedCredit(order.customerId, tx);
    const [still] = await preparedRows(
      sql`select id from orders where customer_id = ${order.customerId}::int and id = ${order.id}::bigint
        and payment_method = 'online' and paid_at is null and cancelled_at is null
        and pay_by_at <= ${at.toISOString()}::timestamptz`,
      tx,
    );
    const attempts = await attemptsOf(order.customerId, order.id, tx);
    if (!still || liveOf(attempts) || isInQuestion(attempts)) return false;
    await cancelOrder({ userId: null, repId: null, customerId: order.customerId }, order.number, unpaidInTime, at, tx);
    const { customerId, id: orderId, number: orderNumber, cents: amountCents } = order;
    await tellUnpaid({ customerId, orderId, orderNumber, amountCents }, at, tx);
    return true;
  });
}
