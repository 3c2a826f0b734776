import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/domain/period.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";

/** True for a receivable `r` of which something is still owed. */
export const isOpen = "r.paid_cents < r.amount_cents and r.cancelled_at is null";

/** What is overdue of a customer on a day, as JSON (`Overdue`); null when nothing is. */
export const overdueJson = (customerId: SQL, on: Day): SQL => sql`(
  select jsonb_build_object('cents', sum(r.amount_cents - r.paid_cents), 'sinceOn', min(r.due_on))
  from receivables r where r.customer_id = ${customerId} and r.due_on < ${on}::date and ${sql.raw(isOpen)}
  having count(*) > 0)`;

/** The override that lets a customer pass on a day, as JSON (`Override`): one up to a day before one for a single order. */
export const overrideJson = (customerId: SQL, on: Day): SQL => sql`(
  select jsonb_build_object('id', v.id, 'untilOn', v.until_on) from credit_overrides v
  where v.customer_id = ${customerId} and v.revoked_at is null and (v.until_on >= ${on}::date or (v.until_on is null and v.used_at is null))
  order by v.until_on desc nulls last, v.id limit 1)`;

/** True while the customer `customers` owes something that was due before the day; of nobody when there is no such day. */
export const owesSinceBefore = (customerId: number, before: Day | null): SQL => sql`exists (
  select from receivables r where r.customer_id = ${customerId}::int and r.due_on < ${before}::date and ${sql.raw(isOpen)})`;

/**
 * Uses an override for the order this transaction has just given a number; one for a single order is gone after it. No row: it
 * was taken back, is over, or another order was faster. The customer's row is locked by then, so one order cannot use it twice.
 */
export function spendOverride(
  customerId: number,
  overrideId: number,
  { on, at }: { on: Day; at: Date },
  tx: Tx,
): Promise<{ id: number }[]> {
  return preparedRows(
    sql`update credit_overrides set
      used_at = case when until_on is null then ${at.toISOString()}::timestamptz end,
      used_order_number = case when until_on is null then currval('order_numbers')::text end
    where customer_id = ${customerId}::int and id = ${overrideId}::bigint and revoked_at is null
      and (until_on >= ${on}::date or (until_on is null and used_at is null))
    returning id`,
    tx,
  );
}
