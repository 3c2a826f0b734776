import type postgres from "postgres";
import type { Scope } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { type Day, daysAfter } from "#app/domain/period.ts";
import { searchable } from "#app/domain/text.ts";
import { sql } from "#db/connection.server.ts";
import { dueBetween, type OverdueAge, overdueAges, type ReceivableFacts, type ReceivableState } from "./receivable.ts";
import type { ReceivableFilter, ReceivableSort } from "./receivable-filter.ts";

type Fragment = postgres.PendingQuery<postgres.Row[]>;

/** A receivable in a list. */
export interface ReceivableRow extends ReceivableFacts {
  id: number;
  kind: "order" | "imported";
  document: string;
  orderNumber: string | null;
  /** Whether that order can be looked at here. */
  isOrderKnown: boolean;
  instalment: number;
  instalments: number;
  issuedOn: Day;
  paidOn: Day | null;
}

/** A receivable in a list of the office. */
export interface OfficeReceivableRow extends ReceivableRow {
  customerId: number;
  customerCode: string;
  customerName: string;
  repName: string | null;
}

/** What receivables add up to: how many, what is open of them, and what of that is overdue. */
export interface ReceivableSums {
  total: number;
  openCents: Cents;
  overdueCents: Cents;
}

const pageSize = 25;
const open = sql.unsafe("(r.paid_cents < r.amount_cents and r.cancelled_at is null)");

const columns = () => sql`r.id, r.kind, r.document, r.order_number as "orderNumber", r.instalment, r.instalments,
  r.issued_on as "issuedOn", r.due_on as "dueOn", r.amount_cents as "amountCents", r.paid_cents as "paidCents",
  r.paid_on as "paidOn", r.cancelled_at is not null as "isCancelled",
  exists (select from orders o where o.customer_id = r.customer_id and o.number = r.order_number) as "isOrderKnown"`;

const officeColumns =
  () => sql`${columns()}, c.id as "customerId", c.code as "customerCode", c.trade_name as "customerName",
  (select u.name from users u where u.id = c.rep_id) as "repName"`;

const sums = (today: Day) => sql`count(*)::int as total,
  coalesce(sum(r.amount_cents - r.paid_cents) filter (where ${open}), 0)::bigint as "openCents",
  coalesce(sum(r.amount_cents - r.paid_cents) filter (where ${open} and r.due_on < ${today}::date), 0)::bigint as "overdueCents"`;

const all = (parts: Fragment[]): Fragment => parts.reduce((left, right) => sql`${left} and ${right}`, sql`true`);
const any = (parts: Fragment[]): Fragment =>
  sql`(${parts.reduce((left, right) => sql`${left} or ${right}`, sql`false`)})`;

const stateSql = (state: ReceivableState, today: Day): Fragment =>
  ({
    open: sql`(${open} and r.due_on >= ${today}::date)`,
    overdue: sql`(${open} and r.due_on < ${today}::date)`,
    paid: sql`r.paid_cents >= r.amount_cents`,
    cancelled: sql`(r.cancelled_at is not null and r.paid_cents < r.amount_cents)`,
  })[state];

function ageSql(age: OverdueAge, today: Day): Fragment {
  const { from, to } = dueBetween(age, today);
  return from === null
    ? sql`(${open} and r.due_on <= ${to}::date)`
    : sql`(${open} and r.due_on between ${from}::date and ${to}::date)`;
}

function conditions(scope: Pick<Scope, "repId">, filter: ReceivableFilter, today: Day): Fragment {
  const parts: Fragment[] = [];
  if (scope.repId !== null) parts.push(sql`c.rep_id = ${scope.repId}`);
  if (filter.state.length > 0) parts.push(any(filter.state.map((state) => stateSql(state, today))));
  if (filter.age.length > 0) parts.push(any(filter.age.map((age) => ageSql(age, today))));
  if (filter.rep.length > 0) parts.push(sql`c.rep_id in ${sql(filter.rep)}`);
  if (filter.customer !== null) parts.push(sql`r.customer_id = ${filter.customer}`);
  if (filter.week !== null) {
    parts.push(sql`r.due_on between ${filter.week}::date and ${daysAfter(filter.week, 6)}::date`);
  }
  for (const word of searchable(filter.q).split(" ").filter(Boolean)) {
    const plain = word.replace(/[\\%_]/g, "\\$&");
    parts.push(sql`(r.document ilike ${`${plain}%`} or c.search_text like ${`%${plain}%`})`);
  }
  return all(parts);
}

const orderBy: Record<ReceivableSort, () => Fragment> = {
  due: () => sql`r.due_on, r.id`,
  "-due": () => sql`r.due_on desc, r.id desc`,
  customer: () => sql`c.trade_name, r.due_on, r.id`,
  "-customer": () => sql`c.trade_name desc, r.due_on, r.id`,
  open: () => sql`case when ${open} then r.amount_cents - r.paid_cents else 0 end, r.id`,
  "-open": () => sql`case when ${open} then r.amount_cents - r.paid_cents else 0 end desc, r.id`,
};

/** Receivables of the scope with what they add up to, as they stand on a day. */
export async function receivablesIn(
  scope: Pick<Scope, "repId">,
  filter: ReceivableFilter,
  { sort, page, today }: { sort: ReceivableSort; page: number; today: Day },
): Promise<Page<OfficeReceivableRow> & ReceivableSums> {
  const from = sql`from receivables r join customers c on c.id = r.customer_id where ${conditions(scope, filter, today)}`;
  const [[counted], rows] = await Promise.all([
    sql<ReceivableSums[]>`select ${sums(today)} ${from}`,
    sql<OfficeReceivableRow[]>`select ${officeColumns()} ${from}
      order by ${orderBy[sort]()} limit ${pageSize} offset ${offsetOf(page, pageSize)}`,
  ]);
  return { rows: [...rows], ...(counted ?? { total: 0, openCents: 0, overdueCents: 0 }), page, pageSize };
}

/** Every receivable the filter finds, bit by bit, for a file. */
export async function* everyReceivableIn(
  scope: Pick<Scope, "repId">,
  filter: ReceivableFilter,
  { sort, today }: { sort: ReceivableSort; today: Day },
): AsyncGenerator<OfficeReceivableRow> {
  const cursor = sql<
    OfficeReceivableRow[]
  >`select ${officeColumns()} from receivables r join customers c on c.id = r.customer_id
    where ${conditions(scope, filter, today)} order by ${orderBy[sort]()}`.cursor(500);
  for await (const rows of cursor) yield* rows;
}

/** What is overdue in the scope, by age: how many and how much; an age without any is there with zero. */
export async function overdueByAge(
  scope: Pick<Scope, "repId">,
  today: Day,
): Promise<{ age: OverdueAge; count: number; cents: Cents }[]> {
  const found = await Promise.all(
    overdueAges.map(
      (age) => sql<{ count: number; cents: Cents }[]>`
        select count(*)::int as count, coalesce(sum(r.amount_cents - r.paid_cents), 0)::bigint as cents
        from receivables r join customers c on c.id = r.customer_id
        where ${ageSql(age, today)} and ${scope.repId === null ? sql`true` : sql`c.rep_id = ${scope.repId}`}`,
    ),
  );
  return overdueAges.map((age, at) => ({ age, ...(found[at]?.[0] ?? { count: 0, cents: 0 }) }));
}

/** The receivables of one customer in one state or all of them: what is owed first, by due day; the paid ones by their day, the latest first. */
export async function receivablesOf(
  customerId: number,
  { state, page, today, size = pageSize }: { state: ReceivableState | null; page: number; today: Day; size?: number },
): Promise<Page<ReceivableRow>> {
  const where = sql`r.customer_id = ${customerId} and ${state ? stateSql(state, today) : sql`true`}`;
  const [[counted], rows] = await Promise.all([
    sql<{ total: number }[]>`select count(*)::int as total from receivables r where ${where}`,
    sql<ReceivableRow[]>`select ${columns()} from receivables r where ${where}
      order by ${open} desc, case when ${open} then r.due_on end, r.paid_on desc nulls last, r.due_on desc, r.id
      limit ${size} offset ${offsetOf(page, size)}`,
  ]);
  return { rows: [...rows], total: counted?.total ?? 0, page, pageSize: size };
}

/** The receivables of one order of the customer, in the order of their instalments. */
export const receivablesOfOrder = async (customerId: number, orderNumber: string): Promise<ReceivableRow[]> => [
  ...(await sql<ReceivableRow[]>`select ${columns()} from receivables r
    where r.customer_id = ${customerId} and r.order_number = ${orderNumber} order by r.due_on, r.instalment, r.id`),
];

/** How many receivables a customer has in each state. */
export async function receivableCountsOf(customerId: number, today: Day): Promise<Record<ReceivableState, number>> {
  const [row] = await sql<Record<ReceivableState, number>[]>`
    select count(*) filter (where ${stateSql("open", today)})::int as open,
      count(*) filter (where ${stateSql("overdue", today)})::int as overdue,
      count(*) filter (where ${stateSql("paid", today)})::int as paid,
      count(*) filter (where ${stateSql("cancelled", today)})::int as cancelled
    from receivables r where r.customer_id = ${customerId}`;
  return row ?? { open: 0, overdue: 0, paid: 0, cancelled: 0 };
}
