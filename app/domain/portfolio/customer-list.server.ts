import { type SQL, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { type AbcClass, asksOnlyWords, type CustomerFilter, type Standing } from "#app/domain/customers/filter.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import type { Day } from "#app/domain/period.ts";
import { reports, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { CustomerSort } from "./customer-sort.ts";
import { customersMatching } from "./filter.server.ts";
import { abcSql, standingSql } from "./portfolio.server.ts";

/** A customer as a list shows it. */
export interface ListedCustomer {
  id: number;
  code: string;
  cnpj: string | null;
  tradeName: string;
  city: string | null;
  uf: string | null;
  country: string | null;
  segment: string | null;
  repId: number | null;
  rep: string | null;
  hasAccess: boolean;
  standing: Standing;
  /** The last purchase day. */
  lastOn: Day | null;
  daysSilent: number | null;
  /** Mean days between purchase days; null with fewer than two. */
  cycleDays: number | null;
  /** Value of the last twelve months, in centavos. */
  valueCents: number;
  rank: number | null;
  abcClass: AbcClass | null;
}

const orderBy: Record<"name" | "value" | "days" | "rank" | "cycle", SQL> = {
  name: sql`lower(customers.trade_name)`,
  value: sql`coalesce(a.value_cents, 0)`,
  days: sql`s.days_since`,
  rank: sql`a.rank`,
  cycle: sql`(s.last_on - s.first_on)::float / nullif(s.purchase_days - 1, 0)`,
};

function orderFor(sort: CustomerSort): SQL {
  const isFalling = sort.startsWith("-");
  const key = (isFalling ? sort.slice(1) : sort) as keyof typeof orderBy;
  return sql`${orderBy[key]} ${sql.raw(isFalling ? "desc" : "asc")} nulls last, customers.id`;
}

/** The rows of the list, each with how many there are in all. */
async function rowsOf(
  scope: Scope,
  filter: CustomerFilter,
  sort: CustomerSort,
  asOf: Date,
  stretch: SQL,
  tx: Tx,
): Promise<(ListedCustomer & { total: number })[]> {
  const settings = await settingsAsOf(asOf);
  const listed = sql`
    select customers.id, customers.code, customers.cnpj, customers.trade_name as "tradeName", customers.city,
      customers.uf, customers.country, customers.segment, customers.rep_id as "repId", users.name as rep,
      customers.access_granted_at is not null as "hasAccess", coalesce(s.standing, 'prospect') as standing,
      s.last_on as "lastOn", s.days_since as "daysSilent",
      ((s.last_on - s.first_on)::float / nullif(s.purchase_days - 1, 0)) as "cycleDays",
      coalesce(a.value_cents, 0) as "valueCents", a.rank, a.abc_class as "abcClass", count(*) over () as total
    from customers
      left join users on users.id = customers.rep_id
      left join (${standingSql(asOf, settings)}) s on s.customer_id = customers.id
      left join (${abcSql(asOf)}) a on a.customer_id = customers.id
    where ${customersMatching(filter, scope, asOf, settings)}
    order by ${orderFor(sort)}
    ${stretch}`;
  type Row = ListedCustomer & { total: number };
  // Words alone are what nearly everybody asks; every other mixture of filters is a text of its own, too many to keep prepared.
  return asksOnlyWords(filter) ? preparedRows<Row>(listed, tx) : tx.execute<Row & Record<string, unknown>>(listed);
}

/**
 * One page of the customers a filter chooses within the scope, with standing, class, rhythm and value as of a moment; beyond
 * the end it is the last page.
 */
export async function customersIn(
  scope: Scope,
  filter: CustomerFilter,
  { sort, page, pageSize = 50 }: { sort: CustomerSort; page: number; pageSize?: number },
  asOf: Date,
  tx: Tx = reports,
): Promise<Page<ListedCustomer>> {
  const stretch = sql`limit ${pageSize} offset ${offsetOf(page, pageSize)}`;
  const found = await rowsOf(scope, filter, sort, asOf, stretch, tx);
  if (found.length === 0 && page > 1) {
    const { total } = await customersIn(scope, filter, { sort, page: 1, pageSize: 1 }, asOf, tx);
    const last = Math.max(1, Math.ceil(total / pageSize));
    return customersIn(scope, filter, { sort, page: last, pageSize }, asOf, tx);
  }
  const rows = found.map(({ total: _total, ...row }) => row);
  return { rows, total: found[0]?.total ?? 0, page, pageSize };
}

/** All customers a filter chooses, for a file. */
export async function allCustomersIn(
  scope: Scope,
  filter: CustomerFilter,
  sort: CustomerSort,
  asOf: Date,
  tx: Tx = reports,
): Promise<ListedCustomer[]> {
  return rowsOf(scope, filter, sort, asOf, sql``, tx);
}

/** The ids of all customers a filter chooses, for acts on the whole choice. */
export async function customerIdsIn(
  scope: Scope,
  filter: CustomerFilter,
  asOf: Date,
  tx: Tx = reports,
): Promise<number[]> {
  const settings = await settingsAsOf(asOf);
  const rows = await tx.execute<{ id: number }>(
    sql`select customers.id from customers where ${customersMatching(filter, scope, asOf, settings)} order by customers.id`,
  );
  return rows.map((row) => row.id);
}
