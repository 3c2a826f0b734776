import { cnpjFrom } from "#app/domain/cnpj.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { type Day, startOf } from "#app/domain/period.ts";
import { sql } from "#db/connection.server.ts";
import type { OrderChannel, OrderMoments } from "./order.ts";

/** An order as another system reads it in a list. */
export interface ListedOrder extends OrderMoments {
  number: string;
  kind: "order" | "return";
  placedAt: Date;
  channel: OrderChannel;
  customerId: number;
  customerCode: string;
  customerName: string;
  goodsCents: number;
  freightCents: number;
  poNumber: string | null;
}

/** Which orders another system asks for: of a customer by code or CNPJ, in the period `[from, to)`; null asks nothing. */
export interface OrdersWanted {
  customer: string | null;
  from: Day | null;
  to: Day | null;
}

/** Where a list goes on: after the order placed at that moment with that row number. */
export interface OrderCursor {
  placedAt: string;
  id: number;
}

/** Orders of the scope, the latest first, and where the list goes on (null: nowhere). What is placed meanwhile shifts nothing. */
export async function ordersFrom(
  scope: Pick<Scope, "repId">,
  wanted: OrdersWanted,
  after: OrderCursor | null,
  limit: number,
): Promise<{ orders: ListedOrder[]; next: OrderCursor | null }> {
  const rows = await sql<(ListedOrder & { cursorAt: string; cursorId: number })[]>`
    select o.number, o.kind, o.placed_at as "placedAt", o.channel, c.id as "customerId", c.code as "customerCode",
      c.trade_name as "customerName", o.goods_cents as "goodsCents", o.freight_cents as "freightCents",
      o.po_number as "poNumber", o.is_imported as "isImported", o.confirmed_at as "confirmedAt",
      o.invoiced_at as "invoicedAt", o.shipped_at as "shippedAt", o.delivered_at as "deliveredAt",
      o.cancelled_at as "cancelledAt", o.placed_at::text as "cursorAt", o.id as "cursorId"
    from orders o join customers c on c.id = o.customer_id
    where true
      ${scope.repId === null ? sql`` : sql`and c.rep_id = ${scope.repId}`}
      ${wanted.customer === null ? sql`` : sql`and (c.code = ${wanted.customer} or c.cnpj = ${cnpjFrom(wanted.customer) ?? wanted.customer})`}
      ${wanted.from === null ? sql`` : sql`and o.placed_at >= ${startOf(wanted.from)}`}
      ${wanted.to === null ? sql`` : sql`and o.placed_at < ${startOf(wanted.to)}`}
      ${after === null ? sql`` : sql`and (o.placed_at, o.id) < (${after.placedAt}::text::timestamptz, ${after.id})`}
    order by o.placed_at desc, o.id desc limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    orders: shown.map(({ cursorAt: _at, cursorId: _id, ...order }) => order),
    next: last ? { placedAt: last.cursorAt, id: last.cursorId } : null,
  };
}
