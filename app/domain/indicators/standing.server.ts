import { type SQL, sql } from "drizzle-orm";
import { type Asked, ofCustomers } from "./asked.server.ts";
import type { Computed } from "./computed.server.ts";
import { edgesOf, keyAgain, keyOf, sales } from "./facts.server.ts";
import { customerDimensions, soldDimensions } from "./indicator.ts";
import { keysOf, said } from "./said.ts";

const ends = (asked: Asked) => edgesOf(asked, ({ until }) => until);

/** What each customer did between two ends of stints: `place` is how many ends lay behind, so one walk through the facts serves all stints. */
const doings = (asked: Asked): SQL => sql`
  select f.customer_id${keyOf(asked)}, ${ends(asked).reachedOn(sql`f.day`)} as place, max(f.day) filter (where f.orders > 0) as last_on,
    min(f.day) filter (where f.orders > 0) as first_on, min(f.day) as first_fact_on
  from (${sales(asked, { fromBeginning: true })}) f group by f.customer_id, place${keyOf(asked)}`;

/** The last purchase of each customer between two ends, as rows `customer_id, k, place, last_on, next_place`. */
const lasts = (asked: Asked, did: SQL): SQL => sql`
  select customer_id, ${keyAgain(asked)}, place, last_on, lead(place) over (partition by customer_id${keyOf(asked)} order by place) as next_place
  from (${did}) did where last_on is not null`;

/** Where those of `lasts`, one by one or many together, stood at the end of each stint. */
const stood = (asked: Asked, rows: SQL, columns: SQL): SQL => sql`
  select l.i, ${columns}, l.last_on, p.today - l.last_on as days_since,
    case when p.today - l.last_on < p.active_days then 'active' when p.today - l.last_on < p.inactive_days then 'recently_inactive'
      else 'long_inactive' end as standing
  from (${ends(asked).spread(rows, sql`d.place`, sql`d.next_place`)}) l join p on p.i = l.i`;

/** Where each customer with a purchase stood at the end of each stint. */
const standingsOfBuyers = (asked: Asked, did: SQL): SQL => stood(asked, lasts(asked, did), sql`l.customer_id, l.k`);

/** From when on each customer was known, registered or seen in an order or return, and when they first bought. */
const known = (asked: Asked, did: SQL): SQL => sql`
  select customers.id as customer_id, firsts.first_on, least((customers.created_at at time zone 'America/Sao_Paulo')::date, firsts.first_fact_on,
    case when firsts.customer_id is null then (select min(o.placed_on) from orders o where o.customer_id = customers.id) end) as known_on
  from customers
  left join (select customer_id, min(first_on) as first_on, min(first_fact_on) as first_fact_on from (${did}) did group by 1) firsts
    on firsts.customer_id = customers.id
  where ${ofCustomers(asked, sql`customers.id`)}`;

/** Those of `known` that had bought nothing by the end of each stint. */
function waiting(asked: Asked, rows: SQL, columns: SQL): SQL {
  const { reachedOn, spread } = ends(asked);
  return sql`
    select l.i, ${columns}, null::date as last_on, null::integer as days_since, 'prospect' as standing
    from (${spread(rows, reachedOn(sql`d.known_on`), reachedOn(sql`d.first_on`))}) l`;
}

const did = sql`select * from doings`;

/** Where each customer stood; taken apart by what was sold there are no prospects, for they bought nothing. */
function standingsAt(asked: Asked): SQL {
  if (asked.factDimension !== null) return standingsOfBuyers(asked, doings(asked));
  const prospects = waiting(asked, known(asked, did), sql`l.customer_id, null::text as k`);
  return sql`with doings as materialized (${doings(asked)}) ${standingsOfBuyers(asked, did)} union all ${prospects}`;
}

/** The same for all who last bought on one day together, so that a long row of stints costs no more for many customers. */
function standingsInBulk(asked: Asked): SQL {
  const buyers = sql`select place, next_place, last_on, count(*) as customers from (${lasts(asked, did)}) l group by 1, 2, 3`;
  const others = sql`select known_on, first_on, count(*) as customers from (${known(asked, did)}) k group by 1, 2`;
  return sql`with doings as materialized (${doings(asked)}) ${stood(asked, buyers, sql`l.customers`)}
    union all ${waiting(asked, others, sql`l.customers`)}`;
}

const manyThat = (standing: string): SQL =>
  sql`coalesce(sum(a.customers) filter (where a.standing = ${sql.raw(`'${standing}'`)}), 0)`;

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
  inBulk: {
    rowsOf: standingsInBulk,
    measures: {
      active: manyThat("active"),
      recently_inactive: manyThat("recently_inactive"),
      long_inactive: manyThat("long_inactive"),
      prospect: manyThat("prospect"),
      all: sql`coalesce(sum(a.customers), 0)`,
    },
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
  rowsOf: (asked) => standingsOfBuyers(asked, doings(asked)),
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
