import { type SQL, sql } from "drizzle-orm";
import { type Day, monthsAfter, untilOf } from "#app/domain/period.ts";
import { reports, type Tx } from "#db/connection.server.ts";
import { standingSql } from "./portfolio.server.ts";
import type { StandingLimits } from "./standing.ts";

/** A customer who has been silent for longer than they use to be. */
export interface SilentCustomer {
  customerId: number;
  name: string;
  city: string | null;
  uf: string | null;
  phone: string | null;
  repName: string | null;
  daysSilent: number;
  /** Mean days between their purchase days. */
  cycleDays: number;
  /** What a purchase day brought in, on average over twelve months. */
  purchaseCents: number;
  /** Purchase days of the last twelve months, oldest first. */
  days: Day[];
}

/** Silence counts from a fourth over the own cycle on, for customers with at least four purchase days. */
const patience = 1.25;
const leastPurchases = 4;

/**
 * Customers silent beyond their own cycle, the dearest first, who bought within the last year and have nothing planned. `among`
 * is a condition on a table named `customers`.
 */
export async function silentCustomers(
  among: SQL,
  limits: StandingLimits,
  asOf: Date,
  limit: number,
  tx: Tx = reports,
): Promise<SilentCustomer[]> {
  const until = untilOf(asOf);
  const yearBefore = sql`${monthsAfter(until, -12)}::date`;
  const rows = await tx.execute<SilentCustomer & Record<string, unknown>>(sql`
    with silent as (
      select customers.id, customers.trade_name, customers.city, customers.uf, customers.phone, customers.rep_id, s.days_since,
        (s.last_on - s.first_on)::float / (s.purchase_days - 1) as cycle
      from customers
      join (${standingSql(asOf, limits)}) s on s.customer_id = customers.id
      where s.purchase_days >= ${leastPurchases}::int and ${among}
        and s.days_since > ${patience}::float * (s.last_on - s.first_on) / (s.purchase_days - 1) and s.days_since <= 365
        and not exists (
          select from activities a where a.customer_id = customers.id and a.done_at is null and a.cancelled_at is null
            and a.kind in ('visit', 'call') and a.planned_at >= ${asOf.toISOString()}::timestamptz
        )
    ),
    bought as (
      select f.customer_id, round(sum(f.gross_cents)::numeric / count(distinct f.day))::bigint as purchase_cents,
        array_agg(distinct f.day::text order by f.day::text) as days
      from customer_days f
      where f.orders > 0 and f.day >= ${yearBefore} and f.day < ${until}::date and f.customer_id in (select id from silent)
      group by f.customer_id
    )
    select silent.id as "customerId", silent.trade_name as name, silent.city, silent.uf, silent.phone, r.name as "repName",
      silent.days_since as "daysSilent", silent.cycle as "cycleDays", bought.purchase_cents as "purchaseCents", bought.days
    from silent
    join bought on bought.customer_id = silent.id
    left join users r on r.id = silent.rep_id
    order by bought.purchase_cents desc, silent.id
    limit ${limit}`);
  return [...rows];
}
