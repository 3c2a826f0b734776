import type { Scope } from "#app/domain/customers/buyer.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import type { OfficeReceivableRow } from "./receivable-list.server.ts";

/** One entry of a receivable: a payment, or the counter entry of one. */
export interface PaymentRow {
  id: number;
  amountCents: Cents;
  paidOn: Day;
  note: string | null;
  at: Date;
  /** Null when it came in with a file. */
  by: string | null;
  isCounter: boolean;
  /** True for a payment that a counter entry took back. */
  isCountered: boolean;
}

/** A receivable, whole. */
export interface ReceivableSheet extends OfficeReceivableRow {
  createdAt: Date;
  cancelledAt: Date | null;
  cancelReason: string | null;
  payments: PaymentRow[];
}

/** A receivable of the scope with every entry; one outside of it does not exist (refused `not_found`). */
export async function receivableIn(scope: Pick<Scope, "repId">, id: number): Promise<ReceivableSheet> {
  const [receivable] = await sql<Omit<ReceivableSheet, "payments">[]>`
    select r.id, r.kind, r.document, r.order_number as "orderNumber", r.instalment, r.instalments,
      r.issued_on as "issuedOn", r.due_on as "dueOn", r.amount_cents as "amountCents", r.paid_cents as "paidCents",
      r.paid_on as "paidOn", r.cancelled_at is not null as "isCancelled", r.created_at as "createdAt",
      r.cancelled_at as "cancelledAt", r.cancel_reason as "cancelReason",
      exists (select from orders o where o.customer_id = r.customer_id and o.number = r.order_number) as "isOrderKnown",
      c.id as "customerId", c.code as "customerCode", c.trade_name as "customerName",
      (select u.name from users u where u.id = c.rep_id) as "repName"
    from receivables r join customers c on c.id = r.customer_id
    where r.id = ${id} and ${scope.repId === null ? sql`true` : sql`c.rep_id = ${scope.repId}`}`;
  if (!receivable) throw new Refusal("not_found", { what: "receivable", id });
  const payments = await sql<PaymentRow[]>`
    select p.id, p.amount_cents as "amountCents", p.paid_on as "paidOn", p.note, p.at, u.name as by,
      p.counters_id is not null as "isCounter",
      exists (select from receivable_payments q where q.customer_id = p.customer_id and q.counters_id = p.id) as "isCountered"
    from receivable_payments p left join users u on u.id = p.by_user_id
    where p.customer_id = ${receivable.customerId} and p.receivable_id = ${id} order by p.id`;
  return { ...receivable, payments: [...payments] };
}
