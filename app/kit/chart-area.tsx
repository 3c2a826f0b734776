import { formatByUnit, type Unit } from "#app/words/numbers.ts";
import { Axes, xOf, yOf } from "./chart-axes.tsx";
import { ChartFrame, type Fill, Legend } from "./chart-frame.tsx";
import type { Plane } from "./plane.ts";
import { ticksFor } from "./scale.ts";
import { useLocale } from "./words.tsx";

/** One moment of a chart over time, with a value for each series. */
export interface TimePoint {
  key: string;
  label: string;
  values: Record<string, number | null>;
}

/** One line or layer of a chart over time. */
export interface Series {
  key: string;
  label: string;
  fill: Fill;
  dashed?: boolean;
}

/** What a chart over time is drawn from. */
export interface OverTime {
  label: string;
  points: readonly TimePoint[];
  series: readonly Series[];
  unit?: Unit;
}

/** Layers over time that add up to a whole: standing at each month's end. */
export function ChartArea({ label, points, series, unit = "number" }: OverTime) {
  const sums = points.map((point) => series.reduce((sum, one) => sum + (point.values[one.key] ?? 0), 0));
  const ticks = ticksFor(0, Math.max(0, ...sums));
  const below = points.map(() => 0);
  const layers = series.map((one) => {
    const lower = [...below];
    for (const [index, point] of points.entries()) below[index] = (below[index] ?? 0) + (point.values[one.key] ?? 0);
    return { ...one, lower, upper: [...below] };
  });
  const outline = (layer: { lower: number[]; upper: number[] }, plane: Plane) => {
    const along = (heights: number[]) =>
      heights.map((height, index) => `${xOf(index, points.length, plane)},${yOf(height, ticks, plane)}`);
    return [...along(layer.upper), ...along(layer.lower).reverse()].join(" ");
  };
  return (
    <ChartFrame
      label={label}
      legend={<Legend items={series} />}
      table={useTimeTable({ label, points, series, unit })}
      draw={(plane) => (
        <svg viewBox={`0 0 ${plane.width} ${plane.height}`} role="img" aria-label={label}>
          <Axes ticks={ticks} labels={points.map((point) => point.label)} unit={unit} plane={plane} />
          {layers.map((layer) => (
            <polygon
              key={layer.key}
              className={`fill-${layer.fill}`}
              points={outline(layer, plane)}
              stroke="var(--color-surface)"
              strokeWidth="1"
            />
          ))}
        </svg>
      )}
    />
  );
}

/** The numbers of a chart over time as its table. */
export function useTimeTable({ points, series, unit = "number" }: OverTime) {
  const locale = useLocale();
  return {
    head: ["", ...series.map((one) => one.label)],
    rows: points.map((point) => ({
      key: point.key,
      head: point.label,
      cells: series.map((one) => said(point.values[one.key], unit, locale)),
    })),
  };
}

/** A value in its unit, or a dash where there is none. */
export function said(value: number | null | undefined, unit: Unit, locale: "pt-BR" | "en"): string {
  return value === null || value === undefined ? "–" : formatByUnit(value, unit, locale);
}
