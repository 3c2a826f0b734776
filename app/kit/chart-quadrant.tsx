import { formatShortByUnit, type Unit } from "#app/words/numbers.ts";
import { said } from "./chart-area.tsx";
import { saidOnce } from "./chart-axes.tsx";
import { ChartFrame, type Fill, Legend } from "./chart-frame.tsx";
import type { Plane } from "./plane.ts";
import { isLabelled, scaled, ticksFor } from "./scale.ts";
import { useLocale } from "./words.tsx";

/** One thing with two measures. */
export interface Dot {
  key: string;
  label: string;
  x: number;
  y: number;
  group: string;
  href?: string;
}

/** One of the two measures. */
export interface Measure {
  label: string;
  unit: Unit;
  /** Where the quadrants part; the middle value when not given. */
  border?: number;
}

/** Many things on two measures, parted into four fields: value against cost to serve. */
export function ChartQuadrant({
  label,
  dots,
  x,
  y,
  groups,
}: {
  label: string;
  dots: readonly Dot[];
  x: Measure;
  y: Measure;
  groups: readonly { key: string; label: string; fill: Fill }[];
}) {
  const locale = useLocale();
  return (
    <ChartFrame
      label={label}
      legend={<Legend items={groups} />}
      table={{
        head: ["", x.label, y.label],
        rows: dots.map((dot) => ({
          key: dot.key,
          head: dot.href ? <a href={dot.href}>{dot.label}</a> : dot.label,
          cells: [said(dot.x, x.unit, locale), said(dot.y, y.unit, locale)],
        })),
      }}
      draw={(plane) => (
        <Field
          label={label}
          dots={dots}
          x={x}
          y={y}
          fillOf={Object.fromEntries(groups.map((group) => [group.key, group.fill]))}
          plane={{ ...plane, height: plane.height + 90, bottom: 40 }}
        />
      )}
    />
  );
}

function Field({
  label,
  dots,
  x,
  y,
  fillOf,
  plane,
}: {
  label: string;
  dots: readonly Dot[];
  x: Measure;
  y: Measure;
  fillOf: Record<string, Fill>;
  plane: Plane;
}) {
  const locale = useLocale();
  const xTicks = ticksOver(dots.map((dot) => dot.x));
  const yTicks = ticksOver(dots.map((dot) => dot.y));
  const [right, ground] = [plane.width - plane.right, plane.height - plane.bottom];
  const across = (value: number) => scaled(value, xTicks[0] ?? 0, xTicks.at(-1) ?? 1, plane.left, right);
  const up = (value: number) => scaled(value, yTicks[0] ?? 0, yTicks.at(-1) ?? 1, ground, plane.top);
  const xBorder = across(x.border ?? median(dots.map((dot) => dot.x)));
  const yBorder = up(y.border ?? median(dots.map((dot) => dot.y)));
  return (
    <svg viewBox={`0 0 ${plane.width} ${plane.height}`}>
      <title>{label}</title>
      {yTicks.map((tick, index) => (
        <g key={tick}>
          <line className="chart-grid" x1={plane.left} x2={right} y1={up(tick)} y2={up(tick)} />
          <text x={plane.left - 6} y={up(tick) + 4} textAnchor="end">
            {saidOnce(yTicks, index, y.unit, locale)}
          </text>
        </g>
      ))}
      {xTicks.map((tick, index) =>
        isLabelled(index, xTicks.length, plane.labels) ? (
          <text key={tick} x={across(tick)} y={ground + 16} textAnchor={index === xTicks.length - 1 ? "end" : "middle"}>
            {formatShortByUnit(tick, x.unit, locale)}
          </text>
        ) : null,
      )}
      <line className="chart-axis" strokeDasharray="4 4" x1={xBorder} x2={xBorder} y1={plane.top} y2={ground} />
      <line className="chart-axis" strokeDasharray="4 4" x1={plane.left} x2={right} y1={yBorder} y2={yBorder} />
      <text className="chart-strong" x={right} y={plane.height - 6} textAnchor="end">
        {x.label} →
      </text>
      <text className="chart-strong" x={plane.left} y={plane.top - 4}>
        ↑ {y.label}
      </text>
      {dots.map((dot) => (
        <Mark key={dot.key} dot={dot} x={across(dot.x)} y={up(dot.y)} fill={fillOf[dot.group] ?? 3}>
          {`${dot.label}: ${said(dot.x, x.unit, locale)} · ${said(dot.y, y.unit, locale)}`}
        </Mark>
      ))}
    </svg>
  );
}

function Mark({ dot, x, y, fill, children }: { dot: Dot; x: number; y: number; fill: Fill; children: string }) {
  const mark = (
    <circle className={`chart-mark fill-${fill}`} cx={x} cy={y} r="5" fillOpacity="0.8" stroke="var(--color-surface)">
      <title>{children}</title>
    </circle>
  );
  return dot.href ? (
    <a href={dot.href} tabIndex={-1} aria-label={dot.label}>
      {mark}
    </a>
  ) : (
    mark
  );
}

const ticksOver = (values: readonly number[]) => ticksFor(Math.min(0, ...values), Math.max(0, ...values));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
