import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/domain/period.ts";
import type { Asked } from "./asked.server.ts";
import type { Computed } from "./computed.server.ts";
import { inPeriods, keyAgain, keyOf, productSales } from "./facts.server.ts";
import { customerDimensions, dimensions } from "./indicator.ts";
import { type Known, knownOf, knownRows } from "./known.server.ts";
import type { Stint } from "./periods.ts";
import { said } from "./said.ts";
import { factDimensionOf } from "./slices.server.ts";

/** The products sold in the main stint, one row a product; looked up only once they are added up. */
const productsSold = (asked: Asked): SQL => sql`
  select 0 as i, null::integer as customer_id, f.k, products.sku, products.name, f.sold, f.returned, f.net_cents
  from (
    select product_id, ${keyAgain(asked)}, sum(quantity)::bigint as sold, sum(returned_quantity)::bigint as returned, sum(net_cents)::bigint as net_cents
    from (${inPeriods(asked, productSales(asked))}) f group by product_id${keyOf(asked)}
  ) f join products on products.id = f.product_id`;

/** Units by day; by customer only where customers are taken apart. */
const unitsByDay = (asked: Asked): SQL => {
  const { by } = asked.reading;
  const customer = by && factDimensionOf(by) === null ? sql`f.customer_id` : sql`null::integer`;
  return sql`
    select days.i, f.customer_id, f.k, f.quantity, f.returned_quantity
    from (
      select ${customer} as customer_id, f.k, f.day, sum(f.quantity)::bigint as quantity, sum(f.returned_quantity)::bigint as returned_quantity
      from (${productSales(asked)}) f group by 1, 2, 3
    ) f join days on days.day = f.day`;
};

const units: Computed = {
  key: "units",
  name: said("Unidades vendidas", "Units sold"),
  sentence: said(
    "Unidades dos pedidos contados do período, menos as devolvidas no dia da devolução.",
    "Units of the period's counted orders, less those returned, on the day of the return.",
  ),
  unit: "number",
  better: "more",
  group: "sales",
  over: "period",
  usual: "all",
  fact: "product_days",
  dims: dimensions,
  companions: {
    sold: { name: said("Vendidas", "Sold"), unit: "number" },
    returned: { name: said("Devolvidas", "Returned"), unit: "number" },
  },
  rowsOf: unitsByDay,
  measures: {
    sold: sql`coalesce(sum(a.quantity), 0)`,
    returned: sql`coalesce(sum(a.returned_quantity), 0)`,
  },
  told: (values) => ({ value: (values.sold ?? 0) - (values.returned ?? 0), values }),
  list: {
    columns: [
      { key: "sku", name: said("SKU", "SKU"), kind: "sku" },
      { key: "name", name: said("Produto", "Product"), kind: "product" },
      { key: "sold", name: said("Vendidas", "Sold"), kind: "number" },
      { key: "returned", name: said("Devolvidas", "Returned"), kind: "number" },
      { key: "net_cents", name: said("Valor", "Value"), kind: "cents" },
    ],
    rows: productsSold,
    isWithoutCustomers: true,
    order: sql`a.sold desc, a.sku`,
  },
};

/** Different products that each customer bought from a day up to another, as rows `id, amount`. */
const boughtByCustomers = (from: Day, until: Day): SQL => sql`
  select customer_id as id, count(distinct product_id)::bigint as amount from product_days f
  where f.day >= ${from}::date and f.day < ${until}::date and f.orders > 0 group by 1`;

/** The same where it is known up to a day: only those who bought since are counted anew. */
const boughtSince = ({ from, to }: Stint, known: Known): SQL => sql`
  select customer_id, null::text as k, products::integer from ${knownRows(known)} s (customer_id, products)
  where customer_id not in (select customer_id from again)
  union all
  select again.customer_id, null, b.products from again cross join lateral (
    select count(distinct f.product_id)::integer as products from product_days f
    where f.customer_id = again.customer_id and f.day >= ${from}::date and f.day < ${to}::date and f.orders > 0
  ) b where b.products > 0`;

const boughtAgain = ({ to }: Stint, { until }: Known): SQL => sql`
  select distinct f.customer_id from customer_days f where f.day >= ${until}::date and f.day < ${to}::date and f.orders > 0`;

/** Distinct products of each customer, stint by stint with its days written out, so that PostgreSQL reads them in the order they are kept. */
const productsOfCustomers = (asked: Asked): SQL =>
  sql.join(
    asked.stints.map((dated, i) => {
      const { stint, known } = dated;
      const place = sql.raw(String(i));
      if (known && asked.factDimension === null) {
        return sql`select ${place} as i, f.* from (
          with again as materialized (${boughtAgain(stint, known)}) ${boughtSince(stint, known)}
        ) f`;
      }
      return sql`select ${place} as i, f.customer_id, f.k, count(distinct f.product_id)::integer as products
        from (${productSales({ ...asked, stints: [dated] })}) f
        where f.day < ${stint.to}::date and f.orders > 0 group by f.customer_id, f.k`;
    }),
    sql` union all `,
  );

const mix: Computed = {
  key: "mix",
  isAlone: true,
  name: said("Mix por cliente", "Mix per customer"),
  sentence: said(
    "Produtos diferentes que cada cliente comprou nos doze meses até a leitura; média dos clientes que compraram. Categorias contadas do mesmo jeito.",
    "Different products each customer bought in the twelve months up to the reading; mean of the customers that bought. Categories are counted the same way.",
  ),
  unit: "decimal",
  better: "more",
  group: "portfolio",
  over: "moment",
  usual: "year",
  fact: "product_days",
  dims: [...customerDimensions, "supplier", "category", "way"],
  companions: {
    customers: { name: said("Clientes que compraram", "Customers that bought"), unit: "customers" },
    mean: { name: said("Média de produtos", "Mean products"), unit: "decimal" },
    median: { name: said("Mediana de produtos", "Median products"), unit: "decimal" },
  },
  rowsOf: productsOfCustomers,
  knownOf: (_reading, stint, tx) => knownOf("customers", stint, boughtByCustomers, tx),
  measures: {
    customers: sql`count(*)`,
    mean: sql`round(avg(a.products), 4)`,
    median: sql`percentile_cont(0.5) within group (order by a.products)`,
  },
  told: (values) => ({ value: values.mean ?? null, values }),
  list: {
    columns: [
      { key: "products", name: said("Produtos", "Products"), kind: "number" },
      { key: "categories", name: said("Categorias", "Categories"), kind: "number" },
    ],
    late: {
      categories: (
        asked,
      ) => sql`case when exists (select 1 from products where category_id is not null) then (select count(distinct pr.category_id)::integer from (${inPeriods(asked, productSales(asked))}) f
        join products pr on pr.id = f.product_id
        where f.customer_id = a.customer_id and f.orders > 0 and f.k is not distinct from a.k) end`,
    },
    order: sql`a.products desc`,
  },
};

/** Indicators counted product by product. */
export const productIndicators: Computed[] = [units, mix];
