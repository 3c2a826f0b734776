import { sql } from "drizzle-orm";
import { releaseCredit } from "#app/domain/credit/credit.server.ts";
import { holdsBeforeOn } from "#app/domain/credit/credit.ts";
import { owesSinceBefore } from "#app/domain/credit/held.server.ts";
import type { OfferedTerms } from "#app/domain/customers/payment-terms.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { takeUnitsAgain } from "#app/domain/pricing/promotion-units.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { addFacts } from "./facts.server.ts";

/** Which order, of whom; its customer's row is locked by then. */
export interface PaidOrder {
  customerId: number;
  id: number;
  number: string;
}

const isThis = ({ customerId, id }: PaidOrder) => sql`customer_id = ${customerId}::int and id = ${id}::bigint`;

/** Notes that the money of an online order is in; false when it was already, or the order no longer stands. */
export async function markPaid(order: PaidOrder, at: Date, tx: Tx): Promise<boolean> {
  const paid = await preparedRows(
    sql`update orders set paid_at = ${at.toISOString()}::timestamptz
      where ${isThis(order)} and payment_method = 'online' and paid_at is null and cancelled_at is null returning id`,
    tx,
  );
  return paid.length === 1;
}

/** Keeps the goods of an order for its payment until then at least; never shorter than before. */
export async function keepGoodsUntil(order: PaidOrder, until: Date, tx: Tx): Promise<void> {
  await preparedRows(
    sql`update orders set pay_by_at = greatest(pay_by_at, ${until.toISOString()}::timestamptz)
      where ${isThis(order)} and payment_method = 'online' and paid_at is null and cancelled_at is null`,
    tx,
  );
}

/**
 * Turns an order that awaits its payment into one on account: from now on it holds credit, by the rule of every order. Refused
 * with `credit_exceeded` or `credit_held`; the price stays as it was ordered.
 */
export async function moveToAccount(
  order: PaidOrder,
  terms: OfferedTerms,
  byUserId: number,
  at: Date,
  tx: Tx,
): Promise<void> {
  const { holdOverdueAfterDays } = await settingsAsOf(at, tx);
  const holdsBefore = holdsBeforeOn(holdOverdueAfterDays, dayOf(at));
  const moved = await preparedRows<{ cents: number }>(
    sql`update orders set payment_method = 'account', pay_by_at = null, payment_terms_id = ${terms.id}::int,
        payment_terms_name = ${terms.name}::text, payment_terms_days = ${`{${terms.days}}`}::int[]
      where ${isThis(order)} and payment_method = 'online' and paid_at is null and cancelled_at is null
        and goods_cents >= ${terms.minimumOrderCents}::bigint
      returning goods_cents + freight_cents as cents`,
    tx,
  );
  const [{ cents } = { cents: 0 }] = moved;
  if (moved.length === 0) throw new Refusal("payment_over");
  const [held] = await preparedRows<{ isHeld: boolean; isWithin: boolean }>(
    sql`select is_credit_held or ${owesSinceBefore(order.customerId, holdsBefore)} as "isHeld",
        credit_limit_cents is null or credit_used_cents + ${cents}::bigint <= credit_limit_cents as "isWithin"
      from customers where id = ${order.customerId}::int`,
    tx,
  );
  if (held?.isHeld) throw new Refusal("credit_held");
  if (!held?.isWithin) throw new Refusal("credit_exceeded");
  await preparedRows(
    sql`with counted as (
      update customers set credit_used_cents = credit_used_cents + ${cents}::bigint where id = ${order.customerId}::int returning id
    )
    insert into credit_entries (customer_id, amount_cents, reason, order_number, at, by_user_id)
    select id, ${cents}::bigint, 'order', ${order.number}::text, ${at.toISOString()}::timestamptz, ${byUserId}::int from counted`,
    tx,
  );
}

/**
 * Turns an order on account into one that awaits its payment until then: it lets go of its credit, and of its terms; the price stays
 * as it was ordered. Refused `order_state` once the house works on it.
 */
export async function moveToOnline(order: PaidOrder, payByAt: Date, byUserId: number, at: Date, tx: Tx): Promise<void> {
  await releaseCredit(order.customerId, order.number, byUserId, at, tx);
  const moved = await preparedRows(
    sql`update orders set payment_method = 'online', pay_by_at = ${payByAt.toISOString()}::timestamptz,
        payment_terms_id = null, payment_terms_name = null, payment_terms_days = null
      where ${isThis(order)} and payment_method = 'account' and kind = 'order' and not is_imported and not is_bonus
        and not is_freight_open and confirmed_at is null and invoiced_at is null and cancelled_at is null
      returning id`,
    tx,
  );
  if (moved.length === 0) throw new Refusal("order_state");
}

/**
 * Takes a cancelled order up again because its money came in after all: its goods are held anew, or it is refused `out_of_stock`,
 * and so are its units of limited promotions (`promotion_sold_out`); then it counts again. The one way back from cancelled; who
 * took it is in the audit.
 */
export async function takeUpAgain(order: PaidOrder, tx: Tx): Promise<void> {
  const lines = sql`select l.product_id, sum(l.quantity)::int as quantity from order_lines l
    where l.customer_id = ${order.customerId}::int and l.order_id = ${order.id}::bigint group by l.product_id`;
  const short = await preparedRows(
    sql`with wanted as materialized (${lines}), locked as materialized (
      select s.product_id from stock s where s.product_id in (select product_id from wanted) order by s.product_id for no key update
    ), held as (
      update stock s set reserved = s.reserved + w.quantity from wanted w join locked k on k.product_id = w.product_id
      where s.product_id = w.product_id and s.on_hand - s.reserved >= w.quantity returning s.product_id
    )
    select product_id from wanted where product_id not in (select product_id from held)`,
    tx,
  );
  if (short.length > 0) throw new Refusal("out_of_stock");
  if (!(await takeUnitsAgain(order, tx))) throw new Refusal("promotion_sold_out");
  const again = await preparedRows(
    sql`update orders set cancelled_at = null, cancel_reason = null
      where ${isThis(order)} and payment_method = 'online' and cancelled_at is not null returning id`,
    tx,
  );
  if (again.length === 0) throw new Refusal("order_state");
  await addFacts(order.customerId, { id: order.id }, tx);
}
