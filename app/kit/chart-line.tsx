import { type OverTime, useTimeTable } from "./chart-area.tsx";
import { Axes, xOf, yOf } from "./chart-axes.tsx";
import { ChartFrame, Legend } from "./chart-frame.tsx";
import type { Plane } from "./plane.ts";
import { ticksFor } from "./scale.ts";

/** Lines over time, for comparing; a lone line needs no legend. */
export function ChartLine({ label, points, series, unit = "number" }: OverTime) {
  const all = points.flatMap((point) => series.map((one) => point.values[one.key] ?? 0));
  const ticks = ticksFor(Math.min(0, ...all), Math.max(0, ...all));
  return (
    <ChartFrame
      label={label}
      legend={series.length > 1 ? <Legend items={series} /> : null}
      table={useTimeTable({ label, points, series, unit })}
      draw={(plane) => (
        <svg viewBox={`0 0 ${plane.width} ${plane.height}`} role="img" aria-label={label}>
          <Axes ticks={ticks} labels={points.map((point) => point.label)} unit={unit} plane={plane} />
          {series.map((one) => (
            <path
              key={one.key}
              className={`line-${one.fill}`}
              d={lineOf(
                points.map((point) => point.values[one.key] ?? null),
                ticks,
                plane,
              )}
              fill="none"
              strokeWidth="2"
              strokeLinejoin="round"
              strokeDasharray={one.dashed ? "4 4" : undefined}
            />
          ))}
        </svg>
      )}
    />
  );
}

/** A path through the values; it breaks where there is none. */
function lineOf(values: readonly (number | null)[], ticks: readonly number[], plane: Plane): string {
  let isDrawing = false;
  return values
    .map((value, index) => {
      if (value === null) {
        isDrawing = false;
        return "";
      }
      const step = `${isDrawing ? "L" : "M"}${xOf(index, values.length, plane)} ${yOf(value, ticks, plane)}`;
      isDrawing = true;
      return step;
    })
    .join("");
}
