import type { Scope } from "#app/domain/customers/buyer.ts";
import type { CustomerFilter } from "#app/domain/customers/filter.ts";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import type { Dimension } from "#app/domain/indicators/indicator.ts";
import { read, stretchesOf } from "#app/domain/indicators/read.server.ts";
import { rowsBehind } from "#app/domain/indicators/rows.server.ts";
import { daysAfter, monthStart, untilOf } from "#app/domain/period.ts";
import {
  balancesOf,
  customersThatMoved,
  type PortfolioMove,
  portfolioMoves,
} from "#app/domain/portfolio/balance.server.ts";
import { customersAmong } from "#app/domain/portfolio/filter.server.ts";
import type { Locale } from "#app/words/locale.ts";
import type { StandingKey } from "#app/words/standing.ts";
import type { MonthOfPortfolio } from "./evolution.tsx";
import type { PortfolioRow } from "./portfolio-list.tsx";

/** What can be listed: a standing, or a way the month moved customers. */
export const portfolioShows = ["active", "recently_inactive", "long_inactive", "prospect", ...portfolioMoves] as const;
export type PortfolioShow = (typeof portfolioShows)[number];

interface Wanted {
  filter: CustomerFilter;
  asOf: Date;
  by: Dimension | null;
  show: PortfolioShow;
  page: number;
}

const pageSize = 50;

const isMove = (show: PortfolioShow): show is PortfolioMove => (portfolioMoves as readonly string[]).includes(show);

/** All the portfolio screen shows: standing now and at each month's end, what the months did, one slice as a list. */
export async function portfolioView(scope: Scope, { filter, asOf, by, show, page }: Wanted, locale: Locale) {
  const settings = await settingsAsOf(asOf);
  const among = customersAmong(filter, scope, asOf, settings);
  const base = { scope, from: null, to: null, asOf, filter };
  const until = untilOf(asOf);
  const thisMonth = { from: monthStart(daysAfter(until, -1)), to: until };
  const monthly = { ...base, every: "month", isBare: true } as const;
  const months = (await stretchesOf("standing-evolution", monthly)).map(({ from, to }) => ({
    from: monthStart(from),
    to,
  }));
  const [reading, parts, renewals, balances, list] = await Promise.all([
    read("standing-evolution", monthly, locale),
    by ? read("standing", { ...base, by }, locale) : null,
    read("renewals-due", { ...base, isBare: true }, locale),
    balancesOf(among, months, settings),
    isMove(show)
      ? customersThatMoved(among, show, thisMonth, settings, { page, pageSize })
      : rowsBehind("standing", base, { slice: show, page, pageSize }),
  ]);
  const evolution = reading.series.map((stretch, i): MonthOfPortfolio => {
    const { active, recently_inactive, long_inactive } = stretch.values;
    return {
      from: stretch.from,
      active: active ?? 0,
      recently_inactive: recently_inactive ?? 0,
      long_inactive: long_inactive ?? 0,
      ...(balances[i] ?? { opened: 0, recovered: 0, lost: 0 }),
    };
  });
  return {
    total: reading.value ?? 0,
    definition: reading.definition,
    counts: Object.fromEntries(Object.entries(reading.values).map(([key, value]) => [key, value ?? 0])),
    moved: evolution.at(-1) ?? { opened: 0, recovered: 0, lost: 0 },
    renewals: renewals.value ?? 0,
    evolution,
    parts: (parts?.slices ?? [])
      .slice(0, 30)
      .map(({ key, label, value, values }) => ({ key, label, value: value ?? 0, values })),
    list: listed(list),
    isMove: isMove(show),
  };
}

function listed(list: Awaited<ReturnType<typeof customersThatMoved>> | Awaited<ReturnType<typeof rowsBehind>>) {
  if ("columns" in list) {
    const rows = list.page.rows.map(
      (row): PortfolioRow => ({
        customerId: row.customerId ?? 0,
        customer: row.customer ?? "",
        code: row.code ?? "",
        standing: row.standing as StandingKey,
        days: row.days_since as number | null,
        on: row.last_on as string | null,
      }),
    );
    return { ...list.page, rows };
  }
  return { ...list, rows: list.rows satisfies PortfolioRow[] };
}
