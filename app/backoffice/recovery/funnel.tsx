import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { CustomerFilters } from "#app/backoffice/customers/customer-filters.tsx";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { customerFilterShape } from "#app/domain/customers/filter.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { read } from "#app/domain/indicators/read.server.ts";
import { dayOf, daysAfter } from "#app/domain/period.ts";
import { customersMatching } from "#app/domain/portfolio/filter.server.ts";
import { funnelCustomers, funnelOf } from "#app/domain/recovery/funnel.server.ts";
import { funnelSteps } from "#app/domain/recovery/funnel.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { hrefWith } from "#app/kit/address.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { ChartFunnel } from "#app/kit/chart-funnel.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Filters } from "#app/kit/filters.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Reading } from "#app/kit/reading.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/words/days.ts";
import { funnelWords } from "#app/words/funnel.ts";
import { FunnelTable } from "./funnel-table.tsx";

const asked = customerFilterShape.extend({
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(7), z.literal(30), z.literal(90), z.literal(365)]))
    .default(30),
  step: z.enum(funnelSteps).default("with_access"),
  stopped: z.enum(["true"]).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

const pageSize = 50;
const beside = ["conversion", "cart-abandonment", "abandoned-value", "recovery-rate"];

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const { days, step, stopped, page, ...filter } = searchOf(request, asked).value;
  const asOf = new Date();
  const settings = await settingsAsOf(asOf);
  const among = customersMatching(filter, scope, asOf, settings);
  const to = daysAfter(dayOf(asOf), 1);
  const period = { from: daysAfter(to, -days), to };
  const locale = await localeOf(request);
  const isStopped = stopped === "true";
  const [counts, rows, choices, readings] = await Promise.all([
    funnelOf(among, period, asOf),
    funnelCustomers(among, period, asOf, step, isStopped, { limit: pageSize, offset: (page - 1) * pageSize }),
    filterChoices(scope, filter),
    Promise.all(beside.map((key) => read(key, { scope, ...period, asOf, filter }, locale))),
  ]);
  const level = funnelSteps.indexOf(step);
  const after = funnelSteps[level + 1];
  const total = counts[step] - (isStopped && after ? counts[after] : 0);
  const tiles = readings.map(({ key, name, definition, unit, value, previous }) => ({
    key,
    name,
    definition,
    unit,
    value,
    previous,
  }));
  return { counts, rows, total, choices, tiles, filter, days, step, isStopped, page, period, asOf };
}

export default function Funnel() {
  const { counts, rows, total, choices, tiles, filter, days, step, isStopped, page, period, asOf } =
    useLoaderData<typeof loader>();
  const w = useWords(funnelWords);
  const { search } = useLocation();
  const at = (key: string, stopped: boolean) =>
    `${hrefWith(search, { step: key, stopped: stopped ? "true" : null, page: null })}#customers`;
  return (
    <div className="page">
      <PageHeader
        title={w.funnel}
        lead={w.lead(formatDay(period.from), formatDay(daysAfter(period.to, -1)))}
        actions={
          <ButtonLink icon="rescue" href={paths.office.recovery()}>
            {w.carts}
          </ButtonLink>
        }
      />
      <CustomerFilters filter={filter} choices={choices} />
      <Filters
        filters={[
          {
            name: "days",
            label: w.period,
            options: [7, 30, 90, 365].map((value) => ({ value: String(value), label: w.days(value) })),
            chosen: [String(days)],
          },
        ]}
      />
      {counts.with_access === 0 ? (
        <Card>
          <EmptyState
            icon="funnel"
            title={w.noAccess}
            action={<ButtonLink href={paths.office.accessRequests()}>{w.requests}</ButtonLink>}
          >
            {w.noAccessLead}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Card>
            <ChartFunnel
              label={w.funnel}
              steps={funnelSteps.map((key) => ({
                key,
                label: w.steps[key],
                value: counts[key],
                href: at(key, false),
                stoppedHref: at(key, true),
              }))}
            />
          </Card>
          <div className="tiles">
            {tiles.map((tile) => (
              <Reading
                key={tile.key}
                reading={{
                  ...tile,
                  better: tile.key === "conversion" || tile.key === "recovery-rate" ? "more" : "less",
                  period: w.days(days),
                  href: paths.office.indicator(tile.key, { from: period.from, to: period.to }),
                }}
              />
            ))}
          </div>
          <Card id="customers" title={isStopped ? w.stopped[step] : w.reached[step]} flush>
            {rows.length > 0 ? (
              <FunnelTable rows={rows} asOf={asOf} />
            ) : (
              <EmptyState icon="users" title={w.emptyTitle}>
                {w.emptyLead}
              </EmptyState>
            )}
          </Card>
          <Pagination page={page} pageSize={pageSize} total={total} />
        </>
      )}
    </div>
  );
}
