import type postgres from "postgres";
import { dayOf } from "#app/domain/period.ts";
import type { RecordIntake } from "./intake.server.ts";
import { asAmount, asDay, asText, type RecordReading, recordRows } from "./record-rows.ts";
import { refuseStaged, settledRecords } from "./settling.server.ts";

const table = "staged_receivable";

/**
 * Takes receivables in, known by customer and document: a new one uses the customer's credit by what is open of it, a known one
 * takes over amount, due day and what has been paid by now. The receivables of orders invoiced here take payments only. Columns
 * for what was paid may be missing; then nothing is said about it.
 */
export async function receivableIntake(
  tx: postgres.TransactionSql,
  reading: RecordReading & { at: Date },
): Promise<RecordIntake> {
  const today = dayOf(reading.at);
  await tx.unsafe(`
    create temp table ${table} (line integer, document text, customer text, order_number text, due_on date, issued_on date,
      amount_cents bigint, paid_cents bigint, paid_on date, customer_id integer, id bigint, kind text,
      was_amount bigint, was_paid bigint, was_due date, was_paid_on date, was_cancelled boolean, closes_on date) on commit drop`);
  const take = recordRows(
    reading,
    {
      document: asText,
      customer: asText,
      order: asText,
      dueOn: asDay,
      issuedOn: asDay,
      amount: asAmount(reading.mark),
      paidAmount: asAmount(reading.mark),
      paidOn: asDay,
    },
    ({ document, customer, dueOn, amount, paidAmount, paidOn }) => {
      if (document === null) return { code: "no_document" };
      if (customer === null) return { code: "no_customer" };
      if (dueOn === null) return { code: "no_due_day" };
      if (typeof document === "string" && document.length > 60) return { code: "text_too_long" };
      if (typeof amount !== "number" || amount <= 0) return { code: "amount_unreadable", said: "" };
      if (typeof paidAmount === "number" && paidAmount > amount) return { code: "paid_over_amount" };
      return paidOn !== null && String(paidOn) > today ? { code: "date_in_future", said: String(paidOn) } : null;
    },
  );
  return {
    table: `${table} (line, document, customer, order_number, due_on, issued_on, amount_cents, paid_cents, paid_on)`,
    take,
    async settle({ at }) {
      await tx.unsafe(findingCustomers);
      await tx.unsafe(lockingCredit);
      await tx.unsafe(matching);
      await tx`update staged_receivable set closes_on =
        coalesce(paid_on, case when was_paid = paid_cents then was_paid_on end, ${today}::date) where paid_cents = amount_cents`;
      const rejected = [
        ...(await refuseStaged(tx, table, "unknown_customer", "s.customer_id is null", "s.customer")),
        ...(await refuseStaged(tx, table, "repeated", later, "s.document")),
        ...(await refuseStaged(tx, table, "order_born_here", bornHere, "s.order_number")),
        ...(await refuseStaged(tx, table, "receivable_cancelled", "s.was_cancelled", "s.document")),
        ...(await refuseStaged(tx, table, "receivable_of_order", notAsMade, "s.document")),
        ...(await refuseStaged(tx, table, "paid_over_amount", "s.paid_cents > s.amount_cents", "s.document")),
      ];
      const [{ staged } = { staged: 0 }] = await tx<{ staged: number }[]>`
        select count(*) as staged from staged_receivable`;
      const written = await writeStaged(tx, at, today);
      return {
        ...settledRecords({ staged: staged - written.made, changed: written.changed }, rejected),
        receivables: written.made,
      };
    },
  };
}

const findingCustomers = `
  update ${table} s set customer_id = c.id from customers c where c.code = s.customer;
  update ${table} s set customer_id = c.id from customers c where s.customer_id is null
    and c.cnpj = upper(regexp_replace(s.customer, '[^0-9A-Za-z]', '', 'g'))`;

/** Credit first, the receivables second, like everything that changes what is owed. */
const lockingCredit = `select c.id from customers c where c.id in (select customer_id from ${table}) order by c.id for no key update`;

/** What is known already. Paid on a day without an amount is paid in full; nothing said leaves what is known. */
const matching = `
  update ${table} s set id = r.id, kind = r.kind, was_amount = r.amount_cents, was_paid = r.paid_cents, was_due = r.due_on, was_paid_on = r.paid_on,
    was_cancelled = r.cancelled_at is not null, order_number = coalesce(s.order_number, r.order_number)
  from receivables r where r.customer_id = s.customer_id and r.document = s.document;
  update ${table} set paid_cents = coalesce(paid_cents, case when paid_on is not null then amount_cents end, was_paid, 0)`;

const later = `exists (select 1 from ${table} t where t.line > s.line and t.customer_id = s.customer_id and t.document = s.document)`;

/** A new document about an order placed here: its receivables are made here, by its invoice. */
const bornHere = `s.id is null and exists (select from orders o
  where o.customer_id = s.customer_id and o.number = s.order_number and not o.is_imported)`;

/** What an invoice of ours made says itself how much and until when. */
const notAsMade = "s.kind = 'order' and (s.amount_cents <> s.was_amount or s.due_on <> s.was_due)";

async function writeStaged(
  tx: postgres.TransactionSql,
  at: Date,
  today: string,
): Promise<{ made: number; changed: number }> {
  const made = await tx`
    insert into receivables (customer_id, kind, document, order_number, issued_on, due_on, amount_cents, created_at)
    select customer_id, 'imported', document, order_number, coalesce(issued_on, least(due_on, ${today}::date)), due_on, amount_cents, ${at}
    from staged_receivable where id is null order by line`;
  await tx.unsafe(`update ${table} s set id = r.id, was_paid = 0 from receivables r
    where s.id is null and r.customer_id = s.customer_id and r.document = s.document`);
  const changed = await tx`
    update receivables r set amount_cents = s.amount_cents, due_on = s.due_on, order_number = s.order_number,
      paid_cents = s.paid_cents, paid_on = s.closes_on
    from staged_receivable s
    where r.customer_id = s.customer_id and r.id = s.id and (r.amount_cents, r.due_on, r.order_number, r.paid_cents, r.paid_on)
      is distinct from (s.amount_cents, s.due_on, s.order_number, s.paid_cents, s.closes_on)
    returning (s.was_amount is not null) as "wasKnown"`;
  await tx`
    insert into receivable_payments (customer_id, receivable_id, amount_cents, paid_on, at)
    select customer_id, id, paid_cents - was_paid, coalesce(paid_on, ${today}::date), ${at}
    from staged_receivable where paid_cents <> was_paid order by line`;
  await followCredit(tx, at);
  return { made: made.count, changed: changed.filter(({ wasKnown }) => wasKnown).length };
}

/** The ledger line by line, and the counter by their sum: a new one takes, a changed amount adjusts, a payment gives back. */
async function followCredit(tx: postgres.TransactionSql, at: Date): Promise<void> {
  await tx`
    with entries as (
      insert into credit_entries (customer_id, amount_cents, reason, order_number, receivable_id, at)
      select s.customer_id, e.cents, e.reason, s.order_number, s.id, ${at}
      from staged_receivable s, lateral (values
        (case when s.was_amount is null then 'opening' else 'adjusted' end, s.amount_cents - coalesce(s.was_amount, 0)),
        ('paid', s.was_paid - s.paid_cents)) as e (reason, cents)
      where e.cents <> 0 order by s.line
      returning customer_id, amount_cents
    )
    update customers c set credit_used_cents = credit_used_cents + e.cents
    from (select customer_id, sum(amount_cents) as cents from entries group by customer_id) e where c.id = e.customer_id`;
}
