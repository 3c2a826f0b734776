import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { startOf } from "#app/domain/period.ts";
import { searchable } from "#app/domain/text.ts";
import { sql } from "#db/connection.server.ts";
import type { OrderChannel, OrderMoments, OrderPayment, OrderState } from "./order.ts";
import { nothingAsked, type OrderFilter, type OrderSort } from "./order-filter.ts";
import { type Fragment, stateIs } from "./state-sql.server.ts";

/** An order in a list. */
export interface OrderRow extends OrderMoments, OrderPayment {
  number: string;
  kind: "order" | "return";
  placedAt: Date;
  channel: OrderChannel;
  goodsCents: number;
  freightCents: number;
  lines: number;
  poNumber: string | null;
  placedByName: string | null;
}

/** An order in a list of the office. */
export interface OfficeOrderRow extends OrderRow {
  customerId: number;
  customerName: string;
  customerCode: string;
  uf: string | null;
  repName: string | null;
}

/** How many orders a page of a list holds. */
export const pageSize = 25;

const columns = () => sql`o.number, o.kind, o.placed_at as "placedAt", o.channel, o.goods_cents as "goodsCents",
  o.freight_cents as "freightCents", o.po_number as "poNumber", o.is_imported as "isImported",
  o.confirmed_at as "confirmedAt", o.invoiced_at as "invoicedAt", o.shipped_at as "shippedAt",
  o.delivered_at as "deliveredAt", o.cancelled_at as "cancelledAt",
  o.payment_method as "paymentMethod", o.pay_by_at as "payByAt", o.paid_at as "paidAt",
  (select count(*)::int from order_lines l where l.customer_id = o.customer_id and l.order_id = o.id) as lines,
  coalesce((select u.name from users u where u.id = o.placed_by),
    (select t.name from api_tokens t where t.id = o.placed_by_token_id)) as "placedByName"`;

const like = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

const all = (parts: Fragment[]): Fragment => parts.reduce((left, right) => sql`${left} and ${right}`, sql`true`);

/**
 * The orders of the buyer's company, the latest first; the search looks at the number, the buyer's own number, and the SKU and
 * name of the lines.
 */
export async function ordersOf(
  buyer: Buyer,
  { q, state, page }: { q: string; state: OrderState[]; page: number },
): Promise<Page<OrderRow>> {
  const parts = [sql`o.customer_id = ${buyer.customerId}`];
  if (state.length > 0) parts.push(stateIs(state));
  if (q.trim()) {
    parts.push(sql`(o.number ilike ${like(q.trim())} or o.po_number ilike ${like(q.trim())} or exists (
      select from order_lines l join products p on p.id = l.product_id
      where l.customer_id = o.customer_id and l.order_id = o.id
        and (l.sku ilike ${like(q.trim())} or l.name ilike ${like(q.trim())} or p.search_text like ${like(searchable(q))})))`);
  }
  const where = all(parts);
  const [[counted], rows] = await Promise.all([
    sql<{ total: number }[]>`select count(*)::int as total from orders o where ${where}`,
    sql<OrderRow[]>`select ${columns()} from orders o where ${where}
      order by o.placed_at desc, o.id desc limit ${pageSize} offset ${offsetOf(page, pageSize)}`,
  ]);
  return { rows: [...rows], total: counted?.total ?? 0, page, pageSize };
}

function conditions(scope: Scope, filter: OrderFilter): Fragment {
  const parts: Fragment[] = [];
  if (scope.repId !== null) parts.push(sql`c.rep_id = ${scope.repId}`);
  if (filter.state.length > 0) parts.push(stateIs(filter.state));
  if (filter.channel.length > 0) parts.push(sql`o.channel in ${sql(filter.channel)}`);
  if (filter.rep.length > 0) parts.push(sql`c.rep_id in ${sql(filter.rep)}`);
  if (filter.uf.length > 0) parts.push(sql`c.uf in ${sql(filter.uf)}`);
  if (filter.customer !== null) parts.push(sql`o.customer_id = ${filter.customer}`);
  if (filter.kind !== null) parts.push(sql`o.kind = ${filter.kind}`);
  if (filter.from !== null) parts.push(sql`o.placed_at >= ${startOf(filter.from)}`);
  if (filter.to !== null) parts.push(sql`o.placed_on <= ${filter.to}::date`);
  for (const word of searchable(filter.q).split(" ").filter(Boolean)) {
    parts.push(sql`(o.number like ${`${word.toUpperCase().replace(/[\\%_]/g, "\\$&")}%`} or lower(o.po_number) = ${word}
      or c.search_text like ${like(word)})`);
  }
  return all(parts);
}

const orderBy: Record<OrderSort, () => Fragment> = {
  "-placed": () => sql`o.placed_at desc, o.id desc`,
  placed: () => sql`o.placed_at, o.id`,
  "-value": () => sql`o.goods_cents desc, o.id desc`,
  value: () => sql`o.goods_cents, o.id`,
  customer: () => sql`c.trade_name, o.placed_at desc, o.id desc`,
  "-customer": () => sql`c.trade_name desc, o.placed_at desc, o.id desc`,
};

const officeColumns = () => sql`${columns()}, o.customer_id as "customerId", c.trade_name as "customerName",
  c.code as "customerCode", c.uf, (select u.name from users u where u.id = coalesce(o.rep_id, c.rep_id)) as "repName"`;

/** Orders of the scope with what they add up to: counted orders less returns, without what was cancelled. */
export async function ordersIn(
  scope: Scope,
  filter: OrderFilter,
  { sort, page }: { sort: OrderSort; page: number },
): Promise<Page<OfficeOrderRow> & { goodsCents: number }> {
  const where = conditions(scope, filter);
  const [[counted], rows] = await Promise.all([
    sql<{ total: number; goodsCents: number }[]>`
      select count(*)::int as total, coalesce(sum(o.goods_cents) filter (where o.cancelled_at is null), 0)::bigint as "goodsCents"
      from orders o join customers c on c.id = o.customer_id where ${where}`,
    sql<
      OfficeOrderRow[]
    >`select ${officeColumns()} from orders o join customers c on c.id = o.customer_id where ${where}
      order by ${orderBy[sort]()} limit ${pageSize} offset ${offsetOf(page, pageSize)}`,
  ]);
  return {
    rows: [...rows],
    total: counted?.total ?? 0,
    goodsCents: counted?.goodsCents ?? 0,
    page,
    pageSize,
  };
}

/** Every order the filter finds, bit by bit, for a file. */
export async function* everyOrderIn(
  scope: Scope,
  filter: OrderFilter,
  sort: OrderSort,
): AsyncGenerator<OfficeOrderRow> {
  const where = conditions(scope, filter);
  const cursor = sql<OfficeOrderRow[]>`select ${officeColumns()} from orders o join customers c on c.id = o.customer_id
    where ${where} order by ${orderBy[sort]()}`.cursor(500);
  for await (const rows of cursor) yield* rows;
}

/** The orders of one customer for their record, the latest first. */
export async function latestOrdersOf(customerId: number, count: number): Promise<OrderRow[]> {
  return sql<OrderRow[]>`select ${columns()} from orders o where o.customer_id = ${customerId}
    order by o.placed_at desc, o.id desc limit ${count}`;
}

/** How many orders wait for the house: received, not confirmed or invoiced, of the last thirty days. */
export async function ordersWaiting(scope: Scope, asOf: Date): Promise<number> {
  const [row] = await sql<{ waiting: number }[]>`
    select count(*)::int as waiting from orders o join customers c on c.id = o.customer_id
    where ${conditions(scope, { ...nothingAsked, state: ["placed"] })} and o.placed_at >= ${new Date(asOf.getTime() - 30 * 86_400_000)}`;
  return row?.waiting ?? 0;
}
