import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { CustomerFilters } from "#app/backoffice/customers/customer-filters.tsx";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { customerFilterShape } from "#app/domain/customers/filter.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { dayOf, daysAfter } from "#app/domain/period.ts";
import { customersMatching } from "#app/domain/portfolio/filter.server.ts";
import { queueTotals, quietCarts } from "#app/domain/recovery/queue.server.ts";
import { queueViews } from "#app/domain/recovery/queue.ts";
import { searchOf } from "#app/http/search.ts";
import { hrefWith } from "#app/kit/address.ts";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Filters } from "#app/kit/filters.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatShortCents } from "#app/words/numbers.ts";
import { recoveryWords } from "#app/words/recovery.ts";
import { CartTable } from "./cart-table.tsx";

const asked = customerFilterShape.extend({
  view: z.enum(queueViews).default("waiting"),
  days: z.coerce
    .number()
    .pipe(z.union([z.literal(14), z.literal(30), z.literal(90), z.literal(365)]))
    .default(30),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});

const pageSize = 50;

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const { view, days, page, ...filter } = searchOf(request, asked).value;
  const asOf = new Date();
  const settings = await settingsAsOf(asOf);
  const among = customersMatching(filter, scope, asOf, settings);
  const to = daysAfter(dayOf(asOf), 1);
  const period = { from: daysAfter(to, -days), to };
  const [carts, totals, choices] = await Promise.all([
    quietCarts(among, period, view, asOf, settings, { limit: pageSize, offset: (page - 1) * pageSize }),
    queueTotals(among, period, asOf, settings),
    filterChoices(scope, filter),
  ]);
  return { carts, totals, choices, filter, view, days, page, asOf, hours: settings.abandonedAfterHours };
}

export default function Recovery() {
  const { carts, totals, choices, filter, view, days, page, asOf, hours } = useLoaderData<typeof loader>();
  const w = useWords(recoveryWords);
  const locale = useLocale();
  const { search } = useLocation();
  return (
    <div className="page">
      <PageHeader title={w.recovery} lead={w.lead(hours)} />
      <Tabs
        label={w.recovery}
        current={view}
        tabs={queueViews.map((key) => ({
          key,
          label: (
            <>
              {w.view[key]} <span className="faint tnum">{formatShortCents(totals[key].valueCents, locale)}</span>
            </>
          ),
          count: totals[key].carts,
          href: hrefWith(search, { view: key, page: null }),
        }))}
      />
      <CustomerFilters filter={filter} choices={choices} />
      <Filters
        filters={[
          {
            name: "days",
            label: w.period,
            options: [14, 30, 90, 365].map((value) => ({ value: String(value), label: w.days(value) })),
            chosen: [String(days)],
          },
        ]}
      />
      <Card flush>
        {carts.length > 0 ? (
          <CartTable carts={carts} asOf={asOf} view={view} />
        ) : (
          <EmptyState icon="rescue" title={w.emptyTitle[view]}>
            {w.emptyLead}
          </EmptyState>
        )}
      </Card>
      <Pagination page={page} pageSize={pageSize} total={totals[view].carts} />
    </div>
  );
}
