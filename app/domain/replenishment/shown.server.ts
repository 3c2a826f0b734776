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
  /** How much of it is in the reader's open cart. */
  inCart: number;
  /** What was paid the last time; null when it was free. */
  lastUnitPriceE4: PriceE4 | null;
}

/** The products of these rows, by their number, as somebody's open cart finds them; one query. */
export async function shownProducts(
  customerId: number,
  cartOf: number | null,
  rows: readonly { productId: number; lastOn: Day }[],
  tx: Tx,
): Promise<Map<number, ShownProduct>> {
  if (rows.length === 0) return new Map();
  const asked = JSON.stringify(rows.map(({ productId, lastOn }) => ({ id: productId, on: lastOn })));
  const found = await preparedRows<ShownProduct>(
    sql`select p.id as "productId", p.sku, p.name, p.unit, coalesce(p.picture, g.picture) as picture,
      greatest(0, coalesce(s.on_hand - s.reserved, 0)) as available, coalesce(l.quantity, 0) as "inCart",
      paid.unit_price_e4 as "lastUnitPriceE4"
    from jsonb_to_recordset(${asked}::jsonb) as w (id int, "on" date)
    join products p on p.id = w.id
    left join categories g on g.id = p.category_id
    left join stock s on s.product_id = p.id
    left join carts k on k.customer_id = ${customerId}::int and k.buyer_id = ${cartOf}::int and k.ordered_at is null
    left join cart_lines l on l.customer_id = k.customer_id and l.cart_id = k.id and l.product_id = p.id
    left join lateral (
      select ol.unit_price_e4 from orders o
      join order_lines ol on ol.customer_id = o.customer_id and ol.order_id = o.id
      where o.customer_id = ${customerId}::int and o.kind = 'order' and o.cancelled_at is null
        and o.placed_at >= w."on"::timestamp at time zone 'America/Sao_Paulo'
        and o.placed_at < (w."on" + 1)::timestamp at time zone 'America/Sao_Paulo'
        and ol.product_id = w.id and ol.unit_price_e4 > 0
      order by o.placed_at desc, ol.line limit 1
    ) paid on true`,
    tx,
  );
  return new Map(found.map((product) => [product.productId, product]));
}
