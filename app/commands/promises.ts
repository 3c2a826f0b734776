import { differences } from "#app/domain/orders/facts.ts";
import { onlyForward, paidOnce } from "./payment-promises.ts";

/** A promise of the house, and the question whose every row is a broken one. Without a question nothing of it exists yet. */
export interface Promised {
  key: string;
  sentence: string;
  violations: string | null;
}

/** Orders of our own that still hold stock: not imported, not cancelled, not invoiced. */
const holdsStock = "o.kind = 'order' and not o.is_imported and o.cancelled_at is null and o.invoiced_at is null";

/**
 * The orders of buyers with a limit, each with what its month came to as it was placed. Buyers' orders queue up, so their ids are
 * the order they came in; an order from before a change of limits is measured by none.
 */
const ordersOfLimited = `
  select o.*, u.order_limit_cents, u.month_limit_cents, o.goods_cents + o.freight_cents as total,
    sum(o.goods_cents + o.freight_cents) over (partition by o.customer_id, o.placed_by, date_trunc('month', o.placed_on) order by o.id) as month_total
  from orders o join users u on u.id = o.placed_by and u.role = 'buyer'
  where o.kind = 'order' and not o.is_imported and o.cancelled_at is null
    and (u.order_limit_cents is not null or u.month_limit_cents is not null)
    and not exists (select from audit_entries a where a.subject = 'user:' || u.id and a.at > o.placed_at - interval '1 minute'
      and (a.after ? 'orderLimitCents' or a.after ? 'monthLimitCents'))`;

/** Every promise that a question to the database can try. */
export const promises: Promised[] = [
  {
    key: "I1",
    sentence: "stock never goes below zero, reservations and movements add up",
    violations: `
      select s.product_id, s.on_hand, s.reserved, coalesce(held.quantity, 0) as held, coalesce(moved.quantity, 0) as moved
      from stock s
      left join (
        select l.product_id, sum(l.quantity) as quantity
        from orders o join order_lines l on l.customer_id = o.customer_id and l.order_id = o.id
        where ${holdsStock} group by l.product_id
      ) held on held.product_id = s.product_id
      left join (select product_id, sum(quantity) as quantity from stock_movements group by product_id) moved
        on moved.product_id = s.product_id
      where s.reserved < 0 or s.on_hand < s.reserved or s.reserved <> coalesce(held.quantity, 0)
        or s.on_hand <> coalesce(moved.quantity, 0)`,
  },
  {
    key: "I2",
    sentence: "a cart becomes an order exactly once",
    violations: `
      select 'cart ordered twice' as what, customer_id, cart_id::text as which from orders
        where cart_id is not null group by customer_id, cart_id having count(*) > 1
      union all
      select 'closed cart without order', c.customer_id, c.id::text from carts c
        where c.ordered_at is not null
          and not exists (select from orders o where o.customer_id = c.customer_id and o.cart_id = c.id)
      union all
      select 'ordered cart still open', c.customer_id, c.id::text
        from carts c join orders o on o.customer_id = c.customer_id and o.cart_id = c.id where c.ordered_at is null
      union all
      select 'two open carts of a buyer', customer_id, buyer_id::text from carts
        where is_current group by customer_id, buyer_id having count(*) > 1
      union all
      select 'answered without order', k.customer_id, k.key from idempotency_keys k
        where not exists (select from orders o where o.customer_id = k.customer_id and o.number = k.order_number)
      union all
      select 'not one ordered step', o.customer_id, o.number
        from orders o left join journey_steps s on s.customer_id = o.customer_id and s.cart_id = o.cart_id and s.kind = 'ordered'
        where o.cart_id is not null group by o.customer_id, o.number having count(s.id) <> 1`,
  },
  paidOnce,
  {
    key: "I4",
    sentence: "what was ordered adds up and carries the price it was shown with",
    violations: `
      select 'line' as what, l.customer_id, l.order_id, l.line, l.total_cents as kept,
        round(l.quantity * l.unit_price_e4 / 100.0) as told
      from order_lines l join orders o on o.customer_id = l.customer_id and o.id = l.order_id
      where not o.is_imported and (l.total_cents <> round(l.quantity * l.unit_price_e4 / 100.0)
        or (l.price_chain -> -1 ->> 'unitPriceE4')::bigint is distinct from l.unit_price_e4)
      union all
      select 'order', o.customer_id, o.id, null, o.goods_cents, sum(l.total_cents)
      from orders o join order_lines l on l.customer_id = o.customer_id and l.order_id = o.id
      group by o.customer_id, o.id, o.goods_cents having o.goods_cents <> sum(l.total_cents)`,
  },
  {
    key: "I5",
    sentence: "a credit limit is never exceeded by an order, and used credit is the sum of its ledger",
    violations: `
      select c.id as customer_id, c.credit_limit_cents, c.credit_used_cents, coalesce(e.cents, 0) as ledger
      from customers c
      left join (select customer_id, sum(amount_cents) as cents from credit_entries group by customer_id) e
        on e.customer_id = c.id
      where c.credit_used_cents <> coalesce(e.cents, 0) or c.credit_used_cents < 0
        or (c.credit_used_cents > c.credit_limit_cents
          and not exists (select from audit_entries a where a.customer_id = c.id and a.after ? 'creditLimitCents')
          and not exists (select from credit_entries e
            where e.customer_id = c.id and e.receivable_id is not null and e.amount_cents > 0))`,
  },
  {
    key: "I6",
    sentence: "what was shown is what was ordered: every order from a cart keeps the proof of what it showed",
    violations: `
      select o.customer_id, o.number from orders o
      where o.cart_id is not null and coalesce(o.shown_hash, '') !~ '^[0-9a-f]{64}$'
      union all
      select o.customer_id, o.number from orders o
      where o.cart_id is not null and exists (
        select from (
          select c.product_id, c.quantity from cart_lines c where c.customer_id = o.customer_id and c.cart_id = o.cart_id
        ) seen full join (
          select l.product_id, l.quantity from order_lines l where l.customer_id = o.customer_id and l.order_id = o.id
        ) made using (product_id)
        where seen.quantity is distinct from made.quantity)`,
  },
  onlyForward,
  {
    key: "I8",
    sentence: "nobody is contacted about a cart after it was ordered",
    violations: `
      select f.customer_id, f.cart_id, f.at, c.ordered_at
      from follow_ups f join carts c on c.customer_id = f.customer_id and c.id = f.cart_id
      where f.at > c.ordered_at`,
  },
  { key: "I9", sentence: "facts equal the ledger", violations: differences },
  {
    key: "I10",
    sentence: "cart, order and step belong to the customer of the person who made them",
    violations: `
      select 'cart' as what, c.customer_id, c.id::text as which from carts c join users u on u.id = c.buyer_id
        where u.role = 'buyer' and u.customer_id <> c.customer_id
      union all
      select 'order', o.customer_id, o.number from orders o join users u on u.id = o.placed_by
        where u.role = 'buyer' and u.customer_id <> o.customer_id
      union all
      select 'step', s.customer_id, s.id::text from journey_steps s join users u on u.id = s.buyer_id
        where u.role = 'buyer' and u.customer_id <> s.customer_id
      union all
      select 'order of another cart', o.customer_id, o.number from orders o
        where o.cart_id is not null
          and not exists (select from carts c where c.customer_id = o.customer_id and c.id = o.cart_id)`,
  },
  {
    key: "I11",
    sentence:
      "what is owed adds up: receivables to their order, payments to what is paid, the credit ledger to what is open",
    violations: `
      select 'paid' as what, r.customer_id, r.document as which, r.paid_cents as kept, coalesce(p.cents, 0) as told
      from receivables r left join (
        select customer_id, receivable_id, sum(amount_cents) as cents from receivable_payments group by 1, 2
      ) p on p.customer_id = r.customer_id and p.receivable_id = r.id
      where r.paid_cents <> coalesce(p.cents, 0)
      union all
      select 'ledger', r.customer_id, r.document,
        case when r.cancelled_at is null then r.amount_cents - r.paid_cents else 0 end, coalesce(e.cents, 0)
      from receivables r left join (
        select customer_id, receivable_id, sum(amount_cents) as cents from credit_entries where receivable_id is not null group by 1, 2
      ) e on e.customer_id = r.customer_id and e.receivable_id = r.id
      where coalesce(e.cents, 0) + case when r.kind = 'order' then r.amount_cents else 0 end
        <> case when r.cancelled_at is null then r.amount_cents - r.paid_cents else 0 end
      union all
      select 'order', o.customer_id, o.number, o.goods_cents + o.freight_cents, coalesce(r.cents, 0)
      from orders o left join (
        select customer_id, order_number, sum(amount_cents) as cents from receivables where kind = 'order' group by 1, 2
      ) r on r.customer_id = o.customer_id and r.order_number = o.number
      where o.kind = 'order' and not o.is_imported and o.payment_method = 'account' and o.goods_cents + o.freight_cents <> coalesce(r.cents, 0)
        and (r.cents is not null or o.invoiced_at >= (select min(created_at) from receivables where kind = 'order'))
      union all
      select 'owed for a cancelled order', o.customer_id, o.number, 0, sum(r.amount_cents - r.paid_cents)
      from orders o join receivables r on r.customer_id = o.customer_id and r.order_number = o.number and r.kind = 'order'
      where o.cancelled_at is not null and r.cancelled_at is null and r.paid_cents < r.amount_cents group by 2, 3`,
  },
  {
    key: "I12",
    sentence:
      "nobody orders alone above their limit, a request becomes the order its approver decided on, and nobody decides on their own",
    violations: `
      select 'above the limit of an order' as what, o.customer_id, o.number as which from (${ordersOfLimited}) o
        where o.approved_by is null and o.total > o.order_limit_cents
      union all
      select 'above the limit of a month', o.customer_id, o.number from (${ordersOfLimited}) o
        where o.approved_by is null and o.month_total > o.month_limit_cents
      union all
      select 'approved without its order', a.customer_id, a.id::text from approvals a
        where a.decision = 'approved' and not exists (select from orders o where o.customer_id = a.customer_id
          and o.cart_id = a.cart_id and o.approved_by = a.decided_by and o.placed_by = a.requester_id)
      union all
      select 'approved by nobody who was asked', o.customer_id, o.number from orders o
        where o.approved_by is not null and not exists (select from approvals a where a.customer_id = o.customer_id
          and a.cart_id = o.cart_id and a.decision = 'approved' and a.decided_by = o.approved_by)
      union all
      select 'waiting in its buyer''s hands', a.customer_id, a.id::text
        from approvals a join carts c on c.customer_id = a.customer_id and c.id = a.cart_id
        where a.decided_at is null and (c.is_current or c.ordered_at is not null)`,
  },
  {
    key: "I13",
    sentence: "an accepted quote is one order at exactly its prices, and nobody is reminded of a quote after it ended",
    violations: `
      select 'order is not the quote' as what, q.customer_id, q.number::text as which from quotes q
        left join orders o on o.customer_id = q.customer_id and o.number = q.order_number and o.cart_id = q.cart_id
        where q.accepted_at is not null
          and (o.id is null or o.freight_cents <> q.freight_cents
            or (o.payment_terms_id is distinct from q.payment_terms_id and not (o.payment_method = 'online' and o.payment_terms_id is null)
              and not exists (select from audit_entries a where a.customer_id = o.customer_id
                and a.action = 'order_on_account' and a.subject = 'order ' || o.number))
            or exists (select from (
              select product_id, quantity, unit_price_e4 from quote_lines l
                where l.customer_id = q.customer_id and l.quote_number = q.number and l.quantity is not null
            ) said full join (
              select product_id, quantity, unit_price_e4 from order_lines l where l.customer_id = o.customer_id and l.order_id = o.id
            ) made using (product_id, quantity, unit_price_e4) where said is null or made is null))
      union all
      select 'ordered without being accepted', q.customer_id, q.number::text
        from quotes q join orders o on o.customer_id = q.customer_id and o.cart_id = q.cart_id where q.accepted_at is null
      union all
      select 'two versions ordered', customer_id, first_number::text from quotes
        where accepted_at is not null group by customer_id, first_number having count(*) > 1
      union all
      select 'its cart is still filled', q.customer_id, q.number::text
        from quotes q join carts c on c.customer_id = q.customer_id and c.id = q.cart_id where c.is_current
      union all
      select 'reminded after the end', customer_id, number::text from quotes
        where reminded_at > coalesce(accepted_at, declined_at, withdrawn_at)`,
  },
  {
    key: "I14",
    sentence: "a promotion's last unit is sold once: what was taken of a limited one is what its orders hold",
    violations: `
      select 'counter' as what, p.id, p.used_units as kept, coalesce(u.units, 0) as told
      from promotions p
      left join (select promotion_id, sum(units) as units from promotion_uses where returned_at is null group by 1) u on u.promotion_id = p.id
      where p.unit_limit is not null and (p.used_units <> coalesce(u.units, 0) or p.used_units > p.unit_limit)
      union all
      select 'use of no order', u.promotion_id, u.units, 0
      from promotion_uses u left join orders o on o.customer_id = u.customer_id and o.id = u.order_id
      where o.id is null or (o.cancelled_at is null) <> (u.returned_at is null)`,
  },
  {
    key: "I15",
    sentence: "a buyer is asked about a delivery of their own, once, and not twice in ninety days",
    violations: `
      select 'no such delivery' as what, q.customer_id, q.order_id::text as which from satisfaction_questions q
        left join orders o on o.customer_id = q.customer_id and o.id = q.order_id and o.placed_by = q.buyer_id
          and o.channel = 'storefront' and o.delivered_at < q.asked_at
        where o.id is null
      union all
      select 'asked too soon again', q.customer_id, q.order_id::text from satisfaction_questions q
        where exists (select from satisfaction_questions b where b.buyer_id = q.buyer_id and b.order_id <> q.order_id
          and b.asked_at between q.asked_at and q.asked_at + interval '89 days')`,
  },
];
