import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { quoteStateOf, quoteStates } from "#app/domain/quotes/quote.ts";
import { quotesIn, quotesWaiting } from "#app/domain/quotes/quote-list.server.ts";
import { searchOf } from "#app/http/search.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Filters, SearchBox } from "#app/kit/filters.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { formatCents } from "#app/words/numbers.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { officeQuoteWords } from "#app/words/quotes-office.ts";
import { useQuoteColumns } from "./quote-columns.tsx";
import { filterFrom, quoteSearch } from "./quote-search.ts";

/** The quotes of the scope, those that wait for an answer first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const asOf = new Date();
  const today = dayOf(asOf);
  const { value, ignored } = searchOf(request, quoteSearch);
  const filter = filterFrom(value);
  const [found, waiting, { reps }] = await Promise.all([
    quotesIn(scope, filter, { ...value, today }),
    quotesWaiting(scope),
    filterChoices(scope, filter),
  ]);
  const rows = found.rows.map((row) => ({ ...row, state: quoteStateOf(row, today) }));
  return { quotes: { ...found, rows }, waiting, filter, sort: value.sort, reps, ignored, today, asOf };
}

export type OfficeQuote = Awaited<ReturnType<typeof loader>>["quotes"]["rows"][number];

export default function OfficeQuotes() {
  const { quotes, waiting, filter, sort, reps, ignored, today, asOf } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const w = useWords(officeQuoteWords);
  const q = useWords(quoteWords);
  const common = useWords(commonWords);
  const locale = useLocale();
  const many = true;
  const chips = [
    {
      ...{ name: "state", label: q.state, many, chosen: filter.state },
      options: quoteStates.map((value) => ({ value, label: q.states[value] })),
    },
    {
      ...{ name: "rep", label: q.rep, many, chosen: filter.rep.map(String) },
      options: reps.map(({ id, name }) => ({ value: String(id), label: name })),
      more: { source: paths.office.choices("rep"), by: "id" as const },
    },
  ].filter((chip) => chip.options.length > 0);
  const lead = `${w.found(quotes.total)}; ${w.waiting(waiting.count, formatCents(waiting.valueCents, locale))}`;
  return (
    <div className="page">
      <PageHeader title={q.title} lead={quotes.total > 0 ? lead : w.lead} />
      {ignored.length > 0 ? <Notice tone="warn">{common.ignoredFilters(ignored.join(", "))}</Notice> : null}
      <Filters filters={chips}>
        <SearchBox value={filter.q} label={w.search} />
      </Filters>
      <Table
        caption={q.title}
        columns={useQuoteColumns(today, asOf)}
        rows={quotes.rows}
        rowKey={(row) => row.number}
        sort={sort}
        empty={
          <EmptyState icon="tag" title={search ? w.noneFound : w.none}>
            {search ? <a href={paths.office.quotes()}>{q.title}</a> : w.noneLead}
          </EmptyState>
        }
      />
      <Pagination page={quotes.page} pageSize={quotes.pageSize} total={quotes.total} />
    </div>
  );
}
