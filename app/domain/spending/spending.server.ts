import { type SQL, sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import { dayOf, monthStart, startOf } from "#app/domain/period.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { limitsExceeded, type Spending, unlimited } from "./spending.ts";

const moment = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** What the orders a buyer `u` placed themselves in the month of a moment come to, freight included; cancelled ones no longer count. */
function monthUsed(at: Date): SQL {
  const today = dayOf(at);
  return sql`(select coalesce(sum(o.goods_cents + o.freight_cents), 0)::bigint from orders o
    where o.customer_id = u.customer_id and o.placed_by = u.id and o.kind = 'order' and not o.is_imported
      and o.cancelled_at is null and o.placed_at >= ${moment(startOf(monthStart(today)))}
      and o.placed_at < ${moment(startOf(monthStart(today, 1)))})`;
}

/** What a buyer `u` may spend, and what they did of the month. */
const spendingColumns = (at: Date): SQL => sql`u.order_limit_cents as "orderLimitCents",
  u.month_limit_cents as "monthLimitCents", case when u.month_limit_cents is null then 0 else ${monthUsed(at)} end as "monthUsedCents"`;

function spendingRows(userId: number, customerId: number, at: Date, tx: Tx): Promise<Spending[]> {
  return preparedRows<Spending>(
    sql`select ${spendingColumns(at)} from users u where u.id = ${userId}::int and u.customer_id = ${customerId}::int and u.role = 'buyer'`,
    tx,
  );
}

/** The limits of the buyer at the keys and what they used of the month; a member of staff acting for the customer has none. */
export async function spendingOf(buyer: Buyer, at: Date, tx: Tx = db): Promise<Spending> {
  if (buyer.actingUserId !== null) return unlimited;
  const [spending] = await spendingRows(buyer.userId, buyer.customerId, at, tx);
  return spending ?? unlimited;
}

/** The names of the buyer's colleagues who could order this total on their own now. */
export async function colleaguesWithin(buyer: Buyer, totalCents: Cents, at: Date): Promise<string[]> {
  const colleagues = await preparedRows<Spending & { name: string }>(
    sql`select u.name, ${spendingColumns(at)} from users u
      where u.customer_id = ${buyer.customerId}::int and u.id <> ${buyer.userId}::int and u.role = 'buyer'
        and u.buyer_role is distinct from 'views' and not u.is_disabled and u.password_hash is not null
      order by u.name, u.id`,
  );
  return colleagues.filter((one) => limitsExceeded(one, totalCents).length === 0).map(({ name }) => name);
}

/**
 * What a buyer may still spend, asked so that it holds until the transaction ends: their orders queue up behind the lock on their
 * own row, and each counts those before it. Two statements on purpose: only one that begins after the lock sees them.
 */
export async function lockedSpendingOf(userId: number, customerId: number, at: Date, tx: Tx): Promise<Spending> {
  const [, [spending]] = await Promise.all([
    preparedRows(sql`select id from users where id = ${userId}::int for no key update`, tx),
    spendingRows(userId, customerId, at, tx),
  ]);
  return spending ?? unlimited;
}
