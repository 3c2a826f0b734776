import { type SQL, sql } from "drizzle-orm";
import { type Period, startOf } from "#app/domain/period.ts";
import { reports, type Tx } from "#db/connection.server.ts";
import { type FunnelStep, funnelSteps } from "./funnel.ts";

/**
 * Customers with access by the period's end and how far each came in it, as a SELECT with `customer_id reached` (0 with access,
 * 1 accessed, 2 added to cart, 3 ordered in the storefront) `last_seen_at`. What staff did in a customer's name does not count.
 * `among` is a condition on a table named `customers`; nothing after asOf is known.
 */
export function funnelSql(among: SQL, period: Period, asOf: Date): SQL {
  const from = sql`${startOf(period.from).toISOString()}::timestamptz`;
  const end = startOf(period.to);
  const to = sql`${(end < asOf ? end : asOf).toISOString()}::timestamptz`;
  return sql`
    select customers.id as customer_id, j.last_seen_at,
      case when j.customer_id is null then 0 when not j.has_added then 1 when o.customer_id is null then 2 else 3 end as reached
    from customers
    left join (
      select s.customer_id, max(s.at) as last_seen_at, bool_or(s.kind = 'added') as has_added
      from journey_steps s
      where s.acting_user_id is null and s.at >= ${from} and s.at < ${to}
      group by s.customer_id
    ) j on j.customer_id = customers.id
    left join (
      select distinct bought.customer_id from orders bought
      where bought.channel = 'storefront' and bought.kind = 'order' and not bought.is_bonus and bought.cancelled_at is null
        and bought.placed_at >= ${from} and bought.placed_at < ${to}
    ) o on o.customer_id = customers.id
    where customers.access_granted_at < ${to} and ${among}`;
}

/** How many customers reached each step. */
export async function funnelOf(
  among: SQL,
  period: Period,
  asOf: Date,
  tx: Tx = reports,
): Promise<Record<FunnelStep, number>> {
  const [row] = await tx.execute<Record<FunnelStep, number>>(sql`
    select count(*)::int as with_access, count(*) filter (where reached >= 1)::int as accessed,
      count(*) filter (where reached >= 2)::int as added, count(*) filter (where reached >= 3)::int as ordered
    from (${funnelSql(among, period, asOf)}) f`);
  return row ?? { with_access: 0, accessed: 0, added: 0, ordered: 0 };
}

export interface FunnelCustomer {
  customerId: number;
  name: string;
  city: string | null;
  uf: string | null;
  repName: string | null;
  reached: FunnelStep;
  lastSeenAt: Date | null;
}

interface Row extends Record<string, unknown> {
  customer_id: number;
  name: string;
  city: string | null;
  uf: string | null;
  rep_name: string | null;
  reached: number;
  last_seen_at: string | null;
}

/** The customers who reached a step, or only those who stopped there; the last seen first. */
export async function funnelCustomers(
  among: SQL,
  period: Period,
  asOf: Date,
  step: FunnelStep,
  isStopped: boolean,
  stretch: { limit: number; offset: number },
  tx: Tx = reports,
): Promise<FunnelCustomer[]> {
  const level = funnelSteps.indexOf(step);
  const rows = await tx.execute<Row>(sql`
    select f.*, c.trade_name as name, c.city, c.uf, r.name as rep_name
    from (${funnelSql(among, period, asOf)}) f
    join customers c on c.id = f.customer_id
    left join users r on r.id = c.rep_id
    where ${isStopped ? sql`f.reached = ${level}` : sql`f.reached >= ${level}`}
    order by f.last_seen_at desc nulls last, c.trade_name, c.id
    limit ${stretch.limit} offset ${stretch.offset}`);
  return rows.map((row) => ({
    customerId: row.customer_id,
    name: row.name,
    city: row.city,
    uf: row.uf,
    repName: row.rep_name,
    reached: funnelSteps[row.reached]!,
    lastSeenAt: row.last_seen_at === null ? null : new Date(row.last_seen_at),
  }));
}
