import { type SQL, sql } from "drizzle-orm";
import { type Asked, asksProducts, factKey, ofCustomers, reachOf, soldSql } from "./asked.server.ts";

interface Reach {
  /** Facts before the first day asked count too (standing, first orders). */
  fromBeginning?: boolean;
}

function withinReach(asked: Asked, { fromBeginning = false }: Reach): SQL {
  const { from, until } = reachOf(asked);
  const before = sql`f.day < ${until}::date`;
  return fromBeginning ? before : sql`f.day >= ${from}::date and ${before}`;
}

/**
 * The sales asked about, as rows `customer_id, k, day, channel, orders, gross_cents, returns_cents`, from the facts. Where they
 * are narrowed to products, `orders` is only good for "ordered that day"; `countedOrders` counts them exactly.
 */
export function sales(asked: Asked, reach: Reach = {}): SQL {
  const k = factKey(asked.factDimension);
  const where = sql`${withinReach(asked, reach)} and ${ofCustomers(asked, sql`f.customer_id`)} and ${soldSql(asked.reading.filter)}`;
  if (!asksProducts(asked)) {
    return sql`select f.customer_id, ${k} as k, f.day, f.channel, f.orders, f.gross_cents, f.returns_cents
      from customer_days f where ${where}`;
  }
  return sql`select f.customer_id, ${k} as k, f.day, f.channel, max(f.orders) as orders,
      sum(f.gross_cents)::bigint as gross_cents, sum(f.returns_cents)::bigint as returns_cents
    from product_days f join products on products.id = f.product_id where ${where} group by 1, 2, 3, 4`;
}

/** The same rows with every order counted once, also where only some of its products are asked about. */
export function countedOrders(asked: Asked): SQL {
  if (!asksProducts(asked)) return sales(asked);
  const k = factKey(asked.factDimension);
  const { from, until } = reachOf(asked);
  return sql`select f.customer_id, ${k} as k, f.day, f.channel,
      count(distinct f.order_id) filter (where f.kind = 'order') as orders,
      coalesce(sum(f.total_cents) filter (where f.kind = 'order'), 0)::bigint as gross_cents,
      coalesce(-sum(f.total_cents) filter (where f.kind = 'return'), 0)::bigint as returns_cents
    from (
      select o.customer_id, o.id as order_id, o.placed_on as day, o.channel, o.kind, l.product_id, l.total_cents
      from orders o join order_lines l on l.customer_id = o.customer_id and l.order_id = o.id
      where o.cancelled_at is null and not o.is_bonus and o.placed_on >= ${from}::date and o.placed_on < ${until}::date
    ) f
    join products on products.id = f.product_id
    where ${ofCustomers(asked, sql`f.customer_id`)} and ${soldSql(asked.reading.filter)} group by 1, 2, 3, 4`;
}

/** The products sold, as rows `customer_id, k, product_id, day, channel, orders, quantity, net_cents`. */
export function productSales(asked: Asked): SQL {
  const isJoined = asksProducts(asked);
  return sql`select f.customer_id, ${factKey(asked.factDimension)} as k, f.product_id, f.day, f.channel, f.orders,
      f.quantity, f.returned_quantity, f.gross_cents - f.returns_cents as net_cents
    from product_days f ${isJoined ? sql`join products on products.id = f.product_id` : sql``}
    where ${withinReach(asked, {})} and ${ofCustomers(asked, sql`f.customer_id`)} and ${soldSql(asked.reading.filter)}`;
}

/**
 * The facts (rows with a `day`, read within reach of the question) of each stint's period, with its number `i`. A lone stint
 * needs no calendar: its days are all there is.
 */
export function inPeriods(asked: Asked, facts: SQL): SQL {
  const [only, ...others] = asked.stints;
  if (only && others.length === 0)
    return sql`select 0 as i, f.* from (${facts}) f where f.day < ${only.stint.to}::date`;
  return sql`select days.i, f.* from (${facts}) f join days on days.day = f.day`;
}

/**
 * Every purchase day as rows `customer_id, k, day, n, first_on, prior_on, next_on`: the n-th of its customer, when the first was,
 * the one before and the next one. The row with `day < D` and `next_on` empty or not before `D` says how a customer stood on day D.
 */
export const purchases = (facts: SQL): SQL => sql`
  select customer_id, k, day, row_number() over w as n, first_value(day) over w as first_on, lag(day) over w as prior_on,
    lead(day) over w as next_on
  from (select f.customer_id, f.k, f.day from (${facts}) f where f.orders > 0 group by 1, 2, 3) d
  window w as (partition by customer_id, k order by day)`;

/** That a purchase `d` is its customer's last before a day. */
export const lastBefore = (day: SQL): SQL => sql`d.day < ${day} and (d.next_on is null or d.next_on >= ${day})`;
