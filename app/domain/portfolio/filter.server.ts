import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { traitsSql } from "#app/domain/customers/filter.server.ts";
import { asksNothing, type CustomerFilter } from "#app/domain/customers/filter.ts";
import { monthsAfter, untilOf } from "#app/domain/period.ts";
import { abcSql, customerChannelSql, once, standingSql } from "./portfolio.server.ts";
import type { StandingLimits } from "./standing.ts";

/** The settings a choice of customers depends on. */
export type FilterSettings = StandingLimits & { renewalDueDays: number };

const listOf = (values: (string | number)[]): SQL =>
  sql`(${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )})`;

function supplierSql(suppliers: number[], asOf: Date): SQL {
  const until = untilOf(asOf);
  return sql`customers.id in (select d.customer_id from product_days d join products on products.id = d.product_id
    where d.orders > 0 and products.supplier_id in ${listOf(suppliers)}
      and d.day >= ${monthsAfter(until, -12)}::date and d.day < ${until}::date)`;
}

/**
 * The customers of a scope that a filter chooses as of a moment, as one SQL condition on a table named `customers`. Every
 * reading and every list asks here, so a filter means the same everywhere.
 */
export function customersMatching(filter: CustomerFilter, scope: Scope, asOf: Date, settings: FilterSettings): SQL {
  const asked: SQL[] = [traitsSql(filter, scope, asOf, settings)];
  if (filter.supplier?.length) asked.push(supplierSql(filter.supplier, asOf));
  if (filter.standing?.length) {
    asked.push(sql`coalesce((select s.standing from
      (${standingSql(asOf, settings, sql`f.customer_id = customers.id`)}) s), 'prospect') in ${listOf(filter.standing)}`);
  }
  if (filter.abc?.length) {
    asked.push(
      sql`customers.id in (select r.customer_id from (${once(abcSql(asOf))}) r where r.abc_class in ${listOf(filter.abc)})`,
    );
  }
  if (filter.channel?.length) {
    const named = sql`customers.id in (select k.customer_id from (${once(customerChannelSql(asOf))}) k where k.channel in ${listOf(filter.channel)})`;
    const dormant = sql`customers.id not in (select k.customer_id from (${customerChannelSql(asOf)}) k)`;
    asked.push(filter.channel.includes("dormant") ? sql`(${named} or ${dormant})` : named);
  }
  return sql.join(asked, sql` and `);
}

/** The same, and null where scope and filter leave nobody out, so that a reading need not look at the customers at all. */
export const customersAmong = (...asked: Parameters<typeof customersMatching>): SQL | null => {
  const [filter, scope] = asked;
  return scope.repId === null && asksNothing(filter) ? null : customersMatching(...asked);
};
