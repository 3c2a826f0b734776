import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { dueWeeks } from "#app/domain/receivables/receivable.ts";
import { overdueByAge, receivablesIn } from "#app/domain/receivables/receivable-list.server.ts";
import { searchOf } from "#app/http/search.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { formatCents } from "#app/words/numbers.ts";
import { receivableWords } from "#app/words/receivables.ts";
import { AgeTiles } from "./age-tiles.tsx";
import { useOfficeColumns } from "./receivable-columns.tsx";
import { ReceivableFilters } from "./receivable-filters.tsx";
import { filterFrom, receivableSearch } from "./receivable-search.ts";

/** The receivables of the scope: a rep's own customers, everybody's for a manager. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const { value, ignored } = searchOf(request, receivableSearch);
  const today = dayOf(new Date());
  const filter = filterFrom(value);
  const [found, ages, { reps }] = await Promise.all([
    receivablesIn(scope, filter, { ...value, today }),
    overdueByAge(scope, today),
    filterChoices(scope, filter),
  ]);
  const asked = { state: value.state, age: value.age, rep: value.rep, week: filter.week, q: value.q };
  return { found, ages, asked, sort: value.sort, reps, weeks: dueWeeks(today), ignored, today };
}

export type OfficeReceivable = Awaited<ReturnType<typeof loader>>["found"]["rows"][number];

export default function OfficeReceivables() {
  const { found, ages, asked, sort, reps, weeks, ignored, today } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const w = useWords(receivableWords);
  const common = useWords(commonWords);
  const locale = useLocale();
  const money = (cents: number) => formatCents(cents, locale);
  const lead =
    found.total > 0
      ? [w.found(found.total), w.openSum(money(found.openCents)), w.overdueSum(money(found.overdueCents))].join(" · ")
      : w.officeLead;
  return (
    <div className="page">
      <PageHeader
        title={w.title}
        lead={lead}
        actions={
          <ButtonLink href={`${paths.office.receivablesCsv()}${search}`} icon="download">
            {common.exportCsv}
          </ButtonLink>
        }
      />
      {ignored.length > 0 ? <Notice tone="warn">{common.ignoredFilters(ignored.join(", "))}</Notice> : null}
      <AgeTiles ages={ages} chosen={asked.age} />
      <ReceivableFilters asked={asked} reps={reps} weeks={weeks} />
      <Table
        caption={w.title}
        columns={useOfficeColumns(today)}
        rows={found.rows}
        rowKey={(row) => row.id}
        sort={sort}
        empty={
          <EmptyState icon="receipt" title={search ? w.noneFound : w.none}>
            {search ? <a href={paths.office.receivables()}>{w.title}</a> : w.noneLead}
          </EmptyState>
        }
      />
      <Pagination page={found.page} pageSize={found.pageSize} total={found.total} />
    </div>
  );
}
