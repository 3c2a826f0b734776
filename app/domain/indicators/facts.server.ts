import { type SQL, sql } from "drizzle-orm";
import { type Day, daysAfter } from "#app/domain/period.ts";
import { type Asked, asksProducts, factKey, ofCustomers, reachOf, soldSql } from "./asked.server.ts";
import type { Stint } from "./periods.ts";

interface Reach {
  /** Facts before the first day asked count too (standing, first orders). */
  fromBeginning?: boolean;
  /** Facts of so many days before the first day asked count too. */
  daysBefore?: number;
}

function withinReach(asked: Asked, { fromBeginning = false, daysBefore = 0 }: Reach): SQL {
  const { from, until } = reachOf(asked);
  const before = sql`f.day < ${until}::date`;
  return fromBeginning ? before : sql`f.day >= ${daysAfter(from, -daysBefore)}::date and ${before}`;
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

/** Beyond so many stints a calendar, or their edges in order, find those of a day faster than asking each. */
const fewStints = 3;

/** Joins rows `f` with a `day` to the stints `s` in whose period it lies. */
export const joinStints = ({ stints }: Asked): SQL =>
  stints.length <= fewStints
    ? sql`join p s on f.day >= s.from_on and f.day < s.to_on`
    : sql`join days s on s.day = f.day`;

/**
 * The facts (rows with a `day`, read within reach of the question) of each stint's period, with its number `i`. A lone stint
 * needs no join: its days are all there is.
 */
export function inPeriods(asked: Asked, facts: SQL): SQL {
  const [only, ...others] = asked.stints;
  if (only && others.length === 0)
    return sql`select 0 as i, f.* from (${facts}) f where f.day < ${only.stint.to}::date`;
  return sql`select s.i, f.* from (${facts}) f ${joinStints(asked)}`;
}

/** Where facts are filed, their key beside the columns they are grouped by; a constant there would keep an index from giving the order. */
export const keyOf = ({ factDimension }: Asked): SQL => (factDimension === null ? sql`` : sql`, k`);

/** The key of what was grouped with `keyOf`, to be read further on. */
export const keyAgain = ({ factDimension }: Asked): SQL => (factDimension === null ? sql`null::text as k` : sql`k`);

/**
 * Every purchase day as rows `customer_id, k, day, n, first_on, prior_on, next_on`: the n-th of its customer, when the first was,
 * the one before and the next one.
 */
export const purchases = (asked: Asked, facts: SQL): SQL => sql`
  select customer_id, ${keyAgain(asked)}, day, row_number() over w as n, first_value(day) over w as first_on, lag(day) over w as prior_on,
    lead(day) over w as next_on
  from (select customer_id, day${keyOf(asked)} from (${facts}) f where f.orders > 0 group by customer_id, day${keyOf(asked)}) d
  window w as (partition by customer_id${keyOf(asked)} order by day)`;

/**
 * The purchases of the periods and of `daysBefore` before them, as rows `customer_id, k, day, prior_on, next_on`; what came before
 * a customer's first purchase in the periods is looked up, so that a short period does not walk through all history.
 */
export function purchasesNear(asked: Asked, daysBefore: number): SQL {
  const columns = sql`customer_id, k, day`;
  if (asked.factDimension !== null || asksProducts(asked)) {
    return sql`select ${columns}, prior_on, next_on from (${purchases(asked, sales(asked, { fromBeginning: true }))}) d`;
  }
  return sql`
    select ${columns}, coalesce(prior_on, case when day >= ${reachOf(asked).from}::date then (
      select max(f.day) from customer_days f
      where f.customer_id = d.customer_id and f.day < d.day and f.orders > 0 and ${soldSql(asked.reading.filter)}
    ) end) as prior_on, next_on
    from (${purchases(asked, sales(asked, { daysBefore }))}) d`;
}

/** A day of each stint, in order: how many of them a day has reached, and rows spread over the stints they count for. */
export function edgesOf({ stints }: Asked, edge: (stint: Stint) => Day) {
  const edges = stints.map(({ stint }, i) => ({ i, day: edge(stint) })).sort((a, b) => (a.day < b.day ? -1 : 1));
  const days = sql`${`{${edges.map(({ day }) => day).join()}}`}::date[]`;
  const numbers = sql`${`{${edges.map(({ i }) => i).join()}}`}::integer[]`;
  return {
    /** How many stints have their day on or before this one. */
    reachedOn: (day: SQL): SQL => sql`width_bucket(${day}, ${days})`,
    /** Rows `d`, each once with the number `i` of every stint that comes after so many, up to so many (null: to the last). */
    spread: (rows: SQL, after: SQL, upTo: SQL): SQL =>
      edges.length === 1
        ? sql`select 0 as i, d.* from (${rows}) d where ${after} < 1 and coalesce(${upTo}, 1) > 0`
        : sql`select unnest((${numbers})[${after} + 1 : coalesce(${upTo}, ${edges.length}::integer)]) as i, d.* from (${rows}) d`,
  };
}

const edgeColumns = { from: sql`p.from_on`, to: sql`p.to_on`, until: sql`p.until` };

/** Purchases, each once for every stint where it is its customer's last before that edge of the stint, with the stint's number `i`. */
export function lastPurchases(asked: Asked, bought: SQL, edge: keyof typeof edgeColumns): SQL {
  if (asked.stints.length <= fewStints) {
    const day = edgeColumns[edge];
    return sql`select p.i, d.* from (${bought}) d join p on d.day < ${day} and (d.next_on is null or d.next_on >= ${day})`;
  }
  const { reachedOn, spread } = edgesOf(asked, (stint) => stint[edge]);
  return spread(bought, reachedOn(sql`d.day`), reachedOn(sql`d.next_on`));
}
