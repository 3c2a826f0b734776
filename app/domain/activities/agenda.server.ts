import type { Scope } from "#app/domain/customers/buyer.ts";
import { type Day, daysAfter, startOf } from "#app/domain/period.ts";
import { sql } from "#db/connection.server.ts";
import { type ActivityKind, type ActivityOutcome, type ActivityState, activityStateOf } from "./activity.ts";

export interface AgendaItem {
  id: number;
  kind: ActivityKind;
  customerId: number;
  customerName: string;
  city: string | null;
  uf: string | null;
  phone: string | null;
  userName: string;
  plannedAt: Date | null;
  checkedInAt: Date | null;
  doneAt: Date | null;
  cancelledAt: Date | null;
  subject: string | null;
  outcome: ActivityOutcome | null;
  notes: string | null;
  nextStep: string | null;
  nextStepOn: Day | null;
  minutes: number | null;
  latitude: string | null;
  longitude: string | null;
  orderNumber: string | null;
  state: ActivityState;
}

type Row = Omit<AgendaItem, "state">;

export interface AgendaFilter {
  from: Day;
  to: Day;
  kind?: ActivityKind | undefined;
  userId?: number | undefined;
  customerId?: number | undefined;
  /** Only what is still to be done. */
  isOpen?: boolean | undefined;
}

const withState = (rows: Row[], asOf: Date): AgendaItem[] =>
  rows.map((row) => ({ ...row, state: activityStateOf(row, asOf) }));

const columns = sql`
  a.id, a.kind, a.customer_id as "customerId", c.trade_name as "customerName", c.city, c.uf, c.phone, u.name as "userName",
  a.planned_at as "plannedAt", a.checked_in_at as "checkedInAt", a.done_at as "doneAt", a.cancelled_at as "cancelledAt",
  a.subject, a.outcome, a.notes, a.next_step as "nextStep", a.next_step_on as "nextStepOn", a.minutes, a.latitude, a.longitude,
  (select o.number from orders o
    where o.customer_id = a.customer_id and o.placed_by = a.user_id and o.kind = 'order' and a.checked_in_at is not null
      and o.placed_at >= a.checked_in_at and o.placed_at <= coalesce(a.done_at, 'infinity')
    order by o.placed_at limit 1) as "orderNumber"`;

const within = (scope: Scope) => sql`(${scope.repId}::int is null or c.rep_id = ${scope.repId}::int)`;

/** What a filter asks for, as a condition. */
const asked = (scope: Scope, filter: AgendaFilter) => sql`
  ${within(scope)}
  and coalesce(a.planned_at, a.done_at) >= ${startOf(filter.from)}
  and coalesce(a.planned_at, a.done_at) < ${startOf(filter.to)}
  ${filter.kind ? sql`and a.kind = ${filter.kind}` : sql``}
  ${filter.userId ? sql`and a.user_id = ${filter.userId}` : sql``}
  ${filter.customerId ? sql`and a.customer_id = ${filter.customerId}` : sql``}
  ${filter.isOpen ? sql`and a.done_at is null and a.cancelled_at is null` : sql``}`;

/** Visits, calls and tasks whose planned (else done) day lies in the period, in the order of the day. */
export async function activitiesIn(scope: Scope, filter: AgendaFilter, asOf: Date): Promise<AgendaItem[]> {
  const rows = await sql<Row[]>`
    select ${columns}
    from activities a join customers c on c.id = a.customer_id join users u on u.id = a.user_id
    where ${asked(scope, filter)}
    order by coalesce(a.planned_at, a.done_at), a.id
    limit 500`;
  return withState(rows, asOf);
}

/** The same from the latest day back, a page at a time, and how many there are. */
export async function activityList(
  scope: Scope,
  filter: AgendaFilter,
  { page, pageSize }: { page: number; pageSize: number },
  asOf: Date,
): Promise<{ items: AgendaItem[]; total: number }> {
  const [rows, [counted]] = await Promise.all([
    sql<Row[]>`
      select ${columns}
      from activities a join customers c on c.id = a.customer_id join users u on u.id = a.user_id
      where ${asked(scope, filter)}
      order by coalesce(a.planned_at, a.done_at) desc, a.id desc
      limit ${pageSize} offset ${(page - 1) * pageSize}`,
    sql<{ total: number }[]>`
      select count(*)::int as total from activities a join customers c on c.id = a.customer_id
      where ${asked(scope, filter)}`,
  ]);
  return { items: withState(rows, asOf), total: counted?.total ?? 0 };
}

/** What is due for one's own hands up to the end of a day, the oldest first. */
export async function dueActivities(scope: Scope, until: Day, asOf: Date, limit = 50): Promise<AgendaItem[]> {
  const rows = await sql<Row[]>`
    select ${columns}
    from activities a join customers c on c.id = a.customer_id join users u on u.id = a.user_id
    where ${within(scope)} and a.done_at is null and a.cancelled_at is null
      and a.planned_at < ${startOf(daysAfter(until, 1))}
      ${scope.repId === null ? sql`` : sql`and a.user_id = ${scope.userId}`}
    order by a.planned_at, a.id
    limit ${limit}`;
  return withState(rows, asOf);
}

/** One activity as the agenda shows it; undefined outside the scope. */
export async function agendaItem(scope: Scope, id: number, asOf: Date): Promise<AgendaItem | undefined> {
  const rows = await sql<Row[]>`
    select ${columns}
    from activities a join customers c on c.id = a.customer_id join users u on u.id = a.user_id
    where a.id = ${id} and ${within(scope)}`;
  return withState(rows, asOf)[0];
}
