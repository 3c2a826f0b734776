import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { quoteStateOf, quoteStates } from "#app/domain/quotes/quote.ts";
import { quotesOf } from "#app/domain/quotes/quote-list.server.ts";
import { searchOf } from "#app/http/search.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Filters } from "#app/kit/filters.tsx";
import { Money } from "#app/kit/money.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { QuoteStateBadge } from "#app/kit/quote-state-badge.tsx";
import { QuoteValidity } from "#app/kit/quote-validity.tsx";
import { type Column, Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { shopQuoteWords } from "#app/words/quotes-shop.ts";

const wanted = z.object({
  state: z.array(z.enum(quoteStates)).default([]),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** The quotes of the buyer's company, the latest first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const today = dayOf(new Date());
  const { state, page } = searchOf(request, wanted).value;
  const found = await quotesOf(buyer, { state, page, today });
  const rows = found.rows.map(
    ({ number, version, askedAt, askedByName, lines, valueCents, validUntil, ...moments }) => ({
      ...{ number, version, askedAt, askedByName, lines, valueCents, validUntil },
      state: quoteStateOf({ ...moments, validUntil }, today),
    }),
  );
  return { quotes: { ...found, rows }, state, today };
}

type Row = Awaited<ReturnType<typeof loader>>["quotes"]["rows"][number];

export default function Quotes() {
  const { quotes, state, today } = useLoaderData<typeof loader>();
  const w = useWords(shopQuoteWords);
  const q = useWords(quoteWords);
  const options = quoteStates.map((value) => ({ value, label: q.states[value] }));
  const isFiltered = state.length > 0;
  return (
    <div className="page">
      <PageHeader title={q.title} lead={w.lead} />
      {quotes.total > 0 || isFiltered ? (
        <Filters filters={[{ name: "state", label: q.state, options, chosen: state, many: true }]} />
      ) : null}
      <Table
        caption={q.title}
        columns={useColumns(today)}
        rows={quotes.rows}
        rowKey={(row) => row.number}
        empty={
          <EmptyState
            icon="tag"
            title={isFiltered ? w.noneIn : w.none}
            action={
              <ButtonLink href={isFiltered ? paths.quotes() : paths.cart()}>
                {isFiltered ? q.title : w.toCart}
              </ButtonLink>
            }
          >
            {isFiltered ? null : w.noneLead}
          </EmptyState>
        }
      />
      <Pagination page={quotes.page} pageSize={quotes.pageSize} total={quotes.total} />
    </div>
  );
}

function useColumns(today: string): Column<Row>[] {
  const q = useWords(quoteWords);
  return [
    {
      key: "number",
      head: q.number,
      phone: "title",
      cell: (row) => (
        <>
          <a className="link tnum font-medium" href={paths.quote(row.number)}>
            {row.number}
          </a>
          {row.version > 1 ? <span className="faint font-normal"> · {q.version(row.version)}</span> : null}
        </>
      ),
    },
    { key: "asked", head: q.askedAt, phone: "hide", cell: (row) => <MomentShown at={row.askedAt} /> },
    { key: "state", head: q.state, cell: (row) => <QuoteStateBadge state={row.state} /> },
    {
      key: "validity",
      head: q.validity,
      cell: (row) =>
        row.validUntil === null || row.state === "accepted" || row.state === "declined" ? (
          "–"
        ) : (
          <QuoteValidity state={row.state} validUntil={row.validUntil} today={today} />
        ),
    },
    { key: "lines", head: q.goods, number: true, phone: "hide", cell: (row) => row.lines },
    { key: "value", head: q.value, number: true, cell: (row) => <Money cents={row.valueCents} /> },
  ];
}
