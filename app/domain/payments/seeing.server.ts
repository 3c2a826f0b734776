import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { lockedCredit } from "#app/domain/credit/credit.server.ts";
import { keepGoodsUntil, markPaid } from "#app/domain/orders/paying.server.ts";
import { lookAtPage, PaymentNo, PaymentSilence } from "#app/gateways/stripe.server.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type Attempt, attemptsWhere, noteSilence } from "./attempts.server.ts";
import { tellFailed, tellPaid } from "./mails.server.ts";
import { type AttemptState, attemptStateOf, keptUntil, type Sighting, stateAfter, verdictOn } from "./payment.ts";

const columnOf = {
  open: "opened_at",
  processing: "processing_at",
  paid: "paid_at",
  failed: "failed_at",
  expired: "expired_at",
  cancelled: "cancelled_at",
} as const;

type Which = Pick<Attempt, "customerId" | "id">;

/** What was seen; an attempt that was closed on the buyer's own wish is given up rather than over. */
type Seen = Omit<Sighting, "state"> & { state: Exclude<AttemptState, "starting"> };

/** An attempt, its customer's credit locked before it, so that whatever happens to one customer's orders queues up. */
export async function lockedAttempt({ customerId, id }: Which, tx: Tx): Promise<Attempt> {
  await lockedCredit(customerId, tx);
  const [attempt] = await attemptsWhere(
    sql`a.customer_id = ${customerId}::int and a.id = ${id}::bigint`,
    tx,
    sql`for update of a`,
  );
  if (!attempt) throw new Error(`payment attempt ${id} of customer ${customerId} is gone`);
  return attempt;
}

/**
 * Writes down what was seen of an attempt and draws its consequences once: money that fits is taken for the order, a boleto keeps
 * its goods longer, whatever else came in waits for a decision. However often and in whatever order it is seen, the state only
 * moves forward. Gives the state after it.
 */
export async function noteSighting(which: Which, seen: Seen, at: Date, outer: Tx = db): Promise<AttemptState> {
  return withTx(async (tx) => {
    const attempt = await lockedAttempt(which, tx);
    const before = attemptStateOf(attempt);
    const after = stateAfter(before, seen.state);
    await preparedRows(
      sql`update payment_attempts set answered_at = ${at.toISOString()}::timestamptz, session_id = coalesce(session_id, ${seen.sessionId}::text),
        voucher_url = coalesce(${seen.voucherUrl}::text, voucher_url),
        voucher_due_at = coalesce(${seen.voucherDueAt?.toISOString() ?? null}::timestamptz, voucher_due_at),
        payment_ref = coalesce(${seen.paymentRef}::text, payment_ref)
      where customer_id = ${which.customerId}::int and id = ${which.id}::bigint`,
      tx,
    );
    if (after === before || after === "starting") return after;
    await moveAttempt(which, after, at, tx);
    if (after === "paid") await takeMoney(attempt, seen, at, tx);
    if (after === "processing" && seen.voucherDueAt) {
      await keepGoodsUntil(orderOf(attempt), keptUntil(attempt.method, seen.voucherDueAt), tx);
    }
    if (after === "failed" && !attempt.order.isPaid && !attempt.order.isCancelled) await tellFailed(attempt, at, tx);
    return after;
  }, outer);
}

/** Sets the moment of a state; whoever calls has asked the table of states whether it may follow. */
export async function moveAttempt(
  which: Which,
  to: Exclude<AttemptState, "starting">,
  at: Date,
  tx: Tx,
): Promise<void> {
  const column = sql.raw(columnOf[to]);
  await preparedRows(
    sql`update payment_attempts set ${column} = coalesce(${column}, ${at.toISOString()}::timestamptz)
      where customer_id = ${which.customerId}::int and id = ${which.id}::bigint`,
    tx,
  );
}

/** The order an attempt is about, as the room of orders asks for it. */
export const orderOf = ({ customerId, orderId, orderNumber }: Attempt) => ({
  customerId,
  id: orderId,
  number: orderNumber,
});

/** Money came in: it is taken for the order, or waits for somebody to decide; either way the audit tells. */
async function takeMoney(attempt: Attempt, seen: Seen, at: Date, tx: Tx): Promise<void> {
  const received = { cents: seen.receivedCents, currency: seen.currency };
  const against = verdictOn(received, attempt, attempt.order);
  const isTaken = against === null && (await markPaid(orderOf(attempt), at, tx));
  await preparedRows(
    sql`update payment_attempts set received_cents = ${seen.receivedCents}::bigint, received_currency = ${seen.currency}::text,
        applied_at = ${isTaken ? at.toISOString() : null}::timestamptz
      where customer_id = ${attempt.customerId}::int and id = ${attempt.id}::bigint`,
    tx,
  );
  await recordAudit(
    {
      actorId: null,
      customerId: attempt.customerId,
      action: isTaken ? "order_paid" : "payment_to_decide",
      subject: `order ${attempt.orderNumber}`,
      after: { method: attempt.method, receivedCents: seen.receivedCents, ...(against && { why: against }) },
    },
    at,
    tx,
  );
  if (isTaken) await tellPaid(attempt, at, tx);
}

/** Looks an attempt up at the payment house and writes down what was seen; null when it did not answer, which is noted too. */
export async function lookAgain(attempt: Attempt, at: Date, patience?: number): Promise<AttemptState | null> {
  if (attempt.sessionId === null) return null;
  try {
    return await noteSighting(attempt, await lookAtPage(attempt.sessionId, patience), at);
  } catch (fault) {
    if (!(fault instanceof PaymentSilence || fault instanceof PaymentNo)) throw fault;
    await noteSilence(attempt, fault, at);
    return null;
  }
}
