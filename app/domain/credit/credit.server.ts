import { sql } from "drizzle-orm";
import type { Tx } from "#db/connection.server.ts";

/** Gives back what an order holds of its customer's credit, with its line in the credit ledger; an order that holds nothing gives nothing. */
export async function releaseCredit(
  customerId: number,
  orderNumber: string,
  byUserId: number,
  at: Date,
  tx: Tx,
): Promise<void> {
  await tx.execute(sql`select id from customers where id = ${customerId} for no key update`);
  await tx.execute(sql`
    with held as (
      select coalesce(sum(e.amount_cents), 0)::bigint as cents from credit_entries e
      where e.customer_id = ${customerId} and e.order_number = ${orderNumber} and e.reason in ('order', 'cancelled')
    ), entry as (
      insert into credit_entries (customer_id, amount_cents, reason, order_number, at, by_user_id)
      select ${customerId}, -held.cents, 'cancelled', ${orderNumber}, ${at.toISOString()}::timestamptz, ${byUserId}
      from held where held.cents <> 0
    )
    update customers set credit_used_cents = credit_used_cents - held.cents from held where id = ${customerId}`);
}
