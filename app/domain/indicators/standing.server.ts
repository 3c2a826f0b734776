import { type SQL, sql } from "drizzle-orm";
import type { Asked } from "./asked.server.ts";
import type { Computed } from "./computed.server.ts";
import { lastBefore, purchases, sales } from "./facts.server.ts";
import { customerDimensions, soldDimensions } from "./indicator.ts";
import { keysOf, said } from "./said.ts";

/** The last purchase of each customer before the end of each stint; many stints share one walk through the purchases. */
function lastPurchases(asked: Asked): SQL {
  const bought = sales(asked, { fromBeginning: true });
  return asked.stints.length > 2
    ? sql`select p.i, d.customer_id, d.k, d.day as last_on from (${purchases(bought)}) d join p on ${lastBefore(sql`p.until`)}`
    : sql`select p.i, f.customer_id, f.k, max(f.day) as last_on from (${bought}) f join p on f.day < p.until
        where f.orders > 0 group by 1, 2, 3`;
}

/** Where each customer with a purchase stood at the end of each stint. */
const standingsOfBuyers = (asked: Asked): SQL => sql`
  select l.i, l.customer_id, l.k, l.last_on, p.today - l.last_on as days_since,
    case when p.today - l.last_on < p.active_days then 'active' when p.today - l.last_on < p.inactive_days then 'recently_inactive'
      else 'long_inactive' end as standing
  from (${lastPurchases(asked)}) l join p on p.i = l.i`;

/** The customers known at the end of each stint that had bought nothing by then: registered before it, or seen in an order or return. */
const prospects = (asked: Asked): SQL => sql`
  select p.i, c.id as customer_id, null::text as k, null::date as last_on, null::integer as days_since, 'prospect' as standing
  from (
    select customers.id, firsts.first_on, least((customers.created_at at time zone 'America/Sao_Paulo')::date, firsts.first_fact_on) as known_on,
      firsts.customer_id is null as is_without_facts
    from customers
    left join (
      select f.customer_id, min(f.day) filter (where f.orders > 0) as first_on, min(f.day) as first_fact_on
      from (${sales({ ...asked, factDimension: null }, { fromBeginning: true })}) f group by 1
    ) firsts on firsts.customer_id = customers.id
    where ${asked.matching ?? sql`true`}
    offset 0
  ) c
  join p on (c.first_on is null or c.first_on >= p.until) and (c.known_on < p.until
    or (c.is_without_facts and exists (select 1 from orders o where o.customer_id = c.id and o.placed_on < p.until)))`;

/** Where each customer stood; taken apart by what was sold there are no prospects, for they bought nothing. */
const standingsAt = (asked: Asked): SQL =>
  asked.factDimension === null
    ? sql`${standingsOfBuyers(asked)} union all ${prospects(asked)}`
    : standingsOfBuyers(asked);

const standing: Computed = {
  key: "standing",
  name: said("Situação da carteira", "Standing of the portfolio"),
  sentence: said(
    "Clientes da carteira pela data do último pedido contado: ativos com menos de 60 dias sem comprar, inativos recentes de 60 a 79, inativos antigos a partir de 80 (limites da empresa). Prospects ainda não têm pedido e ficam fora do total.",
    "Customers of the portfolio by the day of their last counted order: active under 60 days without buying, recently inactive from 60 to 79, long inactive from 80 on (the company's limits). Prospects have no order yet and stay outside the total.",
  ),
  unit: "customers",
  better: "more",
  group: "portfolio",
  over: "moment",
  usual: "all",
  fact: "customer_days",
  dims: [...customerDimensions, ...soldDimensions],
  companions: {
    active: { name: said("Ativos", "Active"), unit: "customers" },
    recently_inactive: { name: said("Inativos recentes", "Recently inactive"), unit: "customers" },
    long_inactive: { name: said("Inativos antigos", "Long inactive"), unit: "customers" },
    prospect: { name: said("Prospects", "Prospects"), unit: "customers" },
  },
  rowsOf: standingsAt,
  measures: {
    active: sql`count(*) filter (where a.standing = 'active')`,
    recently_inactive: sql`count(*) filter (where a.standing = 'recently_inactive')`,
    long_inactive: sql`count(*) filter (where a.standing = 'long_inactive')`,
    prospect: sql`count(*) filter (where a.standing = 'prospect')`,
    all: sql`count(*)`,
  },
  told: ({ all, ...values }) => ({ value: (all ?? 0) - (values.prospect ?? 0), values }),
  ownSlices: {
    column: sql`a.standing`,
    dimension: "standing",
    keys: keysOf("active", "recently_inactive", "long_inactive", "prospect"),
  },
  list: {
    columns: [
      { key: "standing", name: said("Situação", "Standing"), kind: "standing" },
      { key: "days_since", name: said("Dias sem comprar", "Days without buying"), kind: "days" },
      { key: "last_on", name: said("Último pedido", "Last order"), kind: "on" },
    ],
    where: sql`a.standing <> 'prospect'`,
    order: sql`a.days_since nulls last`,
  },
};

const evolution: Computed = {
  ...standing,
  key: "standing-evolution",
  name: said("Evolução da situação", "Standing over time"),
  sentence: said(
    "A situação da carteira relida no fim de cada mês, com as mesmas regras e os limites que valiam naquele dia.",
    "The standing of the portfolio read again at the end of each month, by the same rules and the limits that counted on that day.",
  ),
};

const daysSince: Computed = {
  key: "days-since-last-order",
  name: said("Dias sem comprar", "Days without buying"),
  sentence: said(
    "Dias do último dia de compra de cada cliente até a data da leitura; média e mediana dos clientes que já compraram.",
    "Days from each customer's last purchase day to the reading; mean and median of the customers that have bought.",
  ),
  unit: "days",
  better: "less",
  group: "portfolio",
  over: "moment",
  usual: "all",
  fact: "customer_days",
  dims: [...customerDimensions, ...soldDimensions],
  companions: {
    customers: { name: said("Clientes", "Customers"), unit: "customers" },
    mean: { name: said("Média", "Mean"), unit: "days" },
    median: { name: said("Mediana", "Median"), unit: "days" },
  },
  rowsOf: standingsOfBuyers,
  measures: {
    customers: sql`count(*)`,
    mean: sql`round(avg(a.days_since), 4)`,
    median: sql`percentile_cont(0.5) within group (order by a.days_since)`,
  },
  told: (values) => ({ value: values.mean ?? null, values }),
  list: { columns: standing.list.columns, order: sql`a.days_since desc` },
};

/** Indicators that read where customers stand. */
export const standingIndicators: Computed[] = [standing, evolution, daysSince];
