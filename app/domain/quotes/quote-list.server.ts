import type postgres from "postgres";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import type { Day } from "#app/domain/period.ts";
import { searchable } from "#app/domain/text.ts";
import { sql } from "#db/connection.server.ts";
import type { QuoteMoments, QuoteState } from "./quote.ts";
import type { QuoteFilter, QuoteSort } from "./quote-filter.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** A quote in a list. */
export interface QuoteRow extends QuoteMoments {
  number: number;
  version: number;
  askedAt: Date;
  askedByName: string;
  lines: number;
  /** Goods as answered, or at the list price before that; without freight. */
  valueCents: Cents;
  orderNumber: string | null;
}

/** A quote in a list of the office. */
export interface OfficeQuoteRow extends QuoteRow {
  customerId: number;
  customerName: string;
  repName: string | null;
}

const pageSize = 25;

/** The state of a quote `q` on a day, read from its moments the way `quoteStateOf` does. */
const stateText = (today: Day): Fragment => sql`case
  when q.accepted_at is not null then 'accepted'
  when q.declined_at is not null then 'declined'
  when q.withdrawn_at is not null then 'withdrawn'
  when q.answered_at is null then 'asked'
  when q.valid_until < ${today}::date then 'expired'
  else 'answered' end`;

const columns = () => sql`q.number, q.version, q.asked_at as "askedAt", u.name as "askedByName", v.lines,
  v.value as "valueCents", q.order_number as "orderNumber", q.answered_at as "answeredAt", q.valid_until as "validUntil",
  q.accepted_at as "acceptedAt", q.declined_at as "declinedAt", q.withdrawn_at as "withdrawnAt"`;

const officeColumns = () => sql`${columns()}, c.id as "customerId", c.trade_name as "customerName",
  (select r.name from users r where r.id = c.rep_id) as "repName"`;

const from = () => sql`from quotes q join customers c on c.id = q.customer_id join users u on u.id = q.asked_by
  join lateral (
    select count(*)::int as lines, coalesce(sum(case when l.is_unavailable then 0
      else round(coalesce(l.quantity, l.wished_quantity) * coalesce(l.unit_price_e4, l.list_unit_price_e4) / 100.0) end), 0)::bigint as value
    from quote_lines l where l.customer_id = q.customer_id and l.quote_number = q.number
  ) v on true`;

const all = (parts: Fragment[]): Fragment => parts.reduce((left, right) => sql`${left} and ${right}`, sql`true`);

/** The quotes of the buyer's company, the latest first, in some states or all of them. */
export async function quotesOf(
  buyer: Pick<Buyer, "customerId">,
  { state, page, today }: { state: QuoteState[]; page: number; today: Day },
): Promise<Page<QuoteRow>> {
  const mine = sql`q.customer_id = ${buyer.customerId}`;
  const where = state.length > 0 ? sql`${mine} and ${stateText(today)} in ${sql(state)}` : mine;
  const [[counted], rows] = await Promise.all([
    sql<{ total: number }[]>`select count(*)::int as total from quotes q where ${where}`,
    sql<QuoteRow[]>`select ${columns()} ${from()} where ${where}
      order by q.asked_at desc, q.number desc limit ${pageSize} offset ${offsetOf(page, pageSize)}`,
  ]);
  return { rows: [...rows], total: counted?.total ?? 0, page, pageSize };
}

function conditions(scope: Pick<Scope, "repId">, filter: QuoteFilter, today: Day): Fragment {
  const parts: Fragment[] = [];
  if (scope.repId !== null) parts.push(sql`c.rep_id = ${scope.repId}`);
  if (filter.state.length > 0) parts.push(sql`${stateText(today)} in ${sql(filter.state)}`);
  if (filter.rep.length > 0) parts.push(sql`c.rep_id in ${sql(filter.rep)}`);
  if (filter.customer !== null) parts.push(sql`q.customer_id = ${filter.customer}`);
  for (const word of searchable(filter.q).split(" ").filter(Boolean)) {
    const plain = word.replace(/[\\%_]/g, "\\$&");
    parts.push(sql`(q.number::text like ${`${plain}%`} or c.search_text like ${`%${plain}%`})`);
  }
  return all(parts);
}

const orderBy: Record<QuoteSort, () => Fragment> = {
  asked: () => sql`q.asked_at, q.number`,
  "-asked": () => sql`q.asked_at desc, q.number desc`,
  "-value": () => sql`v.value desc, q.number`,
  value: () => sql`v.value, q.number`,
  customer: () => sql`c.trade_name, q.asked_at desc`,
  "-customer": () => sql`c.trade_name desc, q.asked_at desc`,
  valid: () => sql`q.valid_until nulls last, q.asked_at`,
};

/** Quotes of the scope; those that wait for an answer come first, whatever they are sorted by. */
export async function quotesIn(
  scope: Pick<Scope, "repId">,
  filter: QuoteFilter,
  { sort, page, today }: { sort: QuoteSort; page: number; today: Day },
): Promise<Page<OfficeQuoteRow>> {
  const where = conditions(scope, filter, today);
  const [[counted], rows] = await Promise.all([
    sql<
      { total: number }[]
    >`select count(*)::int as total from quotes q join customers c on c.id = q.customer_id where ${where}`,
    sql<OfficeQuoteRow[]>`select ${officeColumns()} ${from()} where ${where}
      order by (${stateText(today)} = 'asked') desc, ${orderBy[sort]()} limit ${pageSize} offset ${offsetOf(page, pageSize)}`,
  ]);
  return { rows: [...rows], total: counted?.total ?? 0, page, pageSize };
}

/** How many quotes of the scope wait for an answer, and what they are worth at the list price. */
export async function quotesWaiting(scope: Pick<Scope, "repId">): Promise<{ count: number; valueCents: Cents }> {
  const [row] = await sql<{ count: number; valueCents: Cents }[]>`
    select count(*)::int as count, coalesce(sum(v.value), 0)::bigint as "valueCents" ${from()}
    where q.answered_at is null and q.withdrawn_at is null
      and ${scope.repId === null ? sql`true` : sql`c.rep_id = ${scope.repId}`}`;
  return row ?? { count: 0, valueCents: 0 };
}

/** The latest quotes of a customer, for their record. */
export const latestQuotesOf = async (customerId: number, count: number): Promise<QuoteRow[]> => [
  ...(await sql<QuoteRow[]>`select ${columns()} ${from()} where q.customer_id = ${customerId}
    order by q.asked_at desc, q.number desc limit ${count}`),
];
