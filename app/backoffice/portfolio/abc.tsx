import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { CustomerFilters } from "#app/backoffice/customers/customer-filters.tsx";
import { DayChooser } from "#app/backoffice/indicators/as-of.tsx";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { abcClasses, customerFilterShape } from "#app/domain/customers/filter.ts";
import { abcCurve } from "#app/domain/indicators/abc-curve.server.ts";
import { read } from "#app/domain/indicators/read.server.ts";
import { isDay, startOf } from "#app/domain/period.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { hrefWith } from "#app/kit/address.ts";
import { Card } from "#app/kit/card.tsx";
import { ChartHeat } from "#app/kit/chart-heat.tsx";
import { ChartPareto } from "#app/kit/chart-pareto.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatDay } from "#app/words/days.ts";
import { portfolioWords } from "#app/words/portfolio.ts";
import { AbcList } from "./abc-list.tsx";

const asked = customerFilterShape.extend({
  asOf: z.string().refine(isDay).optional(),
  of: z.enum(["customers", "products"]).default("customers"),
  class: z.enum(abcClasses).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

const pageSize = 50;
const places = [...abcClasses, "none"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const { asOf: day, of, class: only, page, ...filter } = searchOf(request, asked).value;
  const reading = { scope, from: null, to: null, asOf: day ? startOf(day) : new Date(), filter, of };
  const locale = await localeOf(request, user.locale);
  const [curve, migration, choices] = await Promise.all([
    abcCurve(reading, { only: only ?? null, page, pageSize }),
    of === "customers" ? read("abc-migration", reading, locale) : null,
    filterChoices(scope, filter),
  ]);
  const moves = (migration?.slices ?? []).map(({ key, value }) => ({ key, value: value ?? 0 }));
  return { curve, moves, choices, filter, day: day ?? null, of, only: only ?? null };
}

export default function Abc() {
  const { curve, moves, choices, filter, day, of, only } = useLoaderData<typeof loader>();
  const w = useWords(portfolioWords);
  const locale = useLocale();
  const { search } = useLocation();
  const { window: span, counts, points, list } = curve;
  const place = (key: string) => (key === "none" ? w.absent : key);
  return (
    <div className="page">
      <PageHeader
        title={w.abc}
        lead={w.abcLead(formatDay(span.from, locale), formatDay(span.to, locale))}
        actions={<DayChooser days={[{ name: "asOf", label: w.asOf, value: day }]} button={w.show} />}
      />
      <Tabs
        label={w.abc}
        current={of}
        tabs={[
          { key: "customers", label: w.ofCustomers, href: hrefWith(search, { of: null, class: null }) },
          { key: "products", label: w.ofProducts, href: hrefWith(search, { of: "products", class: null }) },
        ]}
      />
      <CustomerFilters filter={filter} choices={choices} />
      {points.length === 0 ? (
        <EmptyState icon="chart" title={w.noSales}>
          {w.noSalesMore}
        </EmptyState>
      ) : (
        <>
          <div className="columns">
            <Card title={w.curve}>
              <ChartPareto
                label={w.curve}
                rankName={of === "products" ? w.product : w.customer}
                counts={counts}
                points={points.map((point) => ({
                  key: String(point.rank),
                  label: `${point.rank}. ${point.name}`,
                  share: point.share,
                  abcClass: point.abcClass,
                }))}
              />
            </Card>
            {moves.length > 0 ? (
              <Card title={w.migration} foot={<p className="text-sm text-muted">{w.migrationLead}</p>} flush>
                <ChartHeat
                  label={w.migration}
                  unit="number"
                  columns={places.map(place)}
                  rows={places.map((before) => ({
                    key: before,
                    label: place(before),
                    cells: places.map((now) => moves.find((move) => move.key === `${before}>${now}`)?.value ?? null),
                  }))}
                />
              </Card>
            ) : null}
          </div>
          <Card title={of === "products" ? w.ofProducts : w.ofCustomers} flush>
            <div className="card-pad">
              <Tabs
                label={w.class}
                current={only ?? ""}
                tabs={[
                  {
                    key: "",
                    label: w.all,
                    count: counts.A + counts.B + counts.C,
                    href: hrefWith(search, { class: null }),
                  },
                  ...abcClasses.map((key) => ({
                    key,
                    label: key,
                    count: counts[key],
                    href: hrefWith(search, { class: key }),
                  })),
                ]}
              />
            </div>
            <AbcList rows={list.rows} of={of} />
          </Card>
          <Pagination page={list.page} pageSize={list.pageSize} total={list.total} />
        </>
      )}
    </div>
  );
}
