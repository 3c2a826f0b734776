import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { CustomerFilters } from "#app/backoffice/customers/customer-filters.tsx";
import { DayChooser } from "#app/backoffice/indicators/as-of.tsx";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { customerFilterShape } from "#app/domain/customers/filter.ts";
import { isDay, startOf } from "#app/domain/period.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { hrefWith } from "#app/kit/address.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Tabs } from "#app/kit/tabs.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatDay } from "#app/words/days.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { portfolioWords } from "#app/words/portfolio.ts";
import { standingsWords } from "#app/words/standing.ts";
import { PortfolioEvolution } from "./evolution.tsx";
import { PortfolioParts, partDimensions } from "./parts.tsx";
import { PortfolioList } from "./portfolio-list.tsx";
import { type PortfolioShow, portfolioShows, portfolioView } from "./portfolio-view.server.ts";

const shows: readonly PortfolioShow[] = [
  "active",
  "recently_inactive",
  "long_inactive",
  "prospect",
  "opened",
  "recovered",
  "lost",
];

const asked = customerFilterShape.extend({
  asOf: z.string().refine(isDay).optional(),
  by: z.enum(partDimensions).optional(),
  show: z.string().default("active"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const { asOf: day, by, show: said, page, ...filter } = searchOf(request, asked).value;
  const asOf = day ? startOf(day) : new Date();
  const show = portfolioShows.find((known) => known === said) ?? "active";
  const locale = await localeOf(request, user.locale);
  const [view, choices] = await Promise.all([
    portfolioView(scope, { filter, asOf, by: by ?? null, show, page }, locale),
    filterChoices(scope, filter),
  ]);
  return { ...view, choices, filter, day: day ?? null, by: by ?? null, show };
}

export default function Portfolio() {
  const { total, counts, moved, renewals, evolution, parts, list, isMove, choices, filter, day, by, show } =
    useLoaderData<typeof loader>();
  const w = useWords(portfolioWords);
  const standing = useWords(standingsWords);
  const locale = useLocale();
  const { search } = useLocation();
  const said = formatNumber(total, locale);
  const label = (key: PortfolioShow) =>
    key === "opened" || key === "recovered" || key === "lost" ? w[key] : standing[key];
  const countOf = (key: PortfolioShow) =>
    key === "opened" || key === "recovered" || key === "lost" ? moved[key] : counts[key];
  return (
    <div className="page">
      <PageHeader
        title={w.portfolio}
        lead={day ? w.lead(said, formatDay(day, locale)) : w.leadNow(said)}
        actions={<DayChooser days={[{ name: "asOf", label: w.asOf, value: day }]} button={w.show} />}
      />
      <CustomerFilters filter={filter} choices={choices} />
      {total === 0 && (counts.prospect ?? 0) === 0 ? (
        <EmptyState
          icon="users"
          title={w.empty}
          action={<ButtonLink href={paths.office.imports()}>{w.importOrders}</ButtonLink>}
        >
          {w.nobodyMore}
        </EmptyState>
      ) : (
        <>
          <PortfolioEvolution months={evolution} />
          <PortfolioParts by={by} parts={parts} />
          <Card
            title={w.customers}
            actions={
              <ButtonLink size="sm" href={paths.office.customers({ renewal: "due" })}>
                {`${w.renewals}: ${formatNumber(renewals, locale)}`}
              </ButtonLink>
            }
            flush
          >
            <div className="card-pad">
              <Tabs
                label={w.customers}
                current={show}
                tabs={shows.map((key) => ({
                  key,
                  label: label(key),
                  count: countOf(key) ?? 0,
                  href: `${hrefWith(search, { show: key })}`,
                }))}
              />
            </div>
            <PortfolioList rows={list.rows} isMove={isMove} caption={label(show)} />
          </Card>
          <Pagination page={list.page} pageSize={list.pageSize} total={list.total} />
        </>
      )}
    </div>
  );
}
