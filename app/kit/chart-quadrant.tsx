import { formatShortByUnit, type Unit } from "#app/words/numbers.ts";
import { said } from "./chart-area.tsx";
import { ChartFrame, type Fill, Legend } from "./chart-frame.tsx";
import { scaled, ticksFor } from "./scale.ts";
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

interface Axis {
  label: string;
  unit: Unit;
  /** Where the quadrants part; the middle value when not given. */
  border?: number;
}

const size = { width: 720, height: 340, left: 64, right: 16, top: 16, bottom: 40 };

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
  x: Axis;
  y: Axis;
  groups: readonly { key: string; label: string; fill: Fill }[];
}) {
  const locale = useLocale();
  const xTicks = ticksFor(Math.min(0, ...dots.map((dot) => dot.x)), Math.max(0, ...dots.map((dot) => dot.x)));
  const yTicks = ticksFor(Math.min(0, ...dots.map((dot) => dot.y)), Math.max(0, ...dots.map((dot) => dot.y)));
  const across = (value: number) => scaled(value, xTicks[0]!, xTicks.at(-1)!, size.left, size.width - size.right);
  const up = (value: number) => scaled(value, yTicks[0]!, yTicks.at(-1)!, size.height - size.bottom, size.top);
  const xBorder = across(x.border ?? median(dots.map((dot) => dot.x)));
  const yBorder = up(y.border ?? median(dots.map((dot) => dot.y)));
  const fillOf = Object.fromEntries(groups.map((group) => [group.key, group.fill]));
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
    >
      <svg viewBox={`0 0 ${size.width} ${size.height}`}>
        <title>{label}</title>
        {yTicks.map((tick) => (
          <g key={tick}>
            <line className="chart-grid" x1={size.left} x2={size.width - size.right} y1={up(tick)} y2={up(tick)} />
            <text x={size.left - 6} y={up(tick) + 4} textAnchor="end">
              {formatShortByUnit(tick, y.unit, locale)}
            </text>
          </g>
        ))}
        {xTicks.map((tick) => (
          <text key={tick} x={across(tick)} y={size.height - 22} textAnchor="middle">
            {formatShortByUnit(tick, x.unit, locale)}
          </text>
        ))}
        <line
          className="chart-axis"
          strokeDasharray="4 4"
          x1={xBorder}
          x2={xBorder}
          y1={size.top}
          y2={size.height - size.bottom}
        />
        <line
          className="chart-axis"
          strokeDasharray="4 4"
          x1={size.left}
          x2={size.width - size.right}
          y1={yBorder}
          y2={yBorder}
        />
        <text className="chart-strong" x={size.width - size.right} y={size.height - 6} textAnchor="end">
          {x.label} →
        </text>
        <text className="chart-strong" x={size.left} y={size.top - 4}>
          ↑ {y.label}
        </text>
        {dots.map((dot) => {
          const mark = (
            <circle
              key={dot.key}
              className={`chart-mark fill-${fillOf[dot.group] ?? 3}`}
              cx={across(dot.x)}
              cy={up(dot.y)}
              r="5"
              fillOpacity="0.8"
              stroke="var(--color-surface)"
            >
              <title>{`${dot.label}: ${said(dot.x, x.unit, locale)} · ${said(dot.y, y.unit, locale)}`}</title>
            </circle>
          );
          return dot.href ? (
            <a key={dot.key} href={dot.href} tabIndex={-1}>
              {mark}
            </a>
          ) : (
            <g key={dot.key}>{mark}</g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
