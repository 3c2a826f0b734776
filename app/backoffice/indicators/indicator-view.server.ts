import type { Scope } from "#app/domain/customers/buyer.ts";
import type { Indicator, Reading, ReadingScope, RowColumn } from "#app/domain/indicators/indicator.ts";
import { paramsOf, readingFromQuery } from "#app/domain/indicators/query.ts";
import { seriesOf } from "#app/domain/indicators/read.server.ts";
import { computedOf } from "#app/domain/indicators/register.server.ts";
import { readWithRows } from "#app/domain/indicators/rows.server.ts";
import { dayOf, daysAfter, isDay, monthStart, untilOf } from "#app/domain/period.ts";
import { notFound } from "#app/http/answer.ts";
import type { Locale } from "#app/words/locale.ts";
import type { Cohort, Point } from "./over-time.tsx";
import type { ShownColumn } from "./rows-table.tsx";

const mostSlices = 40;

/** What an indicator's address asks; a total without a period is read for the month so far. */
export function askedIn(request: Request, key: string, scope: Scope, now: Date) {
  const indicator = computedOf(key);
  if (!indicator) throw notFound();
  const params = new URL(request.url).searchParams;
  const { query, wrong } = readingFromQuery(params, now);
  const by = query.by && indicator.dims.includes(query.by) ? query.by : null;
  const isTotal = indicator.over === "period" && indicator.usual === "all";
  const last = daysAfter(query.to ?? untilOf(query.asOf), -1);
  const from = query.from ?? (isTotal && indicator.key !== "cohort-retention" ? monthStart(last) : null);
  const reading: ReadingScope = { ...query, from, by, every: null, scope };
  const asOfDay = params.get("asOf");
  return { indicator, reading, wrong, slice: params.get("slice"), asOfDay: asOfDay && isDay(asOfDay) ? asOfDay : null };
}

/** The reading of each of the last twelve months, for totals; a number of a moment has its own. */
function overMonths(indicator: Indicator, reading: ReadingScope): ReadingScope {
  const last = daysAfter(reading.to ?? untilOf(reading.asOf), -1);
  const from = indicator.over === "period" ? monthStart(last, -11) : null;
  return { ...reading, from, by: null, every: "month" };
}

const pointOf = ({ from, value, values }: Point): Point => ({ from, value, values });

function cohortsIn(reading: Reading): Cohort[] {
  return reading.slices
    .filter((slice) => slice.series)
    .slice(-14)
    .map(({ key, value, series }) => ({
      key,
      size: value ?? 0,
      shares: (series ?? []).slice(0, 13).map((stretch) => stretch.values.share ?? null),
    }));
}

const shownColumn = (column: RowColumn, locale: Locale): ShownColumn => ({
  key: column.key,
  kind: column.kind,
  name: column.name[locale],
});

/** All the page of one indicator shows: the number, how it moved, its slices and the rows behind it. */
export async function indicatorView(
  { indicator, reading, slice, asOfDay }: ReturnType<typeof askedIn>,
  { page, pageSize }: { page: number; pageSize: number },
  locale: Locale,
) {
  const isDaily = indicator.key === "revenue-evolution";
  const hasMonths =
    !isDaily && indicator.usual !== "year" && indicator.fact !== "product_days" && indicator.key !== "cohort-retention";
  const found = readWithRows(indicator.key, reading, { slice, page, pageSize }, locale);
  const [{ reading: main, list }, months] = await Promise.all([
    found,
    hasMonths ? seriesOf(indicator.key, overMonths(indicator, reading), { asked: reading, found }, locale) : [],
  ]);
  const cohorts = cohortsIn(main);
  return {
    key: indicator.key,
    name: main.name,
    definition: main.definition,
    unit: main.unit,
    better: indicator.better,
    value: main.value,
    previous: main.previous,
    tooLittle: main.tooLittle ?? null,
    from: main.from,
    to: main.to,
    isMoment: indicator.over === "moment",
    companions: Object.entries(indicator.companions).map(([key, { name, unit }]) => ({
      key,
      name: name[locale],
      unit,
      value: main.values[key] ?? null,
    })),
    slices:
      cohorts.length > 0
        ? []
        : main.slices.slice(0, mostSlices).map(({ key, label, value }) => ({ key, label, value })),
    hasOwnSlices: indicator.ownSlices !== undefined && (reading.by ?? null) === null,
    cohorts,
    points: (isDaily ? main.series : months).map(pointOf),
    isDaily,
    by: reading.by ?? null,
    of: indicator.ofProducts ? (reading.of ?? "customers") : null,
    dims: indicator.dims,
    slice,
    columns: list.columns.map((column) => shownColumn(column, locale)),
    list: list.page,
    filter: reading.filter,
    asOfDay,
    today: dayOf(reading.asOf),
    csv: paramsOf({ ...reading }).toString(),
  };
}
