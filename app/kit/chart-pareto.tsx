import { formatPercent } from "#app/words/numbers.ts";
import { ChartFrame, Legend } from "./chart-frame.tsx";
import { scaled } from "./scale.ts";
import { useLocale } from "./words.tsx";

/** One of the ranked, with the share of the whole up to and with it. */
export interface ParetoPoint {
  key: string;
  label: string;
  share: number;
  abcClass: "A" | "B" | "C";
}

const size = { width: 720, height: 260, left: 44, right: 12, top: 12, bottom: 26 };
const fills = { A: 1, B: 4, C: 3 } as const;

/** The curve itself: how few make most of the value, with the borders of A, B and C where they fall. */
export function ChartPareto({
  label,
  points,
  rankName,
}: {
  label: string;
  points: readonly ParetoPoint[];
  rankName: string;
}) {
  const locale = useLocale();
  const x = (rank: number) => scaled(rank, 0, Math.max(1, points.length), size.left, size.width - size.right);
  const y = (share: number) => scaled(share, 0, 1, size.height - size.bottom, size.top);
  const classes = (["A", "B", "C"] as const).map((abcClass) => {
    const first = points.findIndex((point) => point.abcClass === abcClass);
    const members = points.filter((point) => point.abcClass === abcClass);
    const before = first > 0 ? (points[first - 1]?.share ?? 0) : 0;
    const along = members.map((point, index) => `${x(first + index + 1)},${y(point.share)}`);
    const from = x(Math.max(0, first));
    const to = x(first + members.length);
    return {
      abcClass,
      count: members.length,
      from,
      to,
      outline: `${from},${y(0)} ${from},${y(before)} ${along.join(" ")} ${to},${y(0)}`,
    };
  });
  const shown = points.filter((_, index) => index < 100);
  return (
    <ChartFrame
      label={label}
      legend={
        <Legend
          items={classes.map((one) => ({
            key: one.abcClass,
            label: `${one.abcClass} · ${one.count}`,
            fill: fills[one.abcClass],
          }))}
        />
      }
      table={{
        head: [rankName, "%", "ABC"],
        rows: shown.map((point) => ({
          key: point.key,
          head: point.label,
          cells: [formatPercent(point.share, locale), point.abcClass],
        })),
      }}
    >
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={label}>
        {classes.map((one) =>
          one.count > 0 ? (
            <polygon key={one.abcClass} className={`chart-mark fill-${fills[one.abcClass]}`} points={one.outline} />
          ) : null,
        )}
        {[0, 0.2, 0.4, 0.6, 0.8, 0.95, 1].map((share) => (
          <g key={share}>
            <line
              className="chart-grid"
              x1={size.left}
              x2={size.width - size.right}
              y1={y(share)}
              y2={y(share)}
              strokeDasharray={share === 0.8 || share === 0.95 ? "4 3" : undefined}
              stroke={share === 0.8 || share === 0.95 ? "var(--color-edge)" : undefined}
            />
            {share === 0.95 ? null : (
              <text x={size.left - 6} y={y(share) + 4} textAnchor="end">
                {formatPercent(share, locale)}
              </text>
            )}
          </g>
        ))}
        {classes.map((one) =>
          one.count > 0 ? (
            <g key={one.abcClass}>
              <text className="chart-strong" x={(one.from + one.to) / 2} y={size.height - 8} textAnchor="middle">
                {one.abcClass}
              </text>
            </g>
          ) : null,
        )}
      </svg>
    </ChartFrame>
  );
}
