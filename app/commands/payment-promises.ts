import type { Promised } from "./promises.ts";

/** I3, as a question to the database. */
export const paidOnce: Promised = {
  key: "I3",
  sentence: "an order is paid once, by money that fits it, and nobody works on it or gives credit for it before",
  violations: `
    select 'paid by other than one attempt' as what, o.customer_id, o.number from orders o
      left join payment_attempts a on a.customer_id = o.customer_id and a.order_id = o.id and a.applied_at is not null
      group by o.customer_id, o.id, o.number, o.paid_at
      having count(a.id) <> case when o.paid_at is null then 0 else 1 end
    union all
    select 'taken without fitting', a.customer_id, a.id::text from payment_attempts a
      where a.applied_at is not null and a.settled_how is distinct from 'accepted'
        and (a.received_cents is distinct from a.amount_cents or a.received_currency is distinct from 'brl')
    union all
    select 'two pages at once', a.customer_id, a.order_id::text from payment_attempts a
      where a.paid_at is null and a.failed_at is null and a.expired_at is null and a.cancelled_at is null
      group by a.customer_id, a.order_id having count(*) > 1
    union all
    select 'worked on unpaid', o.customer_id, o.number from orders o
      where o.payment_method = 'online' and o.paid_at is null
        and coalesce(o.confirmed_at, o.invoiced_at, o.shipped_at, o.delivered_at) is not null
    union all
    select 'on credit and online', o.customer_id, o.number from orders o
      join credit_entries e on e.customer_id = o.customer_id and e.order_number = o.number
      where o.payment_method = 'online' group by o.customer_id, o.number having sum(e.amount_cents) <> 0`,
};

/** I7, as a question to the database. */
export const onlyForward: Promised = {
  key: "I7",
  sentence: "the state of a payment only moves forward, and what was told of it had its effect once",
  violations: `
    select 'moments in disorder' as what, a.customer_id, a.id::text as which from payment_attempts a
      where least(a.opened_at, a.processing_at, a.paid_at, a.failed_at, a.expired_at, a.cancelled_at) < a.started_at
        or a.processing_at > least(a.paid_at, a.failed_at, a.expired_at, a.cancelled_at)
        or a.opened_at > least(a.processing_at, a.paid_at, a.failed_at, a.expired_at, a.cancelled_at)
        or num_nonnulls(a.failed_at, a.expired_at, a.cancelled_at) > 1
        or (a.session_id is null and num_nonnulls(a.opened_at, a.processing_at, a.paid_at) > 0)
    union all
    select 'told of nothing', e.customer_id, e.id from payment_events e
      where not exists (select from payment_attempts a where a.customer_id = e.customer_id and a.id = e.attempt_id)`,
};
