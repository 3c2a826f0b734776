import { sql } from "drizzle-orm";
import { Refusal } from "#app/domain/refusal.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";

/** Locks the people of somebody's customer, in one order, so that two changes cannot each take away the approver the other counts on. */
export async function lockColleaguesOf(userId: number, tx: Tx): Promise<void> {
  await preparedRows(
    sql`select id from users where customer_id = (select customer_id from users where id = ${userId}::int)
      order by id for no key update`,
    tx,
  );
}

/**
 * Refused `last_approver` when somebody of the customer who may order has a spending limit and no colleague who could approve:
 * an approver, not disabled, who has taken up their sign-in. Whoever approves needs another one for their own orders.
 */
export async function refuseWithoutApprover(customerId: number, tx: Tx): Promise<void> {
  const [stranded] = await preparedRows(
    sql`select from users u
      where u.customer_id = ${customerId}::int and u.role = 'buyer' and u.buyer_role is distinct from 'views' and not u.is_disabled
        and (u.order_limit_cents is not null or u.month_limit_cents is not null)
        and not exists (select from users a where a.customer_id = u.customer_id and a.role = 'buyer' and a.buyer_role = 'approves'
          and not a.is_disabled and a.password_hash is not null and a.id <> u.id)
      limit 1`,
    tx,
  );
  if (stranded !== undefined) throw new Refusal("last_approver");
}
