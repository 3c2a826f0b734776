import { type SQL, sql } from "drizzle-orm";
import { startOf } from "#app/domain/period.ts";
import { funnelSql } from "#app/domain/recovery/funnel.server.ts";
import { type Asked, ofCustomers } from "./asked.server.ts";
import { type Computed, ratio } from "./computed.server.ts";
import { customerDimensions, type RowColumn } from "./indicator.ts";
import { said } from "./said.ts";

/** The moment a stint is known up to: the reading itself, or the stint's end where that lies before. */
export const knownAt = (asked: Asked, until: string): Date => {
  const end = startOf(until);
  return end < asked.reading.asOf ? end : asked.reading.asOf;
};

/** One SELECT per stint, numbered as the table `p` numbers them. */
export const perStint = (asked: Asked, rowsIn: (n: number) => SQL): SQL =>
  sql.join(
    asked.stints.map((_, n) => sql`(${rowsIn(n)})`),
    sql` union all `,
  );

const funnelRows = (asked: Asked): SQL =>
  perStint(asked, (n) => {
    const { stint } = asked.stints[n]!;
    return sql`select ${sql.raw(String(n))} as i, null::text as k, f.*,
        case f.reached when 0 then 'with_access' when 1 then 'accessed' when 2 then 'added' else 'ordered' end as stage
      from (${funnelSql(ofCustomers(asked, sql`customers.id`), stint, knownAt(asked, stint.until))}) f`;
  });

const stages = [
  { key: "with_access", label: said("Com acesso, não entraram", "With access, did not come") },
  { key: "accessed", label: said("Entraram, não adicionaram", "Came, added nothing") },
  { key: "added", label: said("Adicionaram, não pediram", "Added, did not order") },
  { key: "ordered", label: said("Pediram", "Ordered") },
];

const funnelColumns: readonly RowColumn[] = [
  { key: "stage", name: said("Até onde foi", "How far they came"), kind: "text" },
  { key: "last_seen_at", name: said("Último acesso", "Last seen"), kind: "moment" },
];

const funnel: Computed = {
  key: "funnel",
  name: said("Funil da loja", "Storefront funnel"),
  sentence: said(
    "Clientes com acesso liberado até o fim do período; deles, os que entraram na loja no período; deles, os que puseram algo no carrinho; deles, os que fizeram pedido pela loja. O que vendedores fazem em nome do cliente não conta.",
    "Customers given access by the end of the period; of them, those who came into the shop in it; of them, those who put something into the cart; of them, those who ordered there. What reps do in a customer's name does not count.",
  ),
  unit: "customers",
  better: "more",
  group: "storefront",
  over: "period",
  usual: "month",
  fact: "journey_steps",
  dims: customerDimensions,
  companions: {
    withAccess: { name: said("Com acesso", "With access"), unit: "customers" },
    accessed: { name: said("Acessaram", "Accessed"), unit: "customers" },
    added: { name: said("Puseram no carrinho", "Added to cart"), unit: "customers" },
    ordered: { name: said("Pediram", "Ordered"), unit: "customers" },
  },
  rowsOf: funnelRows,
  measures: {
    withAccess: sql`count(*)`,
    accessed: sql`count(*) filter (where a.reached >= 1)`,
    added: sql`count(*) filter (where a.reached >= 2)`,
    ordered: sql`count(*) filter (where a.reached >= 3)`,
  },
  told: (values) => ({ value: values.ordered ?? 0, values }),
  ownSlices: { column: sql`a.stage`, keys: stages },
  list: { columns: funnelColumns, order: sql`a.reached desc, a.last_seen_at desc nulls last` },
};

const conversion: Computed = {
  ...funnel,
  key: "conversion",
  name: said("Conversão da loja", "Storefront conversion"),
  sentence: said(
    "Dos clientes que entraram na loja no período, a parte que fez pedido por ela.",
    "Of the customers who came into the shop in the period, the share that ordered there.",
  ),
  unit: "ratio",
  minimum: 5,
  companions: {
    accessed: { name: said("Acessaram", "Accessed"), unit: "customers" },
    ordered: { name: said("Pediram", "Ordered"), unit: "customers" },
  },
  measures: {
    accessed: sql`count(*) filter (where a.reached >= 1)`,
    ordered: sql`count(*) filter (where a.reached >= 3)`,
  },
  told: (values) => ({ value: ratio(values.ordered, values.accessed), values, counted: values.accessed ?? 0 }),
  ownSlices: undefined,
  list: { ...funnel.list, where: sql`a.reached >= 1` },
};

/** The words of a search as `searchable` compares them: the same words are one search, however they were typed. */
const searchedFor = sql`trim(regexp_replace(lower(unaccent(s.query)), '\\s+', ' ', 'g'))`;

const searches = (asked: Asked): SQL =>
  perStint(asked, (n) => {
    const { stint } = asked.stints[n]!;
    const from = sql`${startOf(stint.from).toISOString()}::timestamptz`;
    const until = startOf(stint.to);
    const known = knownAt(asked, stint.until);
    const to = sql`${(until < known ? until : known).toISOString()}::timestamptz`;
    return sql`select ${sql.raw(String(n))} as i, s.customer_id, null::text as k, ${searchedFor} as query, s.at, u.name as who, k.asked_at
      from journey_steps s join users u on u.id = s.buyer_id
      left join product_asks k on k.customer_id = s.customer_id and k.buyer_id = s.buyer_id
        and k.asked_on = (s.at at time zone 'America/Sao_Paulo')::date and k.query = ${searchedFor}
      where s.kind = 'searched' and s.results = 0 and s.acting_user_id is null and s.at >= ${from} and s.at < ${to} and ${ofCustomers(asked, sql`s.customer_id`)}`;
  });

const searchesWithoutResult: Computed = {
  key: "searches-without-result",
  name: said("Buscas sem resultado", "Searches without result"),
  sentence: said(
    "Buscas feitas por compradores na loja no período que não acharam nenhum produto, pelo termo buscado.",
    "Searches made by buyers in the shop in the period that found no product, by the words searched for.",
  ),
  unit: "number",
  better: "less",
  group: "storefront",
  over: "period",
  usual: "month",
  fact: "journey_steps",
  dims: customerDimensions,
  companions: { customers: { name: said("Clientes", "Customers"), unit: "customers" } },
  rowsOf: searches,
  measures: { all: sql`count(*)`, customers: sql`count(distinct a.customer_id)` },
  told: ({ all, customers }) => ({ value: all ?? 0, values: { customers: customers ?? 0 } }),
  ownSlices: { column: sql`a.query` },
  list: {
    columns: [
      { key: "query", name: said("Buscou", "Searched for"), kind: "text" },
      { key: "who", name: said("Quem", "Who"), kind: "text" },
      { key: "at", name: said("Quando", "When"), kind: "moment" },
      { key: "asked_at", name: said("Pediu ao vendedor", "Asked the rep"), kind: "moment" },
    ],
    order: sql`a.at desc`,
  },
};

/** Indicators of the shop: how far customers come in it, and what they looked for in vain. */
export const storefrontIndicators: Computed[] = [funnel, conversion, searchesWithoutResult];
