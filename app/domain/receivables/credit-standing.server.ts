import { type Credit, holdsBeforeOn } from "#app/domain/credit/credit.ts";
import type { GrantedOverride } from "#app/domain/credit/overrides.server.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import type { Cents } from "#app/domain/money.ts";
import { type Day, dayOf } from "#app/domain/period.ts";
import { sql } from "#db/connection.server.ts";

/** A customer's credit on a day, with what is open of their receivables. */
export interface CreditStanding extends Credit {
  openCents: Cents;
}

/** One line of the credit ledger. */
export interface CreditLine {
  id: number;
  at: Date;
  amountCents: Cents;
  reason: "order" | "cancelled" | "paid" | "adjusted" | "opening";
  orderNumber: string | null;
  receivableId: number | null;
  document: string | null;
  by: string | null;
}

const open = sql.unsafe("r.paid_cents < r.amount_cents and r.cancelled_at is null");

/** Limit, use, what is open and overdue, and what lets an order pass a hold; the caller has found the customer in scope before. */
export async function creditStandingOf(customerId: number, asOf: Date): Promise<CreditStanding> {
  const today = dayOf(asOf);
  const [settings, [row]] = await Promise.all([
    settingsAsOf(asOf),
    sql<(Omit<CreditStanding, "overdue" | "holdsBefore"> & { overdueCents: Cents; sinceOn: Day | null })[]>`
      select c.credit_limit_cents as "limitCents", c.credit_used_cents as "usedCents", c.is_credit_held as "isHeld",
        (select jsonb_build_object('id', v.id, 'untilOn', v.until_on) from credit_overrides v
          where v.customer_id = c.id and v.revoked_at is null
            and (v.until_on >= ${today}::date or (v.until_on is null and v.used_at is null))
          order by v.until_on desc nulls last, v.id limit 1) as override, o.*
      from customers c, lateral (
        select coalesce(sum(r.amount_cents - r.paid_cents), 0)::bigint as "openCents",
          coalesce(sum(r.amount_cents - r.paid_cents) filter (where r.due_on < ${today}::date), 0)::bigint as "overdueCents",
          min(r.due_on) filter (where r.due_on < ${today}::date) as "sinceOn"
        from receivables r where r.customer_id = c.id and ${open}
      ) o where c.id = ${customerId}`,
  ]);
  if (!row) throw new Error(`no customer ${customerId}`);
  const { overdueCents, sinceOn, ...rest } = row;
  return {
    ...rest,
    overdue: sinceOn === null ? null : { cents: overdueCents, sinceOn },
    holdsBefore: holdsBeforeOn(settings.holdOverdueAfterDays, today),
  };
}

/** The latest lines of a customer's credit ledger, the newest first. */
export const creditLedgerOf = async (customerId: number, limit: number): Promise<CreditLine[]> => [
  ...(await sql<CreditLine[]>`
    select e.id, e.at, e.amount_cents as "amountCents", e.reason, e.order_number as "orderNumber",
      e.receivable_id as "receivableId", r.document, u.name as by
    from credit_entries e
    left join receivables r on r.customer_id = e.customer_id and r.id = e.receivable_id
    left join users u on u.id = e.by_user_id
    where e.customer_id = ${customerId} order by e.id desc limit ${limit}`),
];

/** The overrides a customer was given, the newest first. */
export const overridesOf = async (customerId: number, asOf: Date, limit = 10): Promise<GrantedOverride[]> => [
  ...(await sql<GrantedOverride[]>`
    select v.id, v.until_on as "untilOn", v.reason, v.at, u.name as by, v.used_order_number as "usedOrderNumber",
      v.revoked_at as "revokedAt",
      v.revoked_at is null and (v.until_on >= ${dayOf(asOf)}::date or (v.until_on is null and v.used_at is null)) as "isStanding"
    from credit_overrides v left join users u on u.id = v.by_user_id
    where v.customer_id = ${customerId} order by v.id desc limit ${limit}`),
];
