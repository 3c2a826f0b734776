import { sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import { changeUsedCredit } from "#app/domain/credit/credit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import { type Day, dayOf } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";

/** A receivable while something happens to it; its customer's credit is locked, and then the receivable itself. */
interface Held {
  customerId: number;
  id: number;
  document: string;
  orderNumber: string | null;
  amountCents: Cents;
  paidCents: Cents;
  isCancelled: boolean;
}

/** Locks in the order of the house, credit first; a receivable outside of the scope does not exist (refused `not_found`). */
async function heldReceivable(scope: Scope, id: number, tx: Tx): Promise<Held> {
  const [owner] = await preparedRows<{ customerId: number }>(
    sql`select c.id as "customerId" from receivables r join customers c on c.id = r.customer_id
      where r.id = ${id}::bigint and (${scope.repId}::int is null or c.rep_id = ${scope.repId}::int)
      for no key update of c`,
    tx,
  );
  if (!owner) throw new Refusal("not_found", { what: "receivable", id });
  const [held] = await preparedRows<Held>(
    sql`select customer_id as "customerId", id, document, order_number as "orderNumber", amount_cents as "amountCents",
        paid_cents as "paidCents", cancelled_at is not null as "isCancelled"
      from receivables where customer_id = ${owner.customerId}::int and id = ${id}::bigint for update`,
    tx,
  );
  if (!held) throw new Refusal("not_found", { what: "receivable", id });
  return held;
}

/** A payment as somebody hands it in. */
export interface PaymentWish {
  amountCents: Cents;
  paidOn: Day;
  note: string | null;
  /** What was shown as open; another amount by now is refused (`receivable_moved`). Null where nothing was shown. */
  shownOpenCents: Cents | null;
}

async function writtenPayment(
  held: Held,
  {
    amountCents,
    paidOn,
    note,
    countersId,
  }: { amountCents: Cents; paidOn: Day; note: string | null; countersId: number | null },
  byUserId: number,
  at: Date,
  tx: Tx,
): Promise<void> {
  const paid = await preparedRows(
    sql`update receivables set paid_cents = paid_cents + ${amountCents}::bigint,
        paid_on = case when paid_cents + ${amountCents}::bigint = amount_cents then ${paidOn}::date end
      where customer_id = ${held.customerId}::int and id = ${held.id}::bigint
        and paid_cents + ${amountCents}::bigint between 0 and amount_cents
      returning id`,
    tx,
  );
  if (paid.length === 0) throw new Refusal("receivable_overpaid", { openCents: held.amountCents - held.paidCents });
  await preparedRows(
    sql`insert into receivable_payments (customer_id, receivable_id, amount_cents, paid_on, counters_id, note, at, by_user_id)
      values (${held.customerId}::int, ${held.id}::bigint, ${amountCents}::bigint, ${paidOn}::date, ${countersId}::bigint,
        ${note}::text, ${at.toISOString()}::timestamptz, ${byUserId}::int)`,
    tx,
  );
  const change = {
    amountCents: -amountCents,
    reason: "paid" as const,
    orderNumber: held.orderNumber,
    receivableId: held.id,
  };
  await changeUsedCredit(held.customerId, change, byUserId, at, tx);
}

/**
 * Notes a payment down, whole or part, and frees the customer's credit by exactly that, all or nothing. Refused when it is more
 * than is open, when the receivable is closed, or when the day has not come. Whoever calls has asked for the permission `credit`.
 */
export async function payReceivable(scope: Scope, id: number, wish: PaymentWish, at: Date, tx: Tx = db): Promise<void> {
  if (wish.paidOn > dayOf(at)) throw new Refusal("payment_in_future");
  await withTx(async (inside) => {
    const held = await heldReceivable(scope, id, inside);
    const openCents = held.amountCents - held.paidCents;
    if (held.isCancelled || openCents === 0) throw new Refusal("receivable_closed");
    if (wish.shownOpenCents !== null && wish.shownOpenCents !== openCents) throw new Refusal("receivable_moved");
    if (wish.amountCents < 1 || wish.amountCents > openCents) throw new Refusal("receivable_overpaid", { openCents });
    await writtenPayment(held, { ...wish, countersId: null }, scope.userId, at, inside);
    await recordAudit(
      {
        ...about(scope, held),
        action: "receivable_paid",
        before: { openCents },
        after: { paidCents: wish.amountCents, paidOn: wish.paidOn, openCents: openCents - wish.amountCents },
      },
      at,
      inside,
    );
  }, tx);
}

/** Takes a wrong entry back with a counter entry of the same day; once (refused `payment_countered`), and the credit is used again. */
export async function counterPayment(
  scope: Scope,
  id: number,
  { paymentId, note }: { paymentId: number; note: string | null },
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (inside) => {
    const held = await heldReceivable(scope, id, inside);
    const [payment] = await preparedRows<{ amountCents: Cents; paidOn: Day; isCountered: boolean }>(
      sql`select p.amount_cents as "amountCents", p.paid_on as "paidOn", exists (
          select from receivable_payments q where q.customer_id = p.customer_id and q.counters_id = p.id) as "isCountered"
        from receivable_payments p where customer_id = ${held.customerId}::int and receivable_id = ${held.id}::bigint and id = ${paymentId}::bigint
          and counters_id is null`,
      inside,
    );
    if (!payment) throw new Refusal("not_found", { what: "payment", id: paymentId });
    if (payment.isCountered) throw new Refusal("payment_countered");
    if (held.isCancelled || payment.amountCents < 0) throw new Refusal("receivable_closed");
    const entry = { amountCents: -payment.amountCents, paidOn: payment.paidOn, note, countersId: paymentId };
    await writtenPayment(held, entry, scope.userId, at, inside);
    const openCents = held.amountCents - held.paidCents + payment.amountCents;
    await recordAudit(
      {
        ...about(scope, held),
        action: "receivable_payment_undone",
        before: { paidCents: payment.amountCents, paidOn: payment.paidOn },
        after: { openCents },
      },
      at,
      inside,
    );
  }, tx);
}

/** Cancels what is still open (goods came back, a discount was agreed): it is no longer owed, and its credit is free. */
export async function cancelReceivable(scope: Scope, id: number, reason: string, at: Date, tx: Tx = db): Promise<void> {
  await withTx(async (inside) => {
    const held = await heldReceivable(scope, id, inside);
    const openCents = held.amountCents - held.paidCents;
    if (held.isCancelled || openCents === 0) throw new Refusal("receivable_closed");
    await preparedRows(
      sql`update receivables set cancelled_at = ${at.toISOString()}::timestamptz, cancel_reason = ${reason}::text
        where customer_id = ${held.customerId}::int and id = ${held.id}::bigint`,
      inside,
    );
    const { orderNumber } = held;
    const change = { amountCents: -openCents, reason: "cancelled" as const, orderNumber, receivableId: held.id };
    await changeUsedCredit(held.customerId, change, scope.userId, at, inside);
    await recordAudit(
      { ...about(scope, held), action: "receivable_cancelled", before: { openCents }, after: { openCents: 0, reason } },
      at,
      inside,
    );
  }, tx);
}

const about = (scope: Scope, { customerId, document }: Held) => ({
  actorId: scope.userId,
  customerId,
  subject: `receivable ${document}`,
});
