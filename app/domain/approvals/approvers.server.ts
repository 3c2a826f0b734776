import { type SQL, sql } from "drizzle-orm";
import type { Cents } from "#app/domain/money.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";

/** A colleague who may approve. */
export interface Approver {
  id: number;
  name: string;
  email: string;
  phone: string | null;
  locale: string | null;
}

/** True for an approver `u` who has taken up their sign-in, for the requests of others and totals within their own limit per order. */
export const mayApprove = (requesterId: SQL, totalCents: SQL): SQL => sql`u.role = 'buyer' and u.buyer_role = 'approves'
  and not u.is_disabled and u.password_hash is not null and u.id <> ${requesterId}
  and (u.order_limit_cents is null or u.order_limit_cents >= ${totalCents})`;

/**
 * Who may approve an order of this total for a buyer, by name: the customer's other approvers who have taken up their sign-in
 * and whose own limit per order, if they have one, reaches as far.
 */
export function approversFor(
  { customerId, userId }: { customerId: number; userId: number },
  totalCents: Cents,
  tx: Tx = db,
): Promise<Approver[]> {
  return preparedRows<Approver>(
    sql`select u.id, u.name, u.email, coalesce(u.phone, c.phone) as phone, u.locale
      from users u join customers c on c.id = u.customer_id
      where u.customer_id = ${customerId}::int and ${mayApprove(sql`${userId}::int`, sql`${totalCents}::bigint`)}
      order by u.name, u.id`,
    tx,
  );
}
