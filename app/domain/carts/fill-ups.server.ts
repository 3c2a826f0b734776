import { sql } from "drizzle-orm";
import { roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import { type Day, dayOf, daysAfter } from "#app/domain/period.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { OpenCart } from "./cart.ts";
import { cartOfWishes } from "./open-cart.server.ts";

/** A product that would help a cart over a minimum, in the quantity this customer usually buys. */
export interface FillUp {
  /** Of which supplier's minimum; null: of the order's. */
  supplierId: number | null;
  sku: string;
  name: string;
  unit: string;
  quantity: number;
  cents: Cents;
  /** When the customer bought it last. */
  lastOn: Day;
}

const offeredEach = 4;
const lookedAtEach = 12;

type Bought = {
  sku: string;
  supplierId: number | null;
  usual: number;
  lastOn: Day;
  packMultiple: number;
  minimumQuantity: number;
};

/**
 * What this customer buys of the suppliers, or for an order, that are below their minimum, and what is there of it: the longest not
 * bought first among the most often bought of a year. Nothing where no minimum is missing.
 */
export async function fillUpsFor(buyer: Buyer, cart: OpenCart, at: Date, tx: Tx = db): Promise<FillUp[]> {
  if (cart.lines.length === 0) return [];
  const short = cart.suppliers.filter((one) => one.goodsCents < one.minimumCents).map((one) => one.supplierId);
  const isOrderShort = short.length === 0 && cart.goodsCents < cart.minimumOrderCents;
  if (short.length === 0 && !isOrderShort) return [];
  const bought = await boughtOf(buyer, isOrderShort ? null : short, cart, at, tx);
  if (bought.length === 0) return [];
  const wishes = bought.map((one) => ({ sku: one.sku, quantity: roundedToPack(one, one.usual) }));
  const { lines } = await cartOfWishes(buyer.customerId, wishes, { cartOf: buyer }, at, tx);
  const bySku = new Map(bought.map((one) => [one.sku, one]));
  const offered = new Map<number | null, number>();
  return lines.flatMap((line) => {
    const one = bySku.get(line.sku);
    const of = isOrderShort ? null : line.supplierId;
    const many = offered.get(of) ?? 0;
    if (!one || line.reasons.length > 0 || many >= offeredEach) return [];
    offered.set(of, many + 1);
    const { sku, name, unit, quantity, lineCents } = line;
    return [{ supplierId: of, sku, name, unit, quantity, cents: lineCents, lastOn: one.lastOn }];
  });
}

function boughtOf(buyer: Buyer, suppliers: number[] | null, cart: OpenCart, at: Date, tx: Tx): Promise<Bought[]> {
  const since = daysAfter(dayOf(at), -365);
  const inCart = JSON.stringify(cart.lines.map((line) => line.productId));
  return preparedRows<Bought>(
    sql`select p.sku, p.supplier_id as "supplierId", ceil(d.usual)::int as usual, d.last_on as "lastOn",
      p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity"
    from (
      select b.*, row_number() over (partition by case when ${suppliers === null}::boolean then null else b.supplier_id end
        order by b.many desc, b.product_id) as place
      from (
        select d.product_id, q.supplier_id, count(*) as many, max(d.day) as last_on,
          percentile_cont(0.5) within group (order by d.quantity::float8) as usual
        from product_days d join products q on q.id = d.product_id
        where d.customer_id = ${buyer.customerId}::int and d.day >= ${since}::date and d.orders > 0 and d.quantity > 0
          and (${suppliers && JSON.stringify(suppliers)}::jsonb is null or ${suppliers && JSON.stringify(suppliers)}::jsonb @> to_jsonb(q.supplier_id))
          and not ${inCart}::jsonb @> to_jsonb(d.product_id)
        group by d.product_id, q.supplier_id
      ) b
    ) d join products p on p.id = d.product_id join stock s on s.product_id = p.id
    where d.place <= ${lookedAtEach}::int and p.is_active and s.on_hand - s.reserved > 0
    order by d.last_on, p.id`,
    tx,
  );
}
