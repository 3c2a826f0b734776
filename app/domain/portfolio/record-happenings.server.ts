import { sql } from "drizzle-orm";
import type { Cents } from "#app/domain/money.ts";
import { reports, type Tx } from "#db/connection.server.ts";
import type { HappeningKind } from "./happening.ts";

/** One thing that happened with a customer: by whom, and in few words what. */
export interface CustomerHappening {
  kind: HappeningKind;
  /** Id, order number or cart, by kind. */
  ref: string;
  at: string;
  who: string | null;
  /** Outcome of a visit or call, medium of a follow-up, channel of an order, score of an answer. */
  how: string | null;
  text: string | null;
  cents: Cents | null;
}

/** What happened with a customer up to a moment, newest first: contacts, orders, days in the shop, access, transfers. */
export async function happeningsOf(
  customerId: number,
  asOf: Date,
  limit: number,
  tx: Tx = reports,
): Promise<CustomerHappening[]> {
  const until = sql`${asOf.toISOString()}::timestamptz`;
  const mine = sql`customer_id = ${customerId}`;
  return tx.execute<CustomerHappening & Record<string, unknown>>(sql`
    select h.kind, h.ref, h.at, users.name as who, h.how, h.text, h.cents from (
      (select kind, id::text as ref, coalesce(done_at, checked_in_at) as at, user_id, outcome as how,
        nullif(concat_ws(': ', subject, notes), '') as text, null::bigint as cents
      from activities where ${mine} and coalesce(done_at, checked_in_at) < ${until}
      order by 3 desc limit ${limit})
      union all
      (select 'task', a.id::text, k.asked_at, k.buyer_id, null, nullif(concat_ws(': ', a.subject, a.notes), ''), null
      from product_asks k join activities a on a.customer_id = k.customer_id and a.id = k.activity_id
      where k.customer_id = ${customerId} and k.asked_at < ${until}
        and (coalesce(a.done_at, a.checked_in_at) is null or coalesce(a.done_at, a.checked_in_at) >= ${until})
      order by 3 desc limit ${limit})
      union all
      (select 'follow_up', cart_id::text, at, user_id, medium, coalesce(notes, outcome), null
      from follow_ups where ${mine} and at < ${until} order by at desc limit ${limit})
      union all
      (select kind, number, placed_at, placed_by, channel, po_number, goods_cents
      from orders where ${mine} and cancelled_at is null and placed_at < ${until} order by placed_at desc limit ${limit})
      union all
      (select 'rated', o.number, q.answered_at, q.buyer_id, q.score::text, q.why, null
      from satisfaction_questions q join orders o on o.customer_id = q.customer_id and o.id = q.order_id
      where q.customer_id = ${customerId} and q.answered_at < ${until} order by q.answered_at desc limit ${limit})
      union all
      (select 'signed_in', buyer_id::text, min(at), buyer_id, null, null, null
      from journey_steps where ${mine} and kind in ('signed_in', 'visited') and acting_user_id is null and at < ${until}
      group by buyer_id, (at at time zone 'America/Sao_Paulo')::date order by 3 desc limit ${limit})
      union all
      (select 'access_granted', id::text, access_granted_at, null, null, null, null
      from customers where id = ${customerId} and access_granted_at < ${until})
      union all
      (select 'transferred', id::text, from_at, rep_id, null, null, null
      from portfolio_assignments where ${mine} and from_at < ${until})
    ) h left join users on users.id = h.user_id
    order by h.at desc, h.kind, h.ref limit ${limit}`);
}
