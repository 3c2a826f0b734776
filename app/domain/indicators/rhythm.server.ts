import { type SQL, sql } from "drizzle-orm";
import type { Asked } from "./asked.server.ts";
import { type Computed, ratio } from "./computed.server.ts";
import {
  edgesOf,
  joinStints,
  keyAgain,
  keyOf,
  lastPurchases,
  purchases,
  purchasesNear,
  sales,
} from "./facts.server.ts";
import { customerDimensions, soldDimensions } from "./indicator.ts";
import { keysOf, said } from "./said.ts";

const cycles = (asked: Asked): SQL => sql`
  select p.i, d.customer_id, d.k, d.first_on, d.day as last_on, d.n::integer as purchase_days, p.today, p.active_days,
    case when d.n > 1 then (d.day - d.first_on)::float8 / (d.n - 1) end as cycle
  from (${lastPurchases(asked, purchases(asked, sales(asked)), "until")}) d join p on p.i = d.i`;

const meanAndMedian = (column: SQL) => ({
  mean: sql`round(avg(${column})::numeric, 4)`,
  median: sql`round((percentile_cont(0.5) within group (order by ${column}))::numeric, 4)`,
});

const purchaseCycle: Computed = {
  key: "purchase-cycle",
  name: said("Ciclo de compra", "Purchase cycle"),
  sentence: said(
    "Dias entre o primeiro e o último dia de compra de cada cliente, divididos pelos dias de compra menos um; média e mediana dos clientes com dois dias de compra ou mais.",
    "Days between each customer's first and last purchase day, divided by their purchase days less one; mean and median of the customers with two purchase days or more.",
  ),
  unit: "days",
  better: "less",
  group: "portfolio",
  over: "moment",
  usual: "all",
  fact: "customer_days",
  dims: [...customerDimensions, ...soldDimensions],
  companions: {
    customers: { name: said("Clientes com ciclo", "Customers with a cycle"), unit: "customers" },
    mean: { name: said("Média", "Mean"), unit: "days" },
    median: { name: said("Mediana", "Median"), unit: "days" },
    single: { name: said("Com uma só compra", "With one purchase only"), unit: "customers" },
  },
  rowsOf: cycles,
  measures: {
    customers: sql`count(a.cycle)`,
    ...meanAndMedian(sql`a.cycle`),
    single: sql`count(*) filter (where a.purchase_days = 1)`,
  },
  told: (values) => ({ value: values.mean ?? null, values }),
  list: {
    columns: [
      { key: "cycle", name: said("Ciclo", "Cycle"), kind: "days" },
      { key: "purchase_days", name: said("Dias de compra", "Purchase days"), kind: "number" },
      { key: "first_on", name: said("Primeira compra", "First purchase"), kind: "on" },
      { key: "last_on", name: said("Última compra", "Last purchase"), kind: "on" },
    ],
    order: sql`a.cycle nulls last`,
  },
};

const lifetime: Computed = {
  ...purchaseCycle,
  key: "customer-lifetime",
  name: said("Tempo de vida do cliente", "Customer lifetime"),
  sentence: said(
    "Dias do primeiro ao último dia de compra, para quem está inativo, ou do primeiro até a leitura, para quem está ativo; média e mediana dos clientes que já compraram.",
    "Days from the first to the last purchase day where the customer is inactive, or from the first to the reading where they are active; mean and median of the customers that have bought.",
  ),
  better: "more",
  companions: {
    customers: { name: said("Clientes", "Customers"), unit: "customers" },
    mean: { name: said("Média", "Mean"), unit: "days" },
    median: { name: said("Mediana", "Median"), unit: "days" },
  },
  rowsOf: (asked) => sql`
    select c.*, case when c.today - c.last_on < c.active_days then c.today - c.first_on else c.last_on - c.first_on end as lifetime
    from (${cycles(asked)}) c`,
  measures: { customers: sql`count(*)`, ...meanAndMedian(sql`a.lifetime`) },
  list: {
    columns: [
      { key: "lifetime", name: said("Tempo de vida", "Lifetime"), kind: "days" },
      ...purchaseCycle.list.columns.slice(2),
    ],
    order: sql`a.lifetime desc`,
  },
};

/** For each customer with a purchase by the period's end: the last one before the period, the last one at all, and how many lie inside. */
const acrossPeriod = (asked: Asked): SQL => sql`
  with purchases as materialized (
    select customer_id, k, day, n, next_on from (${purchases(asked, sales(asked, { fromBeginning: true }))}) d
  ),
  seen as (
    select i, customer_id, k, day as before_on, null::date as last_on, -n as n
    from (${lastPurchases(asked, sql`select * from purchases`, "from")}) d
    union all
    select i, customer_id, k, null, day, n from (${lastPurchases(asked, sql`select * from purchases`, "to")}) d
  )
  select s.*, p.from_on, p.to_on, p.active_days, p.inactive_days from (
    select i, customer_id, k, max(before_on) as before_on, max(last_on) as last_on, sum(n)::integer as purchase_days
    from seen group by 1, 2, 3
  ) s join p on p.i = s.i`;

const retained = (asked: Asked): SQL => sql`
  select d.i, d.customer_id, d.k, d.before_on, d.last_on, d.purchase_days,
    case when d.to_on - d.last_on < d.active_days then 'kept' else 'lost' end as fate
  from (${acrossPeriod(asked)}) d where d.from_on - d.before_on < d.active_days`;

const retention: Computed = {
  key: "retention",
  name: said("Retenção", "Retention"),
  sentence: said(
    "Dos clientes ativos no início do período, a parte que continua ativa no fim.",
    "Of the customers active at the start of the period, the share still active at its end.",
  ),
  unit: "ratio",
  better: "more",
  group: "portfolio",
  over: "period",
  usual: "year",
  fact: "customer_days",
  dims: [...customerDimensions, "supplier", "category", "product", "way"],
  minimum: 5,
  companions: {
    atStart: { name: said("Ativos no início", "Active at the start"), unit: "customers" },
    kept: { name: said("Continuam ativos", "Still active"), unit: "customers" },
  },
  rowsOf: retained,
  measures: { atStart: sql`count(*)`, kept: sql`count(*) filter (where a.fate = 'kept')` },
  told: (values) => ({ value: ratio(values.kept, values.atStart), values, counted: values.atStart ?? 0 }),
  ownSlices: { column: sql`a.fate`, keys: keysOf("kept", "lost") },
  list: {
    columns: [
      { key: "fate", name: said("No fim", "At the end"), kind: "text" },
      { key: "before_on", name: said("Última compra antes do início", "Last purchase before the start"), kind: "on" },
      { key: "last_on", name: said("Última compra", "Last purchase"), kind: "on" },
      { key: "purchase_days", name: said("Dias de compra no período", "Purchase days in the period"), kind: "number" },
    ],
    order: sql`a.fate desc, a.last_on`,
  },
};

const churn: Computed = {
  ...retention,
  key: "churn",
  name: said("Perda de clientes", "Churn"),
  sentence: said(
    "Dos clientes ativos no início do período, a parte que não está mais ativa no fim: 1 menos a retenção.",
    "Of the customers active at the start of the period, the share no longer active at its end: 1 less retention.",
  ),
  better: "less",
  companions: {
    atStart: { name: said("Ativos no início", "Active at the start"), unit: "customers" },
    lost: { name: said("Deixaram de comprar", "Stopped buying"), unit: "customers" },
  },
  measures: { atStart: sql`count(*)`, lost: sql`count(*) filter (where a.fate = 'lost')` },
  told: (values) => ({ value: ratio(values.lost, values.atStart), values, counted: values.atStart ?? 0 }),
};

const longestActive = ({ stints }: Asked): number => Math.max(...stints.map(({ settings }) => settings.activeDays));

/** Purchases, each once for every period that begins before the next one and while its customer is still active. */
function begunWhileActive(asked: Asked): SQL {
  const { reachedOn, spread } = edgesOf(asked, ({ from }) => from);
  const lastDay = sql`least(d.next_on, d.day + ${longestActive(asked) - 1}::integer)`;
  return spread(sql`select * from purchases`, reachedOn(sql`d.day`), reachedOn(lastDay));
}

/** Who ordered in each period, with their purchase before it, and who was active at its start and did not order. */
const positivated = (asked: Asked): SQL => sql`
  with purchases as materialized (${purchasesNear(asked, longestActive(asked))}),
  ordered as (
    select s.i, f.customer_id, ${keyAgain(asked)}, min(coalesce(f.prior_on, f.day)) as earliest_on, min(f.day) as first_on, max(f.day) as last_on,
      count(*)::integer as purchase_days
    from purchases f ${joinStints(asked)} group by s.i, f.customer_id${keyOf(asked)}
  ),
  seen as (
    select i, customer_id, k, nullif(earliest_on, first_on) as before_on, last_on, purchase_days, true as has_ordered from ordered
    union all
    select p.i, d.customer_id, d.k, d.day, d.day, 0, false from (${begunWhileActive(asked)}) d
    join p on p.i = d.i and p.from_on - d.day < p.active_days and (d.next_on is null or d.next_on >= p.to_on)
  )
  select s.*, case when s.before_on is null then 'new' when p.from_on - s.before_on < p.active_days then 'active'
    when p.from_on - s.before_on < p.inactive_days then 'recently_inactive' else 'long_inactive' end as standing_before
  from seen s join p on p.i = s.i`;

const positivation: Computed = {
  key: "positivation",
  name: said("Positivação", "Positivation"),
  sentence: said(
    "Clientes com ao menos um pedido contado no período, pela situação que tinham no início dele. A taxa divide os que estavam ativos e compraram pelos que estavam ativos no início.",
    "Customers with at least one counted order in the period, by the standing they had at its start. The rate divides those that were active and ordered by those that were active at the start.",
  ),
  unit: "customers",
  better: "more",
  group: "portfolio",
  over: "period",
  usual: "month",
  fact: "customer_days",
  dims: [...customerDimensions, "supplier", "category", "product", "way"],
  companions: {
    new: { name: said("Novos", "New"), unit: "customers" },
    active: { name: said("Ativos", "Active"), unit: "customers" },
    recently_inactive: { name: said("Inativos recentes", "Recently inactive"), unit: "customers" },
    long_inactive: { name: said("Inativos antigos", "Long inactive"), unit: "customers" },
    activeAtStart: { name: said("Ativos no início", "Active at the start"), unit: "customers" },
    activeThatOrdered: { name: said("Ativos que compraram", "Active that ordered"), unit: "customers" },
    rate: { name: said("Taxa", "Rate"), unit: "ratio" },
  },
  rowsOf: positivated,
  measures: {
    all: sql`count(*) filter (where a.has_ordered)`,
    new: sql`count(*) filter (where a.has_ordered and a.standing_before = 'new')`,
    active: sql`count(*) filter (where a.has_ordered and a.standing_before = 'active')`,
    recently_inactive: sql`count(*) filter (where a.has_ordered and a.standing_before = 'recently_inactive')`,
    long_inactive: sql`count(*) filter (where a.has_ordered and a.standing_before = 'long_inactive')`,
    activeAtStart: sql`count(*) filter (where a.standing_before = 'active')`,
    activeThatOrdered: sql`count(*) filter (where a.has_ordered and a.standing_before = 'active')`,
  },
  told: ({ all, ...values }) => ({
    value: all ?? 0,
    values: {
      ...values,
      rate: (values.activeAtStart ?? 0) >= 5 ? ratio(values.activeThatOrdered, values.activeAtStart) : null,
    },
  }),
  ownSlices: {
    column: sql`case when a.has_ordered then a.standing_before end`,
    keys: keysOf("new", "active", "recently_inactive", "long_inactive"),
  },
  list: {
    columns: [
      { key: "standing_before", name: said("Situação antes", "Standing before"), kind: "standing" },
      { key: "before_on", name: said("Compra anterior", "Purchase before"), kind: "on" },
      { key: "last_on", name: said("Última compra", "Last purchase"), kind: "on" },
      { key: "purchase_days", name: said("Dias de compra", "Purchase days"), kind: "number" },
    ],
    where: sql`a.has_ordered`,
    order: sql`a.last_on desc`,
  },
};

/** Indicators of rhythm: how often customers buy, for how long, and whether they stay. */
export const rhythmIndicators: Computed[] = [purchaseCycle, lifetime, retention, churn, positivation];
