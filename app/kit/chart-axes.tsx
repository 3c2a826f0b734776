import { formatShortByUnit, type Unit } from "#app/words/numbers.ts";
import { isLabelled, scaled } from "./scale.ts";
import { useLocale } from "./words.tsx";

/** The size of a drawing over time, in its own units. */
export const plane = { width: 720, height: 240, left: 52, right: 12, top: 12, bottom: 24 };

/** The place of a point along the bottom. */
export function xOf(index: number, count: number): number {
  return scaled(index, 0, Math.max(1, count - 1), plane.left, plane.width - plane.right);
}

/** The place of a value on the height. */
export function yOf(value: number, ticks: readonly number[]): number {
  return scaled(value, ticks[0] ?? 0, ticks.at(-1) ?? 1, plane.height - plane.bottom, plane.top);
}

/** Grid lines with their values, and the names along the bottom. */
export function Axes({ ticks, labels, unit }: { ticks: readonly number[]; labels: readonly string[]; unit: Unit }) {
  const locale = useLocale();
  return (
    <g>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            className="chart-grid"
            x1={plane.left}
            x2={plane.width - plane.right}
            y1={yOf(tick, ticks)}
            y2={yOf(tick, ticks)}
          />
          <text x={plane.left - 6} y={yOf(tick, ticks) + 4} textAnchor="end">
            {formatShortByUnit(tick, unit, locale)}
          </text>
        </g>
      ))}
      {labels.map((label, index) =>
        isLabelled(index, labels.length, 9) ? (
          <text
            key={label}
            x={xOf(index, labels.length)}
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
