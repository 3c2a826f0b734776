import { sql } from "drizzle-orm";
import { changeUsedCredit } from "#app/domain/credit/credit.server.ts";
import { isOpen } from "#app/domain/credit/held.server.ts";
import type { Cents } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { instalmentsOf } from "./receivable.ts";

/** Which order, of whom. */
export interface OwingOrder {
  customerId: number;
  number: string;
}

interface Owed {
  totalCents: Cents;
  days: number[] | null;
}

/**
 * Makes the receivables of an order by the payment terms agreed when it was placed, in the transaction that invoices it; they add up to goods and freight.
 * Made once: a second time changes nothing. The credit stays used as it was: the order held it, now its receivables do. An order
 * that was paid online owes nothing.
 */
export async function makeReceivables(order: OwingOrder, invoicedOn: Day, at: Date, tx: Tx): Promise<void> {
  const [owed] = await preparedRows<Owed>(
    sql`select o.goods_cents + o.freight_cents as "totalCents", to_json(o.payment_terms_days) as days from orders o
      where o.customer_id = ${order.customerId}::int and o.number = ${order.number}::text and o.kind = 'order'
        and o.payment_method = 'account'`,
    tx,
  );
  if (!owed) return;
  const made = instalmentsOf(owed.totalCents, owed.days ?? [], invoicedOn);
  await preparedRows(
    sql`insert into receivables (customer_id, kind, document, order_number, instalment, instalments, issued_on, due_on, amount_cents, created_at)
      select ${order.customerId}::int, 'order', ${order.number}::text || '/' || i.instalment, ${order.number}::text, i.instalment,
        i.instalments, ${invoicedOn}::date, i."dueOn", i."amountCents", ${at.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
        as i (instalment int, instalments int, "dueOn" date, "amountCents" bigint)
      on conflict do nothing`,
    tx,
  );
}

/** Cancels what is still open of an order's own receivables, and frees the credit they held; the customer's row is locked by then. */
export async function cancelReceivablesOf(
  order: OwingOrder,
  reason: string,
  byUserId: number | null,
  at: Date,
  tx: Tx,
): Promise<void> {
  const cancelled = await preparedRows<{ id: number; openCents: Cents }>(
    sql`update receivables r set cancelled_at = ${at.toISOString()}::timestamptz, cancel_reason = ${reason}::text
      where r.customer_id = ${order.customerId}::int and r.order_number = ${order.number}::text and r.kind = 'order'
        and ${sql.raw(isOpen)}
      returning r.id, r.amount_cents - r.paid_cents as "openCents"`,
    tx,
  );
  for (const { id, openCents } of cancelled) {
    const change = {
      amountCents: -openCents,
      reason: "cancelled" as const,
      orderNumber: order.number,
      receivableId: id,
    };
    await changeUsedCredit(order.customerId, change, byUserId, at, tx);
  }
}
