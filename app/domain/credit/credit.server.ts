import { sql } from "drizzle-orm";
import type { Cents } from "#app/domain/money.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";

/** Locks a customer's credit until the transaction ends: whatever changes what a customer owes begins with it. */
export async function lockedCredit(customerId: number, tx: Tx): Promise<void> {
  await preparedRows(sql`select id from customers where id = ${customerId}::int for no key update`, tx);
}

/** Why the used credit changes; `amountCents` is added to it. */
export interface CreditChange {
  amountCents: Cents;
  reason: "paid" | "cancelled" | "adjusted" | "opening";
  orderNumber: string | null;
  receivableId: number;
}

/** Changes what is used of a customer's credit, with its line in the ledger; the counter never falls below zero. */
export async function changeUsedCredit(
  customerId: number,
  { amountCents, reason, orderNumber, receivableId }: CreditChange,
  byUserId: number | null,
  at: Date,
  tx: Tx,
): Promise<void> {
  if (amountCents === 0) return;
  const changed = await preparedRows(
    sql`with counted as (
      update customers set credit_used_cents = credit_used_cents + ${amountCents}::bigint
      where id = ${customerId}::int and credit_used_cents + ${amountCents}::bigint >= 0 returning id
    )
    insert into credit_entries (customer_id, amount_cents, reason, order_number, receivable_id, at, by_user_id)
    select id, ${amountCents}::bigint, ${reason}::text, ${orderNumber}::text, ${receivableId}::bigint,
      ${at.toISOString()}::timestamptz, ${byUserId}::int
    from counted returning id`,
    tx,
  );
  if (changed.length !== 1) throw new Error(`credit of customer ${customerId} would fall below zero`);
}

/** Gives back what an order still holds of its customer's credit, with its line in the ledger; an order that holds nothing gives nothing. */
export async function releaseCredit(
  customerId: number,
  orderNumber: string,
  byUserId: number | null,
  at: Date,
  tx: Tx,
): Promise<void> {
  await lockedCredit(customerId, tx);
  await tx.execute(sql`
    with held as (
      select coalesce(sum(e.amount_cents), 0)::bigint as cents from credit_entries e
      left join receivables r on r.customer_id = e.customer_id and r.id = e.receivable_id
      where e.customer_id = ${customerId} and e.order_number = ${orderNumber}
        and (e.receivable_id is null or r.kind = 'order') and e.reason in ('order', 'cancelled', 'paid')
    ), entry as (
      insert into credit_entries (customer_id, amount_cents, reason, order_number, at, by_user_id)
      select ${customerId}, -held.cents, 'cancelled', ${orderNumber}, ${at.toISOString()}::timestamptz, ${byUserId}::int
      from held where held.cents <> 0
    )
    update customers set credit_used_cents = credit_used_cents - held.cents from held where id = ${customerId}`);
}
