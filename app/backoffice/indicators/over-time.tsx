import { Card } from "#app/kit/card.tsx";
import { ChartHeat } from "#app/kit/chart-heat.tsx";
import { ChartLine } from "#app/kit/chart-line.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatMonth, formatShortDay } from "#app/words/days.ts";
import { indicatorWords } from "#app/words/indicators.ts";
import type { Unit } from "#app/words/numbers.ts";

/** The number of one stretch. */
export interface Point {
  from: string;
  value: number | null;
  values: Record<string, number | null>;
}

/** A cohort with the share that ordered, month by month after its first. */
export interface Cohort {
  key: string;
  size: number;
  shares: (number | null)[];
}

/** A number month by month; a month so far beside the last one and the year before, day by day. */
export function OverTime({
  name,
  unit,
  points,
  isDaily,
}: {
  name: string;
  unit: Unit;
  points: readonly Point[];
  isDaily: boolean;
}) {
  const w = useWords(indicatorWords);
  const locale = useLocale();
  if (points.length < 2) return null;
  const lines = ["value", "lastMonth", "sameMonthLastYear"] as const;
  return (
    <Card title={isDaily ? name : w.byMonth}>
      <ChartLine
        label={name}
        unit={unit}
        points={points.map((point) => ({
          key: point.from,
          label: isDaily ? formatShortDay(point.from, locale) : formatMonth(point.from, locale),
          values: { value: point.value, ...(isDaily ? point.values : {}) },
        }))}
        series={
          isDaily
            ? lines.map((key, n) => ({ key, label: w.lines[key], fill: ([1, 4, 3] as const)[n] ?? 3, dashed: n > 0 }))
            : [{ key: "value", label: name, fill: 1 }]
        }
      />
    </Card>
  );
}

/** Cohorts by the months after their first order, the darker the more came back. */
export function Cohorts({ cohorts }: { cohorts: readonly Cohort[] }) {
  const w = useWords(indicatorWords);
  const locale = useLocale();
  const months = Math.max(0, ...cohorts.map((cohort) => cohort.shares.length));
  return (
    <Card title={w.cohorts} flush>
      <ChartHeat
        label={w.cohorts}
        corner={w.cohort}
        columns={Array.from({ length: months - 1 }, (_, n) => w.monthsAfter(n + 1))}
        rows={cohorts.map((cohort) => ({
          key: cohort.key,
          label: `${formatMonth(cohort.key, locale)} · ${cohort.size}`,
          cells: cohort.shares.slice(1),
        }))}
      />
    </Card>
  );
}
