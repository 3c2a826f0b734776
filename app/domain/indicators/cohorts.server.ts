import { type SQL, sql } from "drizzle-orm";
import { monthStart, monthsOf } from "#app/domain/period.ts";
import type { Tx } from "#db/connection.server.ts";
import { type Asked, reachOf, stintsTable } from "./asked.server.ts";
import { type Computed, ratio } from "./computed.server.ts";
import { keyAgain, keyOf, sales } from "./facts.server.ts";
import { customerDimensions, type Reading, type Slice, type Stretch } from "./indicator.ts";
import type { Stints } from "./periods.ts";
import { said } from "./said.ts";

/** The first days of the months a question reaches, and two more, so that the second month of every cohort has its end. */
function monthsReached(asked: Asked): SQL {
  const { from, until } = reachOf(asked);
  const months = monthsOf({ from: monthStart(from), to: monthStart(until, 3) }).map((month) => month.from);
  return sql`${`{${months.join()}}`}::date[]`;
}

/** Every month in which a customer ordered, with the month of their first order and how many months lie between. */
function monthsOrdered(asked: Asked): SQL {
  const months = monthsReached(asked);
  const monthAt = (place: SQL) => sql`(${months})[${place}]`;
  return sql`
    with ordered as (
      select f.customer_id${keyOf(asked)}, width_bucket(f.day, ${months}) as place, min(f.day) as day
      from (${sales(asked, { fromBeginning: true })}) f where f.orders > 0 group by f.customer_id, place${keyOf(asked)}
    ), placed as (
      select *, first_value(place) over w as first_place, first_value(day) over w as first_on
      from ordered window w as (partition by customer_id${keyOf(asked)} order by place)
    )
    select p.i, customer_id, ${keyAgain(asked)}, first_on, ${monthAt(sql`first_place`)} as cohort, ${monthAt(sql`place`)} as month,
      place - first_place as after, ${monthAt(sql`first_place + 2`)} <= p.until as is_second_month_over
    from placed join p on placed.first_on >= p.from_on and placed.first_on < p.to_on and ${monthAt(sql`place`)} < p.until`;
}

interface CohortRow extends Record<string, unknown> {
  cohort: string;
  after: number;
  customers: number;
}

function stretchesOf(cohort: string, rows: CohortRow[], size: number, until: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (let after = 0; monthStart(cohort, after) < until; after++) {
    const [from, next] = [monthStart(cohort, after), monthStart(cohort, after + 1)];
    const customers = rows.find((row) => row.after === after)?.customers ?? 0;
    stretches.push({
      from,
      to: next < until ? next : until,
      value: customers,
      values: { share: ratio(customers, size) },
    });
  }
  return stretches;
}

async function withCohorts(asked: Asked, stints: Stints, tx: Tx): Promise<(reading: Reading) => Reading> {
  if (asked.reading.by) return (reading) => reading;
  const main: Asked = { ...asked, stints: asked.stints.slice(0, 1), factDimension: null };
  const rows = await tx.execute<CohortRow>(sql`
    with ${stintsTable(main)}
    select a.cohort, a.after, count(*) as customers from (${monthsOrdered(main)}) a group by 1, 2 order by 1, 2`);
  const cohorts = [...new Set(rows.map((row) => row.cohort))];
  const slices = cohorts.map((cohort): Slice => {
    const own = rows.filter((row) => row.cohort === cohort);
    const size = own.find((row) => row.after === 0)?.customers ?? 0;
    const key = cohort.slice(0, 7);
    return { key, label: key, value: size, values: {}, series: stretchesOf(cohort, own, size, stints.main.until) };
  });
  return (reading) => ({ ...reading, slices });
}

const cohortRetention: Computed = {
  key: "cohort-retention",
  name: said("Retenção por safra", "Cohort retention"),
  sentence: said(
    "Clientes pelo mês do primeiro pedido contado e, em cada mês depois dele, quantos voltaram a comprar. O número é a parte que comprou no mês seguinte ao primeiro, entre as safras em que esse mês já terminou.",
    "Customers by the month of their first counted order and, for each month after it, how many ordered. The number is the share that ordered in the month after the first, among the cohorts for which that month is over.",
  ),
  unit: "ratio",
  better: "more",
  group: "portfolio",
  over: "period",
  usual: "all",
  fact: "customer_days",
  dims: customerDimensions,
  minimum: 5,
  companions: {
    customers: { name: said("Clientes das safras", "Customers of the cohorts"), unit: "customers" },
    counted: { name: said("Com o mês seguinte completo", "With their second month over"), unit: "customers" },
    again: { name: said("Compraram no mês seguinte", "Ordered in the month after"), unit: "customers" },
  },
  rowsOf: monthsOrdered,
  measures: {
    customers: sql`count(*) filter (where a.after = 0)`,
    counted: sql`count(*) filter (where a.after = 0 and a.is_second_month_over)`,
    again: sql`count(*) filter (where a.after = 1 and a.is_second_month_over)`,
  },
  told: (values) => ({ value: ratio(values.again, values.counted), values, counted: values.counted ?? 0 }),
  list: {
    columns: [
      { key: "cohort", name: said("Safra", "Cohort"), kind: "month" },
      { key: "first_on", name: said("Primeiro pedido", "First order"), kind: "on" },
      { key: "month", name: said("Comprou em", "Ordered in"), kind: "month" },
      { key: "after", name: said("Meses depois", "Months after"), kind: "number" },
    ],
    order: sql`a.cohort desc, a.after`,
  },
  ownSlices: { column: sql`to_char(a.cohort, 'YYYY-MM')`, isForRows: true },
  whole: withCohorts,
};

const newCustomers: Computed = {
  key: "new-customers",
  name: said("Clientes novos", "New customers"),
  sentence: said(
    "Clientes cujo primeiro pedido contado caiu no período.",
    "Customers whose first counted order fell in the period.",
  ),
  unit: "customers",
  better: "more",
  group: "sales",
  over: "period",
  usual: "all",
  fact: "customer_days",
  dims: [...customerDimensions, "supplier", "category", "product", "way"],
  companions: {},
  rowsOf: (asked) => sql`
    select p.i, f.customer_id, f.k, f.first_on, p.until - f.first_on as days
    from (
      select s.customer_id, s.k, min(s.day) as first_on from (${sales(asked, { fromBeginning: true })}) s
      where s.orders > 0 group by 1, 2
    ) f join p on f.first_on >= p.from_on and f.first_on < p.to_on`,
  measures: { customers: sql`count(*)` },
  told: ({ customers }) => ({ value: customers ?? 0, values: {} }),
  list: {
    columns: [{ key: "first_on", name: said("Primeiro pedido", "First order"), kind: "on" }],
    order: sql`a.first_on desc`,
  },
};

/** Indicators of customers by when they first ordered. */
export const cohortIndicators: Computed[] = [newCustomers, cohortRetention];
