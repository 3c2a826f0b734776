import { type SQL, sql } from "drizzle-orm";
import { offsetOf, type Page } from "#app/domain/page.ts";
import type { Day, Period } from "#app/domain/period.ts";
import { db, type Tx } from "#db/connection.server.ts";
import type { PortfolioBalance, StandingLimits } from "./standing.ts";

/** The ways a customer comes into or leaves the active portfolio. */
export const portfolioMoves = ["opened", "recovered", "lost"] as const;
export type PortfolioMove = (typeof portfolioMoves)[number];

/** One customer's move: on which day, and when they had bought before it. */
export interface Move {
  customerId: number;
  customer: string;
  code: string;
  on: Day;
  beforeOn: Day | null;
}

/**
 * Every move of the asked customers as rows `customer_id, move, day, before_on`: a first purchase opens, one that comes
 * `activeDays` or more after the last recovers, and `activeDays` after a purchase that was followed by none a customer is
 * lost, counted on the day before whose end the silence is full. So opened + recovered − lost is just the change of the active.
 */
const moves = (among: SQL, { activeDays }: StandingLimits): SQL => sql`
  with turns as materialized (
    select * from (
      select customer_id, day, lag(day) over w as prior_on, lead(day) over w as next_on
      from (
        select f.customer_id, f.day from customer_days f
        where f.orders > 0 and f.customer_id in (select customers.id from customers where ${among}) group by 1, 2
      ) d window w as (partition by customer_id order by day)
    ) purchases where prior_on is null or next_on is null or next_on - day >= ${activeDays}::integer
  )
  select customer_id, 'opened' as move, day, null::date as before_on from turns where prior_on is null
  union all
  select customer_id, 'recovered', next_on, day from turns where next_on - day >= ${activeDays}::integer
  union all
  select customer_id, 'lost', day + ${activeDays}::integer - 1, day from turns
  where next_on is null or next_on - day >= ${activeDays}::integer`;

/** What each period did to the active customers among those asked. */
export async function balancesOf(
  among: SQL,
  periods: readonly Period[],
  limits: StandingLimits,
  tx: Tx = db,
): Promise<PortfolioBalance[]> {
  if (periods.length === 0) return [];
  const asked = periods.map(({ from, to }, i) => sql`(${sql.raw(String(i))}, ${from}::date, ${to}::date)`);
  const rows = await tx.execute<Record<string, unknown> & PortfolioBalance & { i: number }>(sql`
    with p (i, from_on, to_on) as (values ${sql.join(asked, sql`, `)})
    select p.i, coalesce(sum(m.customers) filter (where m.move = 'opened'), 0) as opened,
      coalesce(sum(m.customers) filter (where m.move = 'recovered'), 0) as recovered,
      coalesce(sum(m.customers) filter (where m.move = 'lost'), 0) as lost
    from (select move, day, count(*) as customers from (${moves(among, limits)}) m group by 1, 2) m
    join p on m.day >= p.from_on and m.day < p.to_on group by p.i`);
  return periods.map((_, i) => {
    const { opened = 0, recovered = 0, lost = 0 } = rows.find((row) => row.i === i) ?? {};
    return { opened, recovered, lost };
  });
}

/** The customers that moved so in a period, latest first. */
export async function customersThatMoved(
  among: SQL,
  move: PortfolioMove,
  { from, to }: Period,
  limits: StandingLimits,
  { page, pageSize }: { page: number; pageSize: number },
  tx: Tx = db,
): Promise<Page<Move>> {
  const rows = await tx.execute<Record<string, unknown> & Move & { all_rows: number }>(sql`
    select c.id as "customerId", c.trade_name as customer, c.code, m.day as "on", m.before_on as "beforeOn", count(*) over () as all_rows
    from (${moves(among, limits)}) m join customers c on c.id = m.customer_id
    where m.move = ${move} and m.day >= ${from}::date and m.day < ${to}::date
    order by m.day desc, c.id limit ${pageSize} offset ${offsetOf(page, pageSize)}`);
  return {
    rows: rows.map(({ customerId, customer, code, on, beforeOn }) => ({ customerId, customer, code, on, beforeOn })),
    total: rows[0]?.all_rows ?? 0,
    page,
    pageSize,
  };
}
