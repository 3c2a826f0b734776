import { Ago } from "#app/kit/day.tsx";
import { Money } from "#app/kit/money.tsx";
import { QuoteStateBadge } from "#app/kit/quote-state-badge.tsx";
import { QuoteValidity } from "#app/kit/quote-validity.tsx";
import type { Column } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { quoteWords } from "#app/words/quotes.ts";
import type { OfficeQuote } from "./quotes.tsx";

/** The columns of the office's list of quotes. */
export function useQuoteColumns(today: string, asOf: Date): Column<OfficeQuote>[] {
  const q = useWords(quoteWords);
  return [
    {
      key: "number",
      head: q.number,
      phone: "title",
      cell: (row) => (
        <>
          <a className="link tnum font-medium" href={paths.office.quote(row.number)}>
            {row.number}
          </a>
          {row.version > 1 ? <span className="faint font-normal"> · {q.version(row.version)}</span> : null}
        </>
      ),
    },
    {
      key: "customer",
      head: q.customer,
      sort: true,
      wrap: true,
      cell: (row) => (
        <a className="link-plain" href={paths.office.customer(row.customerId)}>
          {row.customerName}
        </a>
      ),
    },
    { key: "rep", head: q.rep, phone: "hide", cell: (row) => row.repName ?? "–" },
    { key: "asked", head: q.askedAt, sort: true, cell: (row) => <Ago at={row.askedAt} asOf={asOf} /> },
    { key: "state", head: q.state, cell: (row) => <QuoteStateBadge state={row.state} /> },
    {
      key: "valid",
      head: q.validity,
      sort: true,
      phone: "wide",
      cell: (row) =>
        row.orderNumber !== null ? (
          <a className="link-plain" href={paths.office.order(row.orderNumber)}>
            {q.becameOrder(row.orderNumber)}
          </a>
        ) : row.validUntil === null || row.state === "declined" ? (
          "–"
        ) : (
          <QuoteValidity state={row.state} validUntil={row.validUntil} today={today} />
        ),
    },
    { key: "lines", head: q.goods, number: true, phone: "hide", cell: (row) => row.lines },
    { key: "value", head: q.value, number: true, sort: true, cell: (row) => <Money cents={row.valueCents} /> },
  ];
}
