import { type SQL, sql } from "drizzle-orm";
import { dayOf, untilOf } from "#app/domain/period.ts";
import { abcWindow } from "./abc.ts";
import type { StandingLimits } from "./standing.ts";

/** Rows about everybody, counted once even where PostgreSQL takes the other side of a join for a handful. */
export const once = (rows: SQL): SQL => sql`with counted as materialized (${rows}) select * from counted`;

/**
 * The rows `customer_id, first_on, last_on, purchase_days, days_since, standing` of every customer with a counted order as
 * of a moment; who is not among them is a prospect. `only` narrows the facts (`f.customer_id = 7`) where few are asked for.
 * Use: `left join (${standingSql(asOf, settings)}) s on s.customer_id = c.id`, `coalesce(s.standing, 'prospect')`.
 */
export function standingSql(asOf: Date, limits: StandingLimits, only: SQL = sql`true`): SQL {
  const today = sql`${dayOf(asOf)}::date`;
  return sql`
    select customer_id, first_on, last_on, purchase_days, ${today} - last_on as days_since,
      case when ${today} - last_on < ${limits.activeDays}::integer then 'active'
        when ${today} - last_on < ${limits.activeDays + limits.recentlyInactiveDays}::integer then 'recently_inactive'
        else 'long_inactive' end as standing
    from (
      select f.customer_id, min(f.day) as first_on, max(f.day) as last_on, count(distinct f.day)::integer as purchase_days
      from customer_days f
      where f.orders > 0 and f.day < ${untilOf(asOf)}::date and ${only}
      group by f.customer_id
    ) purchases`;
}

/**
 * The rows `customer_id, value_cents, rank, before_cents, total_cents, abc_class` of every customer with orders or returns in
 * the twelve months before `asOf`, as `abc.ts` says. A rank needs everybody, so there is nothing to narrow.
 */
export function abcSql(asOf: Date): SQL {
  const { from, to } = abcWindow(asOf);
  return sql`
    select customer_id, value_cents, rank, before_cents, total_cents,
      case when value_cents <= 0 then 'C' when before_cents * 100 < total_cents * 80 then 'A'
        when before_cents * 100 < total_cents * 95 then 'B' else 'C' end as abc_class
    from (
      select customer_id, value_cents, row_number() over by_value as rank,
        sum(greatest(value_cents, 0)) over by_value - greatest(value_cents, 0) as before_cents,
        sum(greatest(value_cents, 0)) over () as total_cents
      from (
        select customer_id, sum(gross_cents - returns_cents)::bigint as value_cents from customer_days
        where day >= ${from}::date and day < ${to}::date group by customer_id
      ) valued
      window by_value as (order by value_cents desc, customer_id rows unbounded preceding)
    ) placed`;
}

/** The rows `customer_id, channel` of every customer with a counted order in the 180 days before `asOf`; the others are dormant. */
export function customerChannelSql(asOf: Date): SQL {
  const until = sql`${untilOf(asOf)}::date`;
  return sql`
    select customer_id,
      case when sum(orders) filter (where channel = 'storefront') * 10 >= sum(orders) * 7 then 'online'
        when sum(orders) filter (where channel in ('visit', 'phone')) * 10 >= sum(orders) * 7 then 'visited'
        else 'hybrid' end as channel
    from customer_days where orders > 0 and day < ${until} and day >= ${until} - 180
    group by customer_id`;
}
