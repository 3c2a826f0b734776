import type { Unit } from "#app/words/numbers.ts";
import { type Series, said, type TimePoint } from "./chart-area.tsx";
import { Axes, plane, xOf, yOf } from "./chart-axes.tsx";
import { ChartFrame, Legend } from "./chart-frame.tsx";
import { ticksFor } from "./scale.ts";
import { useLocale } from "./words.tsx";

/** Lines over time, for comparing; the name stands at the end of a lone line, a legend above several. */
export function ChartLine({
  label,
  points,
  series,
  unit = "number",
}: {
  label: string;
  points: readonly TimePoint[];
  series: readonly Series[];
  unit?: Unit;
}) {
  const locale = useLocale();
  const all = points.flatMap((point) => series.map((one) => point.values[one.key] ?? 0));
  const ticks = ticksFor(Math.min(0, ...all), Math.max(0, ...all));
  return (
    <ChartFrame
      label={label}
      legend={series.length > 1 ? <Legend items={series} /> : null}
      table={{
        head: ["", ...series.map((one) => one.label)],
        rows: points.map((point) => ({
          key: point.key,
          head: point.label,
          cells: series.map((one) => said(point.values[one.key], unit, locale)),
        })),
      }}
    >
      <svg viewBox={`0 0 ${plane.width} ${plane.height}`} role="img" aria-label={label}>
        <Axes ticks={ticks} labels={points.map((point) => point.label)} unit={unit} />
        {series.map((one) => (
          <path
            key={one.key}
            className={`stroke-${one.fill}`}
            d={lineOf(
              points.map((point) => point.values[one.key] ?? null),
              ticks,
            )}
            fill="none"
            strokeWidth="2"
            strokeLinejoin="round"
            strokeDasharray={one.dashed ? "4 4" : undefined}
          />
        ))}
      </svg>
    </ChartFrame>
  );
}

/** A path through the values; it breaks where there is none. */
function lineOf(values: readonly (number | null)[], ticks: readonly number[]): string {
  let isDrawing = false;
  return values
    .map((value, index) => {
      if (value === null) {
        isDrawing = false;
        return "";
      }
      const step = `${isDrawing ? "L" : "M"}${xOf(index, values.length)} ${yOf(value, ticks)}`;
      isDrawing = true;
      return step;
    })
    .join("");
}
