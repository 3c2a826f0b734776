import type { Locale } from "#app/words/locale.ts";
import { formatShortByUnit, type Unit } from "#app/words/numbers.ts";
import type { Plane } from "./plane.ts";
import { isLabelled, scaled } from "./scale.ts";
import { useLocale } from "./words.tsx";

/** The place of a point along the bottom. */
export function xOf(index: number, count: number, plane: Plane): number {
  return scaled(index, 0, Math.max(1, count - 1), plane.left, plane.width - plane.right);
}

/** The place of a value on the height. */
export function yOf(value: number, ticks: readonly number[], plane: Plane): number {
  return scaled(value, ticks[0] ?? 0, ticks.at(-1) ?? 1, plane.height - plane.bottom, plane.top);
}

/** What stands beside a grid line; nothing where values are so small that the line below says the same. */
export function saidOnce(ticks: readonly number[], index: number, unit: Unit, locale: Locale): string | null {
  const said = formatShortByUnit(ticks[index] ?? 0, unit, locale);
  return index > 0 && said === formatShortByUnit(ticks[index - 1] ?? 0, unit, locale) ? null : said;
}

/** Grid lines with their values, and the names along the bottom. */
export function Axes({
  ticks,
  labels,
  unit,
  plane,
}: {
  ticks: readonly number[];
  labels: readonly string[];
  unit: Unit;
  plane: Plane;
}) {
  const locale = useLocale();
  return (
    <g>
      {ticks.map((tick, index) => {
        const y = yOf(tick, ticks, plane);
        return (
          <g key={tick}>
            <line className="chart-grid" x1={plane.left} x2={plane.width - plane.right} y1={y} y2={y} />
            <text x={plane.left - 6} y={y + 4} textAnchor="end">
              {saidOnce(ticks, index, unit, locale)}
            </text>
          </g>
        );
      })}
      {labels.map((label, index) =>
        isLabelled(index, labels.length, plane.labels) ? (
          <text
            key={label}
            x={xOf(index, labels.length, plane)}
            y={plane.height - 6}
            textAnchor={index === labels.length - 1 ? "end" : "middle"}
          >
            {label}
          </text>
        ) : null,
      )}
    </g>
  );
}
