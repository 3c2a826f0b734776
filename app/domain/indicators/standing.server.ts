import { type SQL, sql } from "drizzle-orm";
import type { Asked } from "./asked.server.ts";
import type { Computed } from "./computed.server.ts";
import { sales } from "./facts.server.ts";
import { customerDimensions, soldDimensions } from "./indicator.ts";
import { keysOf, said } from "./said.ts";

/** Where each customer stood at the end of each stint: their last purchase before it, and prospects known by then. */
function standingsAt(asked: Asked): SQL {
  const isSold = asked.factDimension !== null;
  const prospects = sql`
    union all
    select p.i, c.id, null::text, null::date, null::integer, 'prospect'
    from p cross join (
      select customers.id, customers.created_at, first_on, first_fact_on
      from customers
      left join (
        select customer_id, min(day) filter (where orders > 0) as first_on, min(day) as first_fact_on from facts group by 1
      ) firsts on firsts.customer_id = customers.id
      where ${asked.matching ?? sql`true`}
    ) c
    where (c.first_on is null or c.first_on >= p.until) and (
      (c.created_at at time zone 'America/Sao_Paulo')::date < p.until or c.first_fact_on < p.until
      or exists (select 1 from orders o where o.customer_id = c.id and o.placed_on < p.until))`;
  return sql`
    with facts as materialized (${sales(asked, { fromBeginning: true })}),
    purchases as (
      select customer_id, k, day, lead(day) over (partition by customer_id, k order by day) as next_on
      from facts where orders > 0 group by customer_id, k, day
    )
    select p.i, d.customer_id, d.k, d.day as last_on, p.today - d.day as days_since,
      case when p.today - d.day < p.active_days then 'active' when p.today - d.day < p.inactive_days then 'recently_inactive'
        else 'long_inactive' end as standing
    from purchases d join p on d.day < p.until and (d.next_on is null or d.next_on >= p.until)
    ${isSold ? sql`` : prospects}`;
}

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
  rowsOf: (asked) => sql`select * from (${standingsAt(asked)}) s where s.standing <> 'prospect'`,
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
