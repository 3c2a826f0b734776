import { cnpjShown } from "#app/domain/cnpj.ts";
import { stateOf } from "#app/domain/orders/order.ts";
import type { OrderSheet } from "#app/domain/orders/order-sheet.server.ts";
import type { PriceStep } from "#app/domain/pricing/price-chain.ts";
import type { ReceivableRow } from "#app/domain/receivables/receivable-list.server.ts";
import { formatDay, formatMoment } from "#app/words/days.ts";
import { type Locale, wordsOf } from "#app/words/locale.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { orderStateWords } from "#app/words/order-states.ts";
import { orderWords } from "#app/words/orders.ts";
import { priceChainWords } from "#app/words/price-chain.ts";
import { receivableWords } from "#app/words/receivables.ts";
import type { PdfDocument } from "./pdf.server.ts";

/** Who a document is made out to. */
export interface DocumentCustomer {
  code: string;
  legalName: string;
  cnpj: string | null;
}

/** A customer in two lines: legal name, then code and CNPJ. */
export const customerLines = ({ code, legalName, cnpj }: DocumentCustomer): string =>
  [legalName, [code, cnpj ? `CNPJ ${cnpjShown(cnpj)}` : null].filter(Boolean).join(" · ")].join("\n");

/** Why a price is what it is, in one line: where it came from and from which quantity on; nothing where an import brought it. */
export function shortChain(chain: readonly PriceStep[], locale: Locale): string[] {
  const w = wordsOf(priceChainWords, locale);
  const written = chain.findLast(({ source }) => source !== "volume" && source !== "terms" && source !== "promotion");
  if (!written) return [];
  const reached = chain.findLast(({ source }) => source === "volume") ?? written;
  const from = reached.fromQuantity > 1 ? [w.fromQuantity(formatNumber(reached.fromQuantity, locale))] : [];
  const more = chain.filter(({ source }) => source === "terms" || source === "promotion");
  const named = [written, ...more].map(({ source, name }) => w.sources[source](name));
  return [[named[0], ...from, ...named.slice(1)].join(", ")];
}

function addressLines(address: OrderSheet["address"]): string | null {
  if (!address) return null;
  const { label, street, number, complement, district, city, uf, postalCode } = address;
  const place = [`${street}, ${number}`, complement, district].filter(Boolean).join(" · ");
  return [label, place, `${city}/${uf} · ${postalCode.replace(/^(\d{5})/, "$1-")}`].join("\n");
}

/** An order as a document: what was agreed, line by line, with its terms, where it goes and how far it came. */
export function orderDocument(
  order: OrderSheet,
  customer: DocumentCustomer,
  receivables: readonly ReceivableRow[],
  locale: Locale,
): PdfDocument {
  const w = wordsOf(orderWords, locale);
  const owed = wordsOf(receivableWords, locale);
  const money = (cents: number) => formatCents(cents, locale);
  const state = wordsOf(orderStateWords, locale)[stateOf(order)];
  const instalments = receivables.map(({ instalment, instalments: all, dueOn, amountCents }) =>
    [owed.instalmentOf(instalment, all), formatDay(dueOn, locale), money(amountCents)].join(" · "),
  );
  return {
    title: order.kind === "return" ? w.returnNumber(order.number) : w.orderNumber(order.number),
    lead: `${state} · ${formatMoment(order.placedAt, locale)}`,
    parts: [
      {
        kind: "facts",
        facts: [
          [w.customer, customerLines(customer)],
          [w.delivery, addressLines(order.address)],
          [w.payment, order.paymentTermsName],
          [owed.ofOrder, instalments.join("\n") || null],
          [w.yourNumber, order.poNumber],
          [w.placedBy, order.placedByName],
          [w.rep, order.repName],
          [w.invoiceKey, order.invoiceKey?.replace(/(.{4})(?=.)/g, "$1 ") ?? null],
          [w.cancelReason, order.cancelReason],
        ],
      },
      {
        kind: "table",
        columns: [
          { head: w.product, width: 6 },
          { head: w.quantity, width: 1.6, isNumber: true },
          { head: w.unitPrice, width: 1.8, isNumber: true },
          { head: w.lineTotal, width: 2, isNumber: true },
        ],
        rows: order.lines.map((line) => ({
          cells: [
            { text: line.name, notes: [[line.sku, ...shortChain(line.chain, locale)].join(" · ")] },
            `${formatNumber(line.quantity, locale)} ${line.unit}`,
            formatUnitPrice(line.unitPriceE4, locale),
            money(line.totalCents),
          ],
        })),
      },
      {
        kind: "totals",
        rows: [
          { name: w.goods, value: money(order.goodsCents) },
          { name: w.freight, value: order.freightCents === 0 ? w.freeFreight : money(order.freightCents) },
          { name: w.total, value: money(order.goodsCents + order.freightCents), isStrong: true },
          ...order.taxes.map(({ component, cents }) => ({ name: w.estimatedTax(component), value: money(cents) })),
        ],
      },
      ...(order.notes ? [{ kind: "text" as const, title: w.notes, text: order.notes }] : []),
    ],
  };
}
