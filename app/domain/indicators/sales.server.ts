import { type SQL, sql } from "drizzle-orm";
import { type Asked, asksProducts, factKey, ofCustomers, soldSql } from "./asked.server.ts";
import { type Computed, ratio, toCent, toFour } from "./computed.server.ts";
import { countedOrders, inPeriods, sales } from "./facts.server.ts";
import { dimensions, type RowColumn } from "./indicator.ts";
import { said } from "./said.ts";

/** Counted orders and returns of the main stint, one row a document, with the part of its value that was asked about. */
export function documents(asked: Asked): SQL {
  const { from, to } = asked.stints[0]!.stint;
  const k = factKey(asked.factDimension);
  const counted = sql`f.cancelled_at is null and not f.is_bonus and f.day >= ${from}::date and f.day < ${to}::date
    and ${ofCustomers(asked, sql`f.customer_id`)} and ${soldSql(asked.reading.filter)}`;
  const own = sql`o.customer_id, o.id, o.number, o.placed_on as day, o.kind, o.channel, o.cancelled_at, o.is_bonus`;
  if (!asksProducts(asked)) {
    return sql`select 0 as i, f.customer_id, ${k} as k, f.number, f.day as placed_on, f.kind, f.channel as way, f.cents
      from (select ${own}, o.goods_cents as cents from orders o) f where ${counted}`;
  }
  return sql`select 0 as i, f.customer_id, ${k} as k, f.number, f.day as placed_on, f.kind, f.channel as way, sum(f.cents)::bigint as cents
    from (select ${own}, l.product_id, l.total_cents as cents from orders o
      join order_lines l on l.customer_id = o.customer_id and l.order_id = o.id) f
    join products on products.id = f.product_id where ${counted} group by 2, 3, 4, 5, 6, 7`;
}

export const documentColumns: RowColumn[] = [
  { key: "number", name: said("Pedido", "Order"), kind: "order" },
  { key: "placed_on", name: said("Dia", "Day"), kind: "on" },
  { key: "kind", name: said("Tipo", "Kind"), kind: "text" },
  { key: "way", name: said("Origem", "Came by"), kind: "way" },
  { key: "cents", name: said("Valor", "Value"), kind: "cents" },
];

const measures = {
  gross: sql`coalesce(sum(a.gross_cents), 0)`,
  returns: sql`coalesce(sum(a.returns_cents), 0)`,
};
const net = (values: Record<string, number | null>): number => (values.gross ?? 0) - (values.returns ?? 0);

const ofSales = {
  better: "more",
  group: "sales",
  over: "period",
  fact: "customer_days",
  dims: dimensions,
} as const;

const money = { gross: said("Pedidos", "Orders"), returns: said("Devoluções", "Returns"), net: said("Líquido", "Net") };

const revenue: Computed = {
  ...ofSales,
  key: "revenue",
  name: said("Faturamento", "Revenue"),
  sentence: said(
    "Valor das mercadorias dos pedidos contados, no dia em que foram feitos, depois de descontos e antes de impostos e frete, menos as devoluções no dia delas.",
    "Goods value of counted orders on the day they were placed, after discounts and before taxes and freight, less returns on their own day.",
  ),
  unit: "cents",
  usual: "all",
  companions: {
    gross: { name: money.gross, unit: "cents" },
    returns: { name: money.returns, unit: "cents" },
    net: { name: money.net, unit: "cents" },
  },
  rowsOf: (asked) => inPeriods(asked, sales(asked)),
  measures,
  told: (values) => ({ value: net(values), values: { ...values, net: net(values) } }),
  list: { columns: documentColumns, rows: documents, order: sql`a.placed_on desc, a.number desc` },
};

const orders: Computed = {
  ...ofSales,
  key: "orders",
  name: said("Pedidos", "Orders"),
  sentence: said(
    "Pedidos contados (feitos, não cancelados, com ao menos um item pago), no dia em que foram feitos.",
    "Counted orders (placed, not cancelled, with at least one line that is not free) on the day they were placed.",
  ),
  unit: "orders",
  usual: "all",
  companions: { customers: { name: said("Clientes que compraram", "Customers that ordered"), unit: "customers" } },
  rowsOf: (asked) => inPeriods(asked, countedOrders(asked)),
  measures: {
    orders: sql`coalesce(sum(a.orders), 0)`,
    customers: sql`count(distinct a.customer_id) filter (where a.orders > 0)`,
  },
  told: ({ orders, customers }) => ({ value: orders ?? 0, values: { customers: customers ?? 0 } }),
  list: {
    columns: documentColumns,
    rows: documents,
    where: sql`a.kind = 'order'`,
    order: sql`a.placed_on desc, a.number desc`,
  },
};

const valueAndCustomers = { ...measures, customers: sql`count(distinct a.customer_id) filter (where a.orders > 0)` };

const averagePurchase: Computed = {
  ...ofSales,
  key: "average-purchase-value",
  name: said("Compra média por cliente", "Average purchase value"),
  sentence: said(
    "Valor líquido do período dividido pelos clientes que compraram nele.",
    "Net value of the period divided by the customers that ordered in it.",
  ),
  unit: "cents",
  usual: "all",
  minimum: 1,
  companions: {
    value: { name: said("Valor", "Value"), unit: "cents" },
    customers: { name: said("Clientes que compraram", "Customers that ordered"), unit: "customers" },
  },
  rowsOf: (asked) => inPeriods(asked, sales(asked)),
  measures: valueAndCustomers,
  told: (values) => ({
    value: toCent(ratio(net(values), values.customers)),
    values: { value: net(values), customers: values.customers ?? 0 },
    counted: values.customers ?? 0,
  }),
  list: revenue.list,
};

const averageOrder: Computed = {
  ...averagePurchase,
  key: "average-order-value",
  name: said("Ticket médio", "Average order value"),
  sentence: said(
    "Valor líquido do período dividido pelos pedidos contados nele.",
    "Net value of the period divided by the orders counted in it.",
  ),
  companions: {
    value: { name: said("Valor", "Value"), unit: "cents" },
    orders: { name: said("Pedidos", "Orders"), unit: "orders" },
  },
  rowsOf: (asked) => inPeriods(asked, countedOrders(asked)),
  measures: { ...measures, orders: sql`coalesce(sum(a.orders), 0)` },
  told: (values) => ({
    value: toCent(ratio(net(values), values.orders)),
    values: { value: net(values), orders: values.orders ?? 0 },
    counted: values.orders ?? 0,
  }),
};

const ordersPerCustomer: Computed = {
  ...orders,
  key: "orders-per-customer",
  name: said("Pedidos por cliente", "Orders per customer"),
  sentence: said(
    "Pedidos contados no período divididos pelos clientes que compraram nele.",
    "Orders counted in the period divided by the customers that ordered in it.",
  ),
  unit: "decimal",
  minimum: 1,
  companions: {
    orders: { name: said("Pedidos", "Orders"), unit: "orders" },
    customers: { name: said("Clientes que compraram", "Customers that ordered"), unit: "customers" },
  },
  told: ({ orders, customers }) => ({
    value: toFour(ratio(orders, customers)),
    values: { orders: orders ?? 0, customers: customers ?? 0 },
    counted: customers ?? 0,
  }),
};

/** Indicators of what was sold, counted from the customers' days. */
export const salesIndicators: Computed[] = [revenue, orders, averageOrder, averagePurchase, ordersPerCustomer];
