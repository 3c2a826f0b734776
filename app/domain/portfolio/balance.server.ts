import { type SQL, sql } from "drizzle-orm";
import { memoryOfPast } from "#app/domain/orders/past.server.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import type { Day, Period } from "#app/domain/period.ts";
import { reports, type Tx } from "#db/connection.server.ts";
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
 * Every move of the asked customers in a period as rows `customer_id, move, day, before_on`: a first purchase opens, one that
 * comes `activeDays` or more after the last recovers, and `activeDays` after a purchase that was followed by none a customer is
 * lost, counted on the day before whose end the silence is full. So opened + recovered − lost is just the change of the active.
 * Only purchases that can have moved somebody then are walked through; what came before the first of them is looked up.
 */
const moves = (among: SQL | null, { from, to }: Period, { activeDays }: StandingLimits): SQL => sql`
  with turns as materialized (
    select customer_id, day, lag(day) over w as seen_on, lead(day) over w as next_on
    from (
      select f.customer_id, f.day from customer_days f
      where f.orders > 0 and f.day > ${from}::date - ${activeDays}::integer and f.day < ${to}::date
        and ${among ? sql`f.customer_id in (select customers.id from customers where ${among})` : sql`true`} group by 1, 2
    ) d window w as (partition by customer_id order by day)
  ),
  begun as (
    select customer_id, day, coalesce(seen_on, (
      select max(f.day) from customer_days f where f.customer_id = t.customer_id and f.day < t.day and f.orders > 0
    )) as prior_on
    from turns t where day >= ${from}::date and (seen_on is null or day - seen_on >= ${activeDays}::integer)
  )
  select customer_id, case when prior_on is null then 'opened' else 'recovered' end as move, day, prior_on as before_on
  from begun where prior_on is null or day - prior_on >= ${activeDays}::integer
  union all
  select customer_id, 'lost', day + ${activeDays}::integer - 1, day from turns
  where day + ${activeDays}::integer > ${from}::date and day + ${activeDays}::integer <= ${to}::date
    and (next_on is null or next_on - day >= ${activeDays}::integer)`;

const remembered = memoryOfPast<PortfolioBalance>(500);

/** What each period did to the active customers among those asked (null: all of them, then months that are over are counted once). */
export async function balancesOf(
  among: SQL | null,
  periods: readonly Period[],
  limits: StandingLimits,
  tx: Tx = reports,
): Promise<PortfolioBalance[]> {
  if (among) return balancesNow(among, periods, limits, tx);
  const questions = periods.map(({ from, to }) => ({
    asked: JSON.stringify([from, to, limits.activeDays]),
    until: to,
  }));
  const chosen = (places: number[]) => places.map((place) => periods[place] as Period);
  const upTo =
    questions
      .map(({ until }) => until)
      .sort()
      .at(-1) ?? "";
  return remembered(questions, upTo, (places) => balancesNow(null, chosen(places), limits, tx), tx);
}

async function balancesNow(
  among: SQL | null,
  periods: readonly Period[],
  limits: StandingLimits,
  tx: Tx,
): Promise<PortfolioBalance[]> {
  if (periods.length === 0) return [];
  const asked = periods.map(({ from, to }, i) => sql`(${sql.raw(String(i))}, ${from}::date, ${to}::date)`);
  const reach = {
    from: periods.map(({ from }) => from).sort()[0]!,
    to: periods
      .map(({ to }) => to)
      .sort()
      .at(-1)!,
  };
  const rows = await tx.execute<Record<string, unknown> & PortfolioBalance & { i: number }>(sql`
    with p (i, from_on, to_on) as (values ${sql.join(asked, sql`, `)})
    select p.i, coalesce(sum(m.customers) filter (where m.move = 'opened'), 0) as opened,
      coalesce(sum(m.customers) filter (where m.move = 'recovered'), 0) as recovered,
      coalesce(sum(m.customers) filter (where m.move = 'lost'), 0) as lost
    from (select move, day, count(*) as customers from (${moves(among, reach, limits)}) m group by 1, 2) m
    join p on m.day >= p.from_on and m.day < p.to_on group by p.i`);
  return periods.map((_, i) => {
    const { opened = 0, recovered = 0, lost = 0 } = rows.find((row) => row.i === i) ?? {};
    return { opened, recovered, lost };
  });
}

/** The customers that moved so in a period, latest first. */
export async function customersThatMoved(
  among: SQL | null,
  move: PortfolioMove,
  period: Period,
  limits: StandingLimits,
  { page, pageSize }: { page: number; pageSize: number },
  tx: Tx = reports,
): Promise<Page<Move>> {
  const rows = await tx.execute<Record<string, unknown> & Move & { all_rows: number }>(sql`
    select c.id as "customerId", c.trade_name as customer, c.code, m.day as "on", m.before_on as "beforeOn", count(*) over () as all_rows
    from (${moves(among, period, limits)}) m join customers c on c.id = m.customer_id where m.move = ${move}
    order by m.day desc, c.id limit ${pageSize} offset ${offsetOf(page, pageSize)}`);
  return {
    rows: rows.map(({ customerId, customer, code, on, beforeOn }) => ({ customerId, customer, code, on, beforeOn })),
    total: rows[0]?.all_rows ?? 0,
    page,
    pageSize,
  };
}
