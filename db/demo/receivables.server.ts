import type { Scope } from "#app/domain/customers/buyer.ts";
import { changeSettings } from "#app/domain/customers/settings.server.ts";
import { importRows } from "#app/domain/imports/imports.server.ts";
import { type Day, dayOf, daysAfter, daysBetween, momentAt } from "#app/domain/period.ts";
import { rejectionWords } from "#app/words/rejections.ts";
import { sql } from "#db/connection.server.ts";
import { Chance } from "./chance.ts";

/** Overdue for more days than this holds a customer of the demo company. */
const holdAfterDays = 45;
/** Customers whose payment of months ago never came: one of them is held. */
const neverPaid = new Set(["1013", "1087"]);

type Due = {
  code: string;
  document: string;
  number: string;
  dueOn: Day;
  amountCents: number;
};

const reais = (cents: number) => (cents / 100).toFixed(2);

/** What tells a receivable apart in every fill: the numbers of orders lived side by side do not. */
const printOf = ({ code, dueOn, amountCents }: Due) => `${code}-${dueOn}-${amountCents}`;

/** How many days after it was due a receivable is paid; null while it is not. Most pay on the day, some late, a few not yet. */
function lateness(one: Due, today: Day): number | null {
  const { code, dueOn } = one;
  const chance = new Chance(`pays-${printOf(one)}`);
  const usually = new Chance(`payer-${code}`).percent(78) ? 88 : 45;
  // The buyer everybody signs in as has something a few days late, so that the page has something to say.
  if (code === "1001" && daysBetween(dueOn, today) < 12) return null;
  const late = chance.percent(usually) ? chance.between(-3, 0) : chance.between(2, 38);
  return daysAfter(dueOn, late) <= today ? late : null;
}

/** The file of the bank, so to speak: what was due by now, and when it was paid. */
function* paidRows(due: readonly Due[], today: Day) {
  for (const one of due) {
    const late = lateness(one, today);
    const isHalf = late === null && new Chance(`half-${printOf(one)}`).percent(25);
    if (late === null && !isHalf) continue;
    yield {
      document: one.document,
      customer: one.code,
      order: one.number,
      dueOn: one.dueOn,
      amount: reais(one.amountCents),
      paidAmount: reais(isHalf ? Math.floor(one.amountCents / 2) : one.amountCents),
      paidOn: isHalf ? daysAfter(today, -1) : daysAfter(one.dueOn, late ?? 0),
    };
  }
}

/** Receivables of orders older than the shop here, as another system hands them over: paid, but for the few that never were. */
function* olderRows(orders: readonly Due[], today: Day) {
  const missed = new Set<string>();
  for (const one of orders) {
    const isMissed = neverPaid.has(one.code) && !missed.has(one.code) && daysBetween(one.dueOn, today) > holdAfterDays;
    if (isMissed) missed.add(one.code);
    const late = isMissed ? null : lateness(one, today);
    const paidOn = late === null ? "" : daysAfter(one.dueOn, late);
    yield {
      document: `NF-${one.number}`,
      customer: one.code,
      order: one.number,
      dueOn: one.dueOn,
      issuedOn: daysAfter(one.dueOn, -28),
      amount: reais(one.amountCents),
      paidAmount: late === null ? "0" : reais(one.amountCents),
      paidOn,
    };
  }
}

const fields = ["document", "customer", "order", "dueOn", "issuedOn", "amount", "paidAmount", "paidOn"];

/**
 * What customers owe and paid: the receivables of the last sixty days' orders were made by their invoices, older ones come in by
 * the import, and so do the payments. The company holds what is overdue for long.
 */
export async function fillReceivables(by: Scope, at: Date): Promise<number> {
  const today = dayOf(at);
  const wish = { kind: "receivables" as const, at, words: rejectionWords["pt-BR"], fields };
  const older = await sql<Due[]>`
    select c.code, o.number as document, o.number, (o.placed_on + 28)::text as "dueOn", o.goods_cents as "amountCents"
    from orders o join customers c on c.id = o.customer_id
    where o.is_imported and o.kind = 'order' and o.goods_cents > 0 and o.placed_on > ${daysAfter(today, -150)}::date
    order by o.placed_on, o.number`;
  const brought = await importRows(olderRows(older, today), wish);
  const due = await sql<Due[]>`
    select c.code, r.document, r.order_number as number, r.due_on::text as "dueOn", r.amount_cents as "amountCents"
    from receivables r join customers c on c.id = r.customer_id
    where r.kind = 'order' and r.due_on <= ${daysAfter(today, 3)}::date order by r.due_on, r.document`;
  const rows = [...paidRows(due, today)];
  if (rows.length > 0) await importRows(rows, wish);
  const on = daysAfter(today, -90);
  await changeSettings(by, { holdOverdueAfterDays: holdAfterDays }, { at: momentAt(on, "09:00:00") });
  const [made] = await sql<{ n: number }[]>`select count(*)::int as n from receivables where kind = 'order'`;
  return brought.receivables + (made?.n ?? 0);
}
