import { sql } from "drizzle-orm";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import { cartsAsOf } from "#app/domain/recovery/carts-as-of.server.ts";
import { reports, type Tx } from "#db/connection.server.ts";

/** An order or return of a customer, in one line. */
export interface RecordedOrder {
  number: string;
  kind: "order" | "return";
  placedOn: Day;
  channel: "storefront" | "visit" | "phone" | "other";
  goodsCents: Cents;
  lines: number;
  state: "placed" | "confirmed" | "invoiced" | "shipped" | "delivered" | "cancelled";
}

/** A cart that has not become an order yet. */
export interface WaitingCart {
  cartId: number;
  buyer: string;
  lines: number;
  valueCents: Cents;
  lastAt: string;
  outcome: "moving" | "abandoned";
  contacts: number;
}

/** The latest orders and returns of a customer, newest first. */
export async function lastOrdersOf(
  customerId: number,
  asOf: Date,
  limit: number,
  tx: Tx = reports,
): Promise<RecordedOrder[]> {
  return tx.execute<RecordedOrder & Record<string, unknown>>(sql`
    select o.number, o.kind, o.placed_on as "placedOn", o.channel, o.goods_cents as "goodsCents",
      (select count(*) from order_lines l where l.customer_id = o.customer_id and l.order_id = o.id)::integer as lines,
      case when o.cancelled_at is not null then 'cancelled' when o.delivered_at is not null then 'delivered'
        when o.shipped_at is not null then 'shipped' when o.invoiced_at is not null then 'invoiced'
        when o.confirmed_at is not null then 'confirmed' else 'placed' end as state
    from orders o
    where o.customer_id = ${customerId} and o.placed_at < ${asOf.toISOString()}::timestamptz
    order by o.placed_at desc, o.id desc limit ${limit}`);
}

/** The carts of a customer that still move or were left, the latest touched first. */
export async function waitingCartsOf(customerId: number, asOf: Date, tx: Tx = reports): Promise<WaitingCart[]> {
  const settings = await settingsAsOf(asOf);
  return tx.execute<WaitingCart & Record<string, unknown>>(sql`
    select k.cart_id as "cartId", users.name as buyer, k.lines, k.value_cents as "valueCents", k.last_at as "lastAt",
      k.outcome, k.contacts
    from (${cartsAsOf(sql`customers.id = ${customerId}`, null, asOf, settings)}) k join users on users.id = k.buyer_id
    where k.outcome in ('moving', 'abandoned')
    order by k.last_at desc, k.cart_id`);
}
