import { sql } from "drizzle-orm";
import type { Standing } from "#app/domain/customers/filter.ts";
import { untilOf } from "#app/domain/period.ts";
import { reports, type Tx } from "#db/connection.server.ts";
import { standingSql } from "./portfolio.server.ts";
import type { StandingLimits } from "./standing.ts";

/** Customers with a purchase, by standing. */
export type StandingCounts = Record<Exclude<Standing, "prospect">, number>;

/** What other limits would do to the portfolio. */
export interface Fit {
  /** The 90th percentile of the days between two purchases; null with fewer than thirty gaps. */
  proposedDays: number | null;
  gaps: number;
  now: StandingCounts;
  tried: StandingCounts;
  /** Customers whose standing would change. */
  moving: number;
}

const none: StandingCounts = { active: 0, recently_inactive: 0, long_inactive: 0 };
const gapsNeeded = 30;

/**
 * "Fit to my portfolio": the silence that nine in ten purchases never exceeded, and how many customers would stand elsewhere
 * with `tried` (or, when null, with the proposal) instead of the limits that count now.
 */
export async function fitOf(limits: StandingLimits, tried: number | null, asOf: Date, tx: Tx = reports): Promise<Fit> {
  const [found] = await tx.execute<{ gaps: number; days: number | null }>(sql`
    select count(gap)::integer as gaps, percentile_disc(0.9) within group (order by gap)::integer as days
    from (select day - lag(day) over (partition by customer_id order by day) as gap
      from (select distinct customer_id, day from customer_days where orders > 0 and day < ${untilOf(asOf)}::date) days) g`);
  const gaps = found?.gaps ?? 0;
  const proposedDays = gaps >= gapsNeeded ? Math.max(1, found?.days ?? 1) : null;
  const other = { ...limits, activeDays: tried ?? proposedDays ?? limits.activeDays };
  const rows = await tx.execute<{ now: keyof StandingCounts; later: keyof StandingCounts; customers: number }>(sql`
    select a.standing as now, b.standing as later, count(*)::integer as customers
    from (${standingSql(asOf, limits)}) a join (${standingSql(asOf, other)}) b on b.customer_id = a.customer_id
    group by 1, 2`);
  const now = { ...none };
  const counted = { ...none };
  let moving = 0;
  for (const row of rows) {
    now[row.now] += row.customers;
    counted[row.later] += row.customers;
    if (row.now !== row.later) moving += row.customers;
  }
  return { proposedDays, gaps, now, tried: counted, moving };
}
