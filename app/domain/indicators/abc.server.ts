import { type SQL, sql } from "drizzle-orm";
import { type Day, daysBetween } from "#app/domain/period.ts";
import type { Asked } from "./asked.server.ts";
import type { Computed } from "./computed.server.ts";
import { inPeriods, keyAgain, keyOf, productSales, sales } from "./facts.server.ts";
import { customerDimensions, soldDimensions } from "./indicator.ts";
import { knownOf, knownRows } from "./known.server.ts";
import { keysOf, said } from "./said.ts";

/** What products brought from a day up to another, as rows `id, amount`. */
const broughtByProducts = (from: Day, until: Day): SQL => sql`
  select product_id as id, sum(gross_cents - returns_cents)::bigint as amount from product_days
  where day >= ${from}::date and day < ${until}::date group by 1`;

/** Value of each product in each stint, where what it brought before the last month is known. */
const valuedSince = (asked: Asked): SQL =>
  sql.join(
    asked.stints.map((dated, i) => {
      const known = dated.known!;
      const since = { ...asked, stints: [{ ...dated, stint: { ...dated.stint, from: known.until } }] };
      return sql`select ${sql.raw(String(i))} as i, id, null::text as k, sum(net_cents)::bigint as value_cents from (
        select id, net_cents from ${knownRows(known)} s (id, net_cents)
        union all select product_id, net_cents from (${inPeriods(since, productSales(since))}) f
      ) v group by id`;
    }),
    sql` union all `,
  );

/** Value of each customer (or product) in each stint, as rows `i, id, k, value_cents`. */
function valued(asked: Asked): SQL {
  if (asked.factDimension === null && asked.stints.every(({ known }) => known)) return valuedSince(asked);
  const id = asked.reading.of === "products" ? sql`product_id` : sql`customer_id`;
  const net = asked.reading.of === "products" ? sql`net_cents` : sql`gross_cents - returns_cents`;
  const facts = asked.reading.of === "products" ? productSales(asked) : sales(asked);
  return sql`select i, ${id} as id, ${keyAgain(asked)}, sum(${net})::bigint as value_cents
    from (${inPeriods(asked, facts)}) f group by i, ${id}${keyOf(asked)}`;
}

/** Each with its place and class: highest value first, ties by id; zero and less are C and outside the total. */
const classed = (asked: Asked, rows: SQL): SQL => sql`
  select i, id, k, value_cents, rank, total_cents, before_cents,
    case when value_cents <= 0 then 'C' when before_cents * 100 < total_cents * 80 then 'A'
      when before_cents * 100 < total_cents * 95 then 'B' else 'C' end as abc_class
  from (
    select i, id, k, value_cents, row_number() over by_value as rank,
      sum(greatest(value_cents, 0)) over by_value - greatest(value_cents, 0) as before_cents,
      sum(greatest(value_cents, 0)) over (partition by i${keyOf(asked)}) as total_cents
    from (${rows}) v
    window by_value as (partition by i${keyOf(asked)} order by value_cents desc, id rows unbounded preceding)
  ) ranked`;

const whom = (asked: Asked): SQL =>
  asked.reading.of === "products"
    ? sql`null::integer as customer_id, id as product_id`
    : sql`id as customer_id, null::integer as product_id`;

/** Everybody's place on the curve. */
export const abcRows = (
  asked: Asked,
): SQL => sql`select i, ${whom(asked)}, k, value_cents, rank, before_cents, total_cents, abc_class,
    case when total_cents > 0 and value_cents > 0 then value_cents::float8 / total_cents else 0 end as share,
    case when total_cents > 0 then least(1, (before_cents + greatest(value_cents, 0))::float8 / total_cents) else 0 end as cumulative
    from (${classed(asked, valued(asked))}) c`;

const abc: Computed = {
  key: "abc",
  name: said("Curva ABC", "ABC curve"),
  sentence: said(
    "Clientes por valor líquido (pedidos menos devoluções) nos doze meses até a leitura, do maior para o menor: A enquanto a parte acumulada antes do cliente fica abaixo de 80 %, B abaixo de 95 %, C o resto. Valor zero ou negativo é C e fica fora do total.",
    "Customers by net value (orders less returns) in the twelve months up to the reading, highest first: A while the share before the customer is under 80 %, B under 95 %, C the rest. A value of zero or less is C and outside the total.",
  ),
  unit: "customers",
  better: "neither",
  group: "portfolio",
  over: "moment",
  usual: "year",
  fact: "customer_days",
  dims: [...customerDimensions, ...soldDimensions],
  ofProducts: true,
  companions: {
    value: { name: said("Valor", "Value"), unit: "cents" },
    A: { name: said("Classe A", "Class A"), unit: "number" },
    B: { name: said("Classe B", "Class B"), unit: "number" },
    C: { name: said("Classe C", "Class C"), unit: "number" },
  },
  rowsOf: abcRows,
  knownOf: async ({ of }, stint, tx) => (of === "products" ? knownOf("products", stint, broughtByProducts, tx) : null),
  measures: {
    all: sql`count(*)`,
    value: sql`coalesce(sum(a.value_cents), 0)`,
    A: sql`count(*) filter (where a.abc_class = 'A')`,
    B: sql`count(*) filter (where a.abc_class = 'B')`,
    C: sql`count(*) filter (where a.abc_class = 'C')`,
  },
  told: ({ all, ...values }) => ({ value: all ?? 0, values }),
  ownSlices: { column: sql`a.abc_class`, dimension: "abc", keys: keysOf("A", "B", "C") },
  list: {
    columns: [
      { key: "sku", name: said("SKU", "SKU"), kind: "sku", of: "products" },
      { key: "name", name: said("Produto", "Product"), kind: "product", of: "products" },
      { key: "rank", name: said("Posição", "Rank"), kind: "number" },
      { key: "abc_class", name: said("Classe", "Class"), kind: "abc" },
      { key: "value_cents", name: said("Valor", "Value"), kind: "cents" },
      { key: "share", name: said("Parte", "Share"), kind: "ratio" },
      { key: "cumulative", name: said("Acumulado", "Cumulative"), kind: "ratio" },
    ],
    rows: (asked) =>
      sql`select r.*, pr.sku, pr.name from (${abcRows(asked)}) r left join products pr on pr.id = r.product_id`,
    order: sql`a.rank`,
  },
};

/** The class then and the class now; whoever has none in a window is `none` there. */
function moved(asked: Asked): SQL {
  const valuedIn = (from: SQL, to: SQL) =>
    classed(
      asked,
      sql`select p.i, f.customer_id as id, ${keyAgain(asked)}, sum(f.gross_cents - f.returns_cents)::bigint as value_cents
        from facts f join p on f.day >= ${from} and f.day < ${to} group by p.i, f.customer_id${keyOf(asked)}`,
    );
  const longest = Math.max(...asked.stints.map(({ stint }) => daysBetween(stint.from, stint.to)));
  return sql`
    with facts as materialized (${sales(asked, { daysBefore: longest })}),
    now_rows as (${valuedIn(sql`p.from_on`, sql`p.to_on`)}),
    then_rows as (${valuedIn(sql`p.from_on - (p.to_on - p.from_on)`, sql`p.from_on`)})
    select coalesce(n.i, t.i) as i, coalesce(n.id, t.id) as customer_id, coalesce(n.k, t.k) as k,
      coalesce(t.abc_class, 'none') as class_then, coalesce(n.abc_class, 'none') as class_now,
      coalesce(t.abc_class, 'none') || '>' || coalesce(n.abc_class, 'none') as move,
      coalesce(t.value_cents, 0) as then_cents, coalesce(n.value_cents, 0) as now_cents
    from now_rows n full join then_rows t on t.i = n.i and t.id = n.id and t.k is not distinct from n.k`;
}

const classes = ["A", "B", "C", "none"];
const moves = classes
  .flatMap((then) => classes.map((now) => [then, now] as const))
  .filter(([then, now]) => then !== "none" || now !== "none");
const spoken = (one: string, other: string) => (one === "none" ? other : one);

const migration: Computed = {
  key: "abc-migration",
  name: said("Migração na curva ABC", "ABC migration"),
  sentence: said(
    "Clientes pela classe no período anterior de mesma duração e pela classe agora; o número conta quem subiu, desceu, entrou ou saiu.",
    "Customers by their class in the stretch of the same length before and their class now; the number counts those that rose, fell, came or went.",
  ),
  unit: "customers",
  better: "neither",
  group: "portfolio",
  over: "moment",
  usual: "year",
  fact: "customer_days",
  dims: customerDimensions,
  companions: {
    risen: { name: said("Subiram", "Rose"), unit: "customers" },
    fallen: { name: said("Desceram", "Fell"), unit: "customers" },
    same: { name: said("Na mesma classe", "Same class"), unit: "customers" },
    came: { name: said("Entraram", "Came"), unit: "customers" },
    went: { name: said("Saíram", "Went"), unit: "customers" },
  },
  rowsOf: moved,
  measures: {
    risen: sql`count(*) filter (where a.class_then <> 'none' and a.class_now <> 'none' and a.class_now < a.class_then)`,
    fallen: sql`count(*) filter (where a.class_then <> 'none' and a.class_now <> 'none' and a.class_now > a.class_then)`,
    same: sql`count(*) filter (where a.class_then = a.class_now)`,
    came: sql`count(*) filter (where a.class_then = 'none')`,
    went: sql`count(*) filter (where a.class_now = 'none')`,
  },
  told: (values) => ({
    value: (values.risen ?? 0) + (values.fallen ?? 0) + (values.came ?? 0) + (values.went ?? 0),
    values,
  }),
  ownSlices: {
    column: sql`a.move`,
    keys: moves.map(([then, now]) => ({
      key: `${then}>${now}`,
      label: said(
        `${spoken(then, "fora")} → ${spoken(now, "fora")}`,
        `${spoken(then, "absent")} → ${spoken(now, "absent")}`,
      ),
    })),
  },
  list: {
    columns: [
      { key: "class_then", name: said("Classe antes", "Class then"), kind: "abc" },
      { key: "class_now", name: said("Classe agora", "Class now"), kind: "abc" },
      { key: "then_cents", name: said("Valor antes", "Value then"), kind: "cents" },
      { key: "now_cents", name: said("Valor agora", "Value now"), kind: "cents" },
    ],
    where: sql`a.class_then <> a.class_now`,
    order: sql`abs(a.now_cents - a.then_cents) desc`,
  },
};

/** Indicators that rank by value. */
export const abcIndicators: Computed[] = [abc, migration];
