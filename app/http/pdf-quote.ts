import { lineCents } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import { quoteStateOf, quoteSumsOf } from "#app/domain/quotes/quote.ts";
import type { QuoteLine, QuoteSheet } from "#app/domain/quotes/quote-sheet.server.ts";
import { formatDay, formatMoment } from "#app/words/days.ts";
import { type Locale, wordsOf } from "#app/words/locale.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { quoteWords } from "#app/words/quotes.ts";
import type { PdfDocument } from "./pdf.server.ts";
import { customerLines, type DocumentCustomer } from "./pdf-order.ts";
import type { PdfRow } from "./pdf-table.server.ts";

type Words = (typeof quoteWords)[Locale];

function rowOf(line: QuoteLine, isAnswered: boolean, w: Words, locale: Locale): PdfRow {
  const said = (quantity: number) => `${formatNumber(quantity, locale)} ${line.unit}`;
  const quantity = line.quantity ?? line.wishedQuantity;
  const notes = [
    line.sku,
    ...(quantity === line.wishedQuantity ? [] : [w.otherQuantity(said(line.wishedQuantity))]),
    ...(line.note ? [line.note] : []),
  ];
  const list = formatUnitPrice(line.listUnitPriceE4, locale);
  const priceE4 = line.unitPriceE4 ?? line.listUnitPriceE4;
  const price = line.isUnavailable ? w.notAvailable : formatUnitPrice(priceE4, locale);
  const total = line.isUnavailable ? "–" : formatCents(lineCents(quantity, priceE4), locale);
  const cells = [{ text: line.name, notes }, said(quantity), list, ...(isAnswered ? [price] : [])];
  return { cells: [...cells, { text: total, isStrong: true }] };
}

/** A quote as a document, in the reader's language: as answered, or at the list price while it waits. */
export function quoteDocument(sheet: QuoteSheet, customer: DocumentCustomer, today: Day, locale: Locale): PdfDocument {
  const w = wordsOf(quoteWords, locale);
  const sums = quoteSumsOf(sheet.lines, sheet.freightCents);
  const money = (cents: number) => formatCents(cents, locale);
  const isAnswered = sheet.answeredAt !== null;
  const day = (said: Day | null) => (said === null ? null : formatDay(said, locale));
  const state = w.states[quoteStateOf(sheet, today)];
  return {
    title: w.quoteNumber(sheet.number),
    lead: sheet.version > 1 ? `${state} · ${w.version(sheet.version)}` : state,
    parts: [
      {
        kind: "facts",
        facts: [
          [w.customer, customerLines(customer)],
          [w.askedAt, `${formatMoment(sheet.askedAt, locale)} · ${w.askedBy(sheet.askedByName)}`],
          [w.validity, isAnswered ? day(sheet.validUntil) : null],
          [w.terms, sheet.paymentTermsName],
          [w.rep, sheet.repName],
          [w.wantedPrice, sheet.wantedPrice],
          [w.wantedTerms, sheet.wantedTerms],
          [w.wantedOn, day(sheet.wantedOn)],
        ],
      },
      {
        kind: "table",
        columns: [
          { head: w.product, width: 5.4 },
          { head: w.quantity, width: 1.5, isNumber: true },
          { head: w.listPrice, width: 1.8, isNumber: true },
          ...(isAnswered ? [{ head: w.quotedPrice, width: 2, isNumber: true }] : []),
          { head: w.total, width: 1.8, isNumber: true },
        ],
        rows: sheet.lines.map((line) => rowOf(line, isAnswered, w, locale)),
      },
      {
        kind: "totals",
        rows: isAnswered
          ? [
              { name: w.goods, value: money(sums.goodsCents) },
              { name: w.freight, value: sums.freightCents === 0 ? w.freeFreight : money(sums.freightCents) },
              { name: w.total, value: money(sums.totalCents), isStrong: true },
            ]
          : [{ name: w.atListPrice, value: money(sums.goodsCents), isStrong: true }],
      },
      ...(sheet.answerNote ? [{ kind: "text" as const, title: w.answerNote, text: sheet.answerNote }] : []),
      { kind: "text", text: isAnswered ? w.pdfNote : w.pdfAsked },
    ],
  };
}
