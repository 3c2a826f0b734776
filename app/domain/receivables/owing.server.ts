import type { Scope } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import { sql } from "#db/connection.server.ts";

/** A customer with something overdue. */
export interface OwingCustomer {
  customerId: number;
  name: string;
  phone: string | null;
  /** How many receivables are overdue. */
  count: number;
  cents: Cents;
  /** Due day of the oldest of them. */
  sinceOn: Day;
}

/** Who owes, the largest amounts first, and how many they are with what they owe together. */
export interface Owing {
  rows: OwingCustomer[];
  customers: number;
  cents: Cents;
}

/** The customers of the scope with receivables overdue on a day, the largest amounts first, at most `limit` of them named. */
export async function owingCustomers(scope: Pick<Scope, "repId">, today: Day, limit: number): Promise<Owing> {
  const found = await sql<(OwingCustomer & { customers: number; totalCents: Cents })[]>`
    select c.id as "customerId", c.trade_name as name, c.phone, o.count, o.cents, o.since_on as "sinceOn",
      count(*) over ()::int as customers, sum(o.cents) over ()::bigint as "totalCents"
    from (
      select r.customer_id, count(*)::int as count, sum(r.amount_cents - r.paid_cents)::bigint as cents, min(r.due_on) as since_on
      from receivables r
      where r.paid_cents < r.amount_cents and r.cancelled_at is null and r.due_on < ${today}::date
      group by r.customer_id
    ) o join customers c on c.id = o.customer_id
    where ${scope.repId === null ? sql`true` : sql`c.rep_id = ${scope.repId}`}
    order by o.cents desc, c.id limit ${limit}`;
  const rows = found.map(({ customers: _c, totalCents: _t, ...row }) => row);
  return { rows, customers: found[0]?.customers ?? 0, cents: found[0]?.totalCents ?? 0 };
}
