import type { Day } from "#app/domain/period.ts";
import { openCentsOf } from "#app/domain/receivables/receivable.ts";
import type { Statement } from "#app/domain/receivables/statement.server.ts";
import { formatDay } from "#app/words/days.ts";
import { type Locale, wordsOf } from "#app/words/locale.ts";
import { formatCents } from "#app/words/numbers.ts";
import { receivableWords } from "#app/words/receivables.ts";
import type { PdfDocument } from "./pdf.server.ts";
import { customerLines, type DocumentCustomer } from "./pdf-order.ts";

/** What a customer has to pay, as a document: the second copy of what is open, the earliest due first. */
export function statementDocument(
  statement: Statement,
  customer: DocumentCustomer,
  today: Day,
  locale: Locale,
): PdfDocument {
  const w = wordsOf(receivableWords, locale);
  const money = (cents: number) => formatCents(cents, locale);
  return {
    title: w.statementTitle,
    lead: w.statementOf(formatDay(today, locale)),
    parts: [
      { kind: "facts", facts: [[w.customer, customerLines(customer)]] },
      statement.rows.length === 0
        ? { kind: "text", text: w.noneIn.open }
        : {
            kind: "table",
            columns: [
              { head: w.receivable, width: 2.4 },
              { head: w.order, width: 1.8 },
              { head: w.issuedOn, width: 1.5 },
              { head: w.dueOn, width: 2.2 },
              { head: w.amount, width: 1.8, isNumber: true },
              { head: w.open, width: 1.8, isNumber: true },
            ],
            rows: statement.rows.map((row) => ({
              cells: [
                row.document,
                row.orderNumber ?? "–",
                formatDay(row.issuedOn, locale),
                row.dueOn < today
                  ? { text: formatDay(row.dueOn, locale), notes: [w.states.overdue], isStrong: true }
                  : formatDay(row.dueOn, locale),
                money(row.amountCents),
                money(openCentsOf(row)),
              ],
            })),
          },
      {
        kind: "totals",
        rows: [
          { name: w.ofThatOverdue, value: money(statement.overdueCents) },
          { name: w.inTotal, value: money(statement.openCents), isStrong: true },
        ],
      },
      { kind: "text", text: w.statementNote },
    ],
  };
}
