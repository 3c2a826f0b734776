import { type SQL, sql } from "drizzle-orm";
import type { Cents, PriceE4 } from "#app/domain/money.ts";
import { type Day, monthsAfter, untilOf } from "#app/domain/period.ts";
import { reports, type Tx } from "#db/connection.server.ts";

/** A product a customer buys. */
export interface BoughtProduct {
  sku: string;
  name: string;
  supplier: string | null;
  valueCents: Cents;
  quantity: number;
  /** Days on which it was bought in the twelve months. */
  times: number;
  lastOn: Day;
  daysSilent: number;
  /** Mean days between buying it; null when bought on one day only. */
  cycleDays: number | null;
  /** What was paid the last time. */
  lastUnitPriceE4: PriceE4 | null;
}

/** A product that customers like this one buy, and this one does not. */
export interface MissingProduct {
  sku: string;
  name: string;
  supplier: string | null;
  /** How many of the look-alikes bought it. */
  buyers: number;
  lookAlikes: number;
}

/** How broad a customer buys over twelve months. */
export interface Mix {
  products: number;
  categories: number;
  suppliers: number;
}

const within12Months = (asOf: Date): SQL => {
  const until = untilOf(asOf);
  return sql`d.day >= ${monthsAfter(until, -12)}::date and d.day < ${until}::date`;
};

/** What a customer bought most in twelve months by value, with the last price paid and the silence of each product. */
export async function topProductsOf(
  customerId: number,
  asOf: Date,
  limit: number,
  tx: Tx = reports,
): Promise<BoughtProduct[]> {
  return tx.execute<BoughtProduct & Record<string, unknown>>(sql`
    select products.sku, products.name, suppliers.name as supplier, t.value_cents as "valueCents", t.quantity, t.times,
      t.last_on as "lastOn", ${untilOf(asOf)}::date - 1 - t.last_on as "daysSilent",
      (t.last_on - t.first_on)::float / nullif(t.times - 1, 0) as "cycleDays", paid.unit_price_e4 as "lastUnitPriceE4"
    from (
      select d.product_id, sum(d.gross_cents - d.returns_cents)::bigint as value_cents,
        sum(d.quantity - d.returned_quantity)::bigint as quantity, count(distinct d.day) filter (where d.orders > 0)::integer as times,
        min(d.day) filter (where d.orders > 0) as first_on, max(d.day) filter (where d.orders > 0) as last_on
      from product_days d where d.customer_id = ${customerId} and ${within12Months(asOf)}
      group by d.product_id having count(*) filter (where d.orders > 0) > 0
      order by 2 desc, 1 limit ${limit}
    ) t
      join products on products.id = t.product_id
      left join suppliers on suppliers.id = products.supplier_id
      left join lateral (
        select order_lines.unit_price_e4 from orders join order_lines
          on order_lines.customer_id = orders.customer_id and order_lines.order_id = orders.id
        where orders.customer_id = ${customerId} and orders.placed_on = t.last_on and orders.kind = 'order'
          and orders.cancelled_at is null and order_lines.product_id = t.product_id and order_lines.unit_price_e4 > 0
        order by orders.placed_at desc, order_lines.line limit 1) paid on true
    order by t.value_cents desc, t.product_id`);
}

/** How many products, categories and suppliers a customer bought in twelve months. */
export async function mixOf(customerId: number, asOf: Date, tx: Tx = reports): Promise<Mix> {
  const [mix] = await tx.execute<Mix & Record<string, unknown>>(sql`
    select count(distinct d.product_id)::integer as products, count(distinct products.category_id)::integer as categories,
      count(distinct products.supplier_id)::integer as suppliers
    from product_days d join products on products.id = d.product_id
    where d.customer_id = ${customerId} and d.orders > 0 and ${within12Months(asOf)}`);
  return mix ?? { products: 0, categories: 0, suppliers: 0 };
}

const lookAlikes = 30;

/**
 * The mix gap: what the thirty customers of the same segment nearest in value of twelve months buy and this one did not, most
 * bought first; at least three of them must buy it. A customer without purchases has nobody to be compared with.
 */
export async function mixGapOf(
  customerId: number,
  asOf: Date,
  limit: number,
  tx: Tx = reports,
): Promise<MissingProduct[]> {
  return tx.execute<MissingProduct & Record<string, unknown>>(sql`
    with valued as materialized (
      select d.customer_id, sum(d.gross_cents - d.returns_cents) as cents from customer_days d
      where ${within12Months(asOf)} group by d.customer_id),
    own as materialized (
      select valued.cents, customers.segment from valued join customers on customers.id = valued.customer_id
      where valued.customer_id = ${customerId}),
    alike as materialized (
      select valued.customer_id from valued join customers on customers.id = valued.customer_id cross join own
      where valued.customer_id <> ${customerId} and valued.cents > 0 and customers.segment is not distinct from own.segment
      order by abs(ln(greatest(valued.cents, 1)) - ln(greatest(own.cents, 1))), valued.customer_id limit ${lookAlikes}),
    bought as materialized (
      select distinct d.customer_id, d.product_id from alike join product_days d on d.customer_id = alike.customer_id
      where d.orders > 0 and ${within12Months(asOf)}),
    counted as materialized (
      select product_id, count(*)::integer as buyers from bought group by product_id having count(*) >= 3)
    select products.sku, products.name, suppliers.name as supplier, counted.buyers,
      (select count(*) from alike)::integer as "lookAlikes"
    from counted
      join products on products.id = counted.product_id and products.is_active
      left join suppliers on suppliers.id = products.supplier_id
    where counted.product_id not in (select mine.product_id from product_days mine
      where mine.customer_id = ${customerId} and mine.orders > 0 and mine.day < ${untilOf(asOf)}::date)
    order by counted.buyers desc, products.sku limit ${limit}`);
}
