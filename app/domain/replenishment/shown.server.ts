import { sql } from "drizzle-orm";
import type { PriceE4 } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";

/** What a list says about a product besides its rhythm and price. */
export interface ShownProduct {
  productId: number;
  sku: string;
  name: string;
  unit: string;
  picture: string | null;
  available: number;
  /** What was paid the last time; null when it was free. */
  lastUnitPriceE4: PriceE4 | null;
}

/** The products in somebody's open cart, with their quantities; one query. */
export async function inCartOf(customerId: number, buyerId: number, tx: Tx): Promise<Map<number, number>> {
  const lines = await preparedRows<{ productId: number; quantity: number }>(
    sql`select l.product_id as "productId", l.quantity from carts k
    join cart_lines l on l.customer_id = k.customer_id and l.cart_id = k.id
    where k.customer_id = ${customerId}::int and k.buyer_id = ${buyerId}::int and k.is_current`,
    tx,
  );
  return new Map(lines.map(({ productId, quantity }) => [productId, quantity]));
}

/** The products of these rows, by their number; one query. The orders of their last days are read once for all of them. */
export async function shownProducts(
  customerId: number,
  rows: readonly { productId: number; lastOn: Day }[],
  tx: Tx,
): Promise<Map<number, ShownProduct>> {
  if (rows.length === 0) return new Map();
  const asked = JSON.stringify(rows.map(({ productId, lastOn }) => ({ id: productId, on: lastOn })));
  const found = await preparedRows<ShownProduct>(
    sql`with w as materialized (
      select id, "on" from jsonb_to_recordset(${asked}::jsonb) as w (id int, "on" date)
    ), last_orders as materialized (
      select o.id, o.placed_on, o.placed_at from (select distinct "on" from w) days
      join orders o on o.customer_id = ${customerId}::int
        and o.placed_at >= days."on"::timestamp at time zone 'America/Sao_Paulo'
        and o.placed_at < (days."on" + 1)::timestamp at time zone 'America/Sao_Paulo'
      where o.kind = 'order' and o.cancelled_at is null
    ), paid as materialized (
      select distinct on (w.id) w.id, l.unit_price_e4 from last_orders o
      join order_lines l on l.customer_id = ${customerId}::int and l.order_id = o.id and l.unit_price_e4 > 0
      join w on w.id = l.product_id and w."on" = o.placed_on
      order by w.id, o.placed_at desc, l.line
    )
    select p.id as "productId", p.sku, p.name, p.unit, coalesce(p.picture, g.picture) as picture,
      greatest(0, coalesce(s.on_hand - s.reserved, 0)) as available, paid.unit_price_e4 as "lastUnitPriceE4"
    from w
    join products p on p.id = w.id
    left join categories g on g.id = p.category_id
    left join stock s on s.product_id = p.id
    left join paid on paid.id = w.id`,
    tx,
  );
  return new Map(found.map((product) => [product.productId, product]));
}
