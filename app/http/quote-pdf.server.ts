import { letterheadAsOf } from "#app/domain/customers/letterhead.server.ts";
import { lineCents } from "#app/domain/money.ts";
import { dayOf } from "#app/domain/period.ts";
import { quoteStateOf, quoteSumsOf } from "#app/domain/quotes/quote.ts";
import type { QuoteLine, QuoteSheet } from "#app/domain/quotes/quote-sheet.server.ts";
import { formatDay, formatDayOf } from "#app/words/days.ts";
import { type Locale, wordsOf } from "#app/words/locale.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { pdfAnswer } from "./pdf.server.ts";
import type { PdfRow } from "./pdf-table.server.ts";

type Words = (typeof quoteWords)[Locale];

function rowOf(line: QuoteLine, w: Words, locale: Locale): PdfRow {
  const said = (quantity: number) => `${formatNumber(quantity, locale)} ${line.unit}`;
  const quantity = line.quantity ?? line.wishedQuantity;
  const price = line.unitPriceE4 ?? line.listUnitPriceE4;
  const notes = [
    line.sku,
    ...(quantity === line.wishedQuantity ? [] : [w.otherQuantity(said(line.wishedQuantity))]),
    ...(line.note ? [line.note] : []),
  ];
  const name = { text: line.name, notes };
  if (line.isUnavailable) return { cells: [name, said(line.wishedQuantity), "–", w.notAvailable, "–"] };
  const list = formatUnitPrice(line.listUnitPriceE4, locale);
  const total = { text: formatCents(lineCents(quantity, price), locale), isStrong: true };
  return { cells: [name, said(quantity), list, formatUnitPrice(price, locale), total] };
}

/** A quote as a document on the company's letterhead, in the reader's language: as answered, or as asked while it waits. */
export async function quotePdf(sheet: QuoteSheet, locale: Locale, at: Date): Promise<Response> {
  const w = wordsOf(quoteWords, locale);
  const state = quoteStateOf(sheet, dayOf(at));
  const sums = quoteSumsOf(sheet.lines, sheet.freightCents);
  const money = (cents: number) => formatCents(cents, locale);
  const isAnswered = sheet.answeredAt !== null;
  const day = (said: string | null) => (said === null ? null : formatDay(said, locale));
  const title = w.quoteNumber(sheet.number);
  const version = sheet.version > 1 ? ` · ${w.version(sheet.version)}` : "";
  const document = {
    title,
    lead: `${w.states[state]}${version}`,
    parts: [
      {
        kind: "facts" as const,
        facts: [
          [w.customer, `${sheet.customerName} (${sheet.customerCode})`],
          [w.rep, sheet.repName],
          [w.askedAt, `${formatDayOf(sheet.askedAt, locale)} · ${w.askedBy(sheet.askedByName)}`],
          [w.validity, isAnswered ? day(sheet.validUntil) : null],
          [w.terms, sheet.paymentTermsName],
          [w.wantedPrice, sheet.wantedPrice],
          [w.wantedTerms, sheet.wantedTerms],
          [w.wantedOn, day(sheet.wantedOn)],
        ] as const,
      },
      {
        kind: "table" as const,
        columns: [
          { head: w.product, width: 44 },
          { head: w.quantity, width: 14, isNumber: true },
          { head: w.listPrice, width: 14, isNumber: true },
          { head: isAnswered ? w.quotedPrice : w.listPrice, width: 14, isNumber: true },
          { head: w.total, width: 14, isNumber: true },
        ],
        rows: sheet.lines.map((line) => rowOf(line, w, locale)),
      },
      {
        kind: "totals" as const,
        rows: isAnswered
          ? [
              { name: w.goods, value: money(sums.goodsCents) },
              { name: w.freight, value: sums.freightCents === 0 ? w.freeFreight : money(sums.freightCents) },
              { name: w.total, value: money(sums.totalCents), isStrong: true },
            ]
          : [{ name: w.atListPrice, value: money(sums.goodsCents), isStrong: true }],
      },
      ...(sheet.answerNote ? [{ kind: "text" as const, title: w.answerNote, text: sheet.answerNote }] : []),
      { kind: "text" as const, text: isAnswered ? w.pdfNote : w.pdfAsked },
    ],
  };
  return pdfAnswer(title, await letterheadAsOf(at), document, locale);
}
