import { type SQL, sql } from "drizzle-orm";
import type { CompanySettings } from "#app/domain/customers/settings.ts";
import type { Day } from "#app/domain/period.ts";
import { customersAmong } from "#app/domain/portfolio/filter.server.ts";
import type { Dimension, ReadingFilter, ReadingScope } from "./indicator.ts";
import type { Known } from "./known.server.ts";
import type { Stint } from "./periods.ts";

/** A question made ready for SQL: for which stints, of which customers, and of which sales. */
export interface Asked {
  reading: ReadingScope;
  stints: { stint: Stint; settings: CompanySettings; known?: Known | null }[];
  /** Condition on `customers`; null when nobody is left out. */
  matching: SQL | null;
  /** The dimension that the facts themselves are taken apart by (supplier, product, way, month …); null otherwise. */
  factDimension: Dimension | null;
}

export const listOf = (values: readonly (string | number)[]): SQL =>
  sql`(${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;

/** The customers' part of a reading's filter; what was sold and how is asked of the facts instead. */
export function customersAsked(reading: ReadingScope, settings: CompanySettings): SQL | null {
  const { category: _category, product: _product, way: _way, supplier: _supplier, ...filter } = reading.filter;
  return customersAmong(filter, reading.scope, reading.asOf, settings);
}

/**
 * The tables of a question, for its `with`: `p (i, from_on, to_on, until, today, active_days, inactive_days, renewal_days)`, one row a stint,
 * `days (i, day)`, every day of every stint, by which facts find the stints they belong to, and where somebody is left out
 * `whom (id)`, the customers asked about, chosen once.
 */
export function stintsTable({ stints, matching }: Asked): SQL {
  const rows = stints.map(({ stint, settings }, i) => {
    const inactive = settings.activeDays + settings.recentlyInactiveDays;
    return sql`(${sql.raw(String(i))}, ${stint.from}::date, ${stint.to}::date, ${stint.until}::date, ${stint.today}::date,
      ${settings.activeDays}::integer, ${inactive}::integer, ${settings.renewalDueDays}::integer)`;
  });
  return sql`p (i, from_on, to_on, until, today, active_days, inactive_days, renewal_days) as (values ${sql.join(rows, sql`, `)}),
    days as materialized (
      select p.i, generate_series(p.from_on::timestamp, (p.to_on - 1)::timestamp, interval '1 day')::date as day from p
    )${matching === null ? sql`` : sql`, whom as materialized (select customers.id from customers where ${matching})`}`;
}

/** First and last day any stint may touch, so that facts outside are never read. */
export function reachOf({ stints }: Asked): { from: Day; until: Day } {
  const froms = stints.map(({ stint }) => stint.from).sort();
  const untils = stints.map(({ stint }) => stint.until).sort();
  return { from: froms[0] as Day, until: untils[untils.length - 1] as Day };
}

/** Keeps rows with a `customer_id` of the asked customers only. */
export const ofCustomers = (asked: Asked, column: SQL): SQL =>
  asked.matching === null ? sql`true` : sql`${column} in (select id from whom)`;

const soldNames = ["supplier", "category", "product"] as const;

/** True when the facts must be read product by product. */
export const asksProducts = ({ reading, factDimension }: Asked): boolean =>
  soldNames.some((name) => factDimension === name || (reading.filter[name]?.length ?? 0) > 0);

/** The products and ways a filter chooses, as a condition on `products` and a fact `f`. */
export function soldSql(filter: ReadingFilter): SQL {
  const asked: SQL[] = [sql`true`];
  if (filter.supplier?.length) asked.push(sql`products.supplier_id in ${listOf(filter.supplier)}`);
  if (filter.category?.length) asked.push(sql`products.category_id in ${listOf(filter.category)}`);
  if (filter.product?.length) asked.push(sql`products.sku in ${listOf(filter.product)}`);
  if (filter.way?.length) asked.push(sql`f.channel in ${listOf(filter.way)}`);
  return sql.join(asked, sql` and `);
}

/** What a fact `f` (with `products`, where needed) is filed under; keys are sorted by the hundred thousand, so byte by byte. */
export function factKey(dimension: Dimension | null): SQL {
  if (dimension === "supplier") return sql`products.supplier_id::text collate "C"`;
  if (dimension === "category") return sql`products.category_id::text collate "C"`;
  if (dimension === "product") return sql`products.sku collate "C"`;
  if (dimension === "way") return sql`f.channel collate "C"`;
  if (dimension === "month") return sql`to_char(f.day, 'YYYY-MM')`;
  if (dimension === "week") return sql`to_char(date_trunc('week', f.day), 'YYYY-MM-DD')`;
  if (dimension === "day") return sql`to_char(f.day, 'YYYY-MM-DD')`;
  return sql`null::text`;
}
