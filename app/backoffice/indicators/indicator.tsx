import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { Fragment } from "react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { CustomerFilters } from "#app/backoffice/customers/customer-filters.tsx";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { hrefWith } from "#app/kit/address.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { ChartBars } from "#app/kit/chart-bars.tsx";
import { Filters } from "#app/kit/filters.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Reading } from "#app/kit/reading.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/words/days.ts";
import { commonWords } from "#app/words/everyday.ts";
import { indicatorWords } from "#app/words/indicators.ts";
import { formatByUnit, type Unit } from "#app/words/numbers.ts";
import { DayChooser } from "./as-of.tsx";
import { askedIn, indicatorView } from "./indicator-view.server.ts";
import { Cohorts, OverTime } from "./over-time.tsx";
import { RowsTable } from "./rows-table.tsx";

const asked = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) });
const pageSize = 50;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "indicators");
  const ask = askedIn(request, params.key ?? "", scope, new Date());
  const { page } = searchOf(request, asked).value;
  const locale = await localeOf(request, user.locale);
  const [view, choices] = await Promise.all([
    indicatorView(ask, { page, pageSize }, locale),
    filterChoices(scope, ask.reading.filter),
  ]);
  return { ...view, choices, wrong: ask.wrong, asOf: ask.reading.asOf };
}

/** Beside their names, counted customers and orders need no noun. */
const plainUnit = (unit: Unit): Unit => (unit === "customers" || unit === "orders" ? "number" : unit);

export default function IndicatorPage() {
  const view = useLoaderData<typeof loader>();
  const w = useWords(indicatorWords);
  const common = useWords(commonWords);
  const locale = useLocale();
  const { search } = useLocation();
  const period = view.isMoment
    ? view.asOfDay
      ? w.heldAt(formatDay(view.asOfDay, locale))
      : w.heldNow
    : w.heldFrom(formatDay(view.from, locale), formatDay(view.to, locale));
  const days = view.isMoment
    ? [{ name: "asOf", label: w.asOf, value: view.asOfDay }]
    : [
        { name: "from", label: w.from, value: view.from },
        { name: "to", label: w.to, value: view.to },
      ];
  const chosen = view.slices.find((slice) => slice.key === view.slice);
  return (
    <div className="page">
      <PageHeader
        title={view.name}
        lead={view.definition}
        trail={[{ label: w.indicators, href: paths.office.indicators() }, { label: view.name }]}
        actions={<DayChooser days={days} button={w.show} />}
      />
      <CustomerFilters filter={view.filter} choices={view.choices} />
      {view.wrong.length > 0 ? <Notice tone="warn">{common.ignoredFilters(view.wrong.join(", "))}</Notice> : null}
      <div className="tiles">
        <Reading reading={{ ...view, period }}>
          {view.tooLittle ? (
            <p className="text-sm text-muted">{w.tooLittle(view.tooLittle.counted, view.tooLittle.minimum)}</p>
          ) : null}
        </Reading>
        {view.companions.length > 0 ? (
          <section className="reading col-span-2 sm:col-span-1">
            <h2 className="text-sm font-medium tracking-normal text-muted">{w.companions}</h2>
            <dl className="facts">
              {view.companions.map((one) => (
                <Fragment key={one.key}>
                  <dt>{one.name}</dt>
                  <dd className="num">
                    {one.value === null ? "–" : formatByUnit(one.value, plainUnit(one.unit), locale)}
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ) : null}
      </div>
      <div className="row">
        <Filters
          filters={[
            {
              name: "by",
              label: w.by,
              options: view.dims.map((value) => ({ value, label: w.dimensions[value] })),
              chosen: view.by ? [view.by] : [],
            },
          ]}
        />
      </div>
      <div className="stack items-start xl:grid-cols-2">
        <OverTime name={view.name} unit={view.unit} points={view.points} isDaily={view.isDaily} />
        {view.slices.length > 0 ? (
          <Card title={w.slices}>
            <ChartBars
              label={w.slices}
              unit={view.hasOwnSlices ? "number" : view.unit}
              bars={view.slices.map((slice) => ({
                key: slice.key,
                label: slice.label,
                value: slice.value ?? 0,
                note: slice.value === null ? "–" : undefined,
                href: `${hrefWith(search, { slice: slice.key })}#rows`,
              }))}
            />
          </Card>
        ) : null}
      </div>
      {view.cohorts.length > 0 ? <Cohorts cohorts={view.cohorts} /> : null}
      <section id="rows" className="stack-sm">
        <Card
          title={chosen ? w.rowsOfSlice(chosen.label) : w.rows}
          actions={
            <>
              {view.slice === null ? null : (
                <ButtonLink size="sm" href={`${hrefWith(search, { slice: null })}#rows`}>
                  {w.allRows}
                </ButtonLink>
              )}
              <ButtonLink
                size="sm"
                icon="download"
                href={`${paths.office.indicatorRows(view.key)}?${view.csv}${view.slice ? `&slice=${encodeURIComponent(view.slice)}` : ""}`}
              >
                {common.exportCsv}
              </ButtonLink>
            </>
          }
          flush
        >
          <RowsTable caption={w.rows} columns={view.columns} rows={view.list.rows} />
        </Card>
        <Pagination page={view.list.page} pageSize={view.list.pageSize} total={view.list.total} />
      </section>
    </div>
  );
}
