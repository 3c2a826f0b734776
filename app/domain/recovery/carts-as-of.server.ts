import { type SQL, sql } from "drizzle-orm";
import type { CompanySettings } from "#app/domain/customers/settings.ts";
import { type Period, startOf } from "#app/domain/period.ts";

/** The settings that say when a cart is abandoned and until when its order counts as recovered. */
export type RecoverySettings = Pick<CompanySettings, "abandonedAfterHours" | "recoveredWithinDays">;

/** What became of a cart as of a moment; a quoted one was handed over for a quote and waits for what becomes of that. */
export const cartOutcomes = ["moving", "quoted", "abandoned", "recovered", "ordered"] as const;
export type CartOutcome = (typeof cartOutcomes)[number];

const moment = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** The value and number of a cart's lines as its steps left them, at the prices of the last change. */
const linesOf = (asOf: SQL): SQL => sql`
  select count(*)::int as lines, coalesce(sum(round(last.quantity * last.unit_price_e4 / 100.0)), 0)::bigint as value_cents
  from (
    select distinct on (s.product_id) s.quantity, s.unit_price_e4
    from journey_steps s
    where s.cart_id = c.id and s.customer_id = c.customer_id and s.kind in ('added', 'changed', 'removed') and s.at < ${asOf}
    order by s.product_id, s.at desc, s.id desc
  ) last
  where last.quantity > 0`;

/** The buyer's last activity before the order, the asking for a quote or asOf, and the first silence of the set length. */
const silenceOf = (asOf: SQL, hours: number): SQL => sql`
  select max(x.at) as last_at, min(x.at) filter (where x.next_at - x.at >= make_interval(hours => ${hours}::int)) as quiet_from
  from (
    select s.at, lead(s.at, 1, least(o.placed_at, q.asked_at, ${asOf})) over (order by s.at, s.id) as next_at
    from journey_steps s
    where s.customer_id = c.customer_id and s.buyer_id = c.buyer_id and s.at >= c.opened_at
      and s.at <= least(o.placed_at, q.asked_at, ${asOf}) and s.at < ${asOf}
  ) x`;

/**
 * The carts that buyers opened in the period and that held a line as of a moment, as a SELECT with `customer_id cart_id
 * buyer_id opened_at ordered_at order_number order_cents lines value_cents last_at abandoned_at first_contact_at contacts outcome`.
 * Nothing of it is stored: abandoned is a silence of the set hours without an order, recovered an order within the set days after
 * it. A cart handed over for a quote is out of the buyer's hands: no silence after that counts, and without an order it is neither
 * moving nor abandoned but quoted, whatever became of the quote. `among` is a condition on a table named `customers`; without a
 * period all carts count.
 */
export function cartsAsOf(among: SQL, period: Period | null, at: Date, settings: RecoverySettings): SQL {
  const asOf = moment(at);
  const hours = settings.abandonedAfterHours;
  const opened = period
    ? sql`and c.opened_at >= ${moment(startOf(period.from))} and c.opened_at < ${moment(startOf(period.to))}`
    : sql``;
  return sql`
    select seen.*, case
        when seen.ordered_at is null and seen.quoted_at is not null then 'quoted'
        when seen.ordered_at is null and ${asOf} - seen.last_at >= make_interval(hours => ${hours}::int) then 'abandoned'
        when seen.ordered_at is null then 'moving'
        when seen.abandoned_at is not null
          and seen.ordered_at <= seen.abandoned_at + make_interval(days => ${settings.recoveredWithinDays}::int) then 'recovered'
        else 'ordered' end as outcome
    from (
      select c.customer_id, c.id as cart_id, c.buyer_id, c.opened_at, o.placed_at as ordered_at, o.number as order_number,
        o.goods_cents as order_cents, q.asked_at as quoted_at, l.lines, l.value_cents, coalesce(g.last_at, c.opened_at) as last_at,
        g.quiet_from + make_interval(hours => ${hours}::int) as abandoned_at,
        k.first_contact_at, k.contacts
      from carts c
      join customers on customers.id = c.customer_id
      join users b on b.id = c.buyer_id and b.role = 'buyer'
      left join orders o on o.customer_id = c.customer_id and o.cart_id = c.id and o.placed_at < ${asOf}
      left join quotes q on q.customer_id = c.customer_id and q.cart_id = c.id and q.asked_at < ${asOf}
      join lateral (${linesOf(asOf)}) l on l.lines > 0
      join lateral (${silenceOf(asOf, hours)}) g on true
      join lateral (
        select min(f.at) as first_contact_at, count(*)::int as contacts
        from follow_ups f where f.cart_id = c.id and f.customer_id = c.customer_id and f.at < ${asOf}
      ) k on true
      where c.opened_at < ${asOf} ${opened} and ${among}
    ) seen`;
}
