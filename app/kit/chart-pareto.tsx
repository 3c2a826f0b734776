import { formatPercent } from "#app/words/numbers.ts";
import { ChartFrame, Legend } from "./chart-frame.tsx";
import type { Plane } from "./plane.ts";
import { scaled } from "./scale.ts";
import { useLocale } from "./words.tsx";

/** One of the ranked, with the share of the whole up to and with it. */
export interface ParetoPoint {
  key: string;
  label: string;
  share: number;
  abcClass: "A" | "B" | "C";
}

const fills = { A: 1, B: 4, C: 3 } as const;
const listed = 100;

/** The members of one class, in rank order, with what came before them. */
interface ClassRun {
  abcClass: "A" | "B" | "C";
  first: number;
  before: number;
  shares: number[];
}

/** The curve itself: how few make most of the value, with the borders of A, B and C where they fall. */
export function ChartPareto({
  label,
  points,
  rankName,
  counts,
}: {
  label: string;
  points: readonly ParetoPoint[];
  /** What is ranked, for the head of the table. */
  rankName: string;
  /** How many each class holds, where the points are only some of them. */
  counts?: Record<"A" | "B" | "C", number>;
}) {
  const locale = useLocale();
  const runs = (["A", "B", "C"] as const).map((abcClass): ClassRun => {
    const first = points.findIndex((point) => point.abcClass === abcClass);
    const shares = points.filter((point) => point.abcClass === abcClass).map((point) => point.share);
    return { abcClass, first, before: first > 0 ? (points[first - 1]?.share ?? 0) : 0, shares };
  });
  return (
    <ChartFrame
      label={label}
      legend={
        <Legend
          items={runs.map(({ abcClass, shares }) => ({
            key: abcClass,
            label: `${abcClass} · ${counts?.[abcClass] ?? shares.length}`,
            fill: fills[abcClass],
          }))}
        />
      }
      table={{
        head: [rankName, "%", "ABC"],
        rows: points.slice(0, listed).map((point) => ({
          key: point.key,
          head: point.label,
          cells: [formatPercent(point.share, locale), point.abcClass],
        })),
      }}
      draw={(plane) => (
        <svg viewBox={`0 0 ${plane.width} ${plane.height}`} role="img" aria-label={label}>
          {runs.map((run) =>
            run.first < 0 ? null : <Run key={run.abcClass} run={run} count={points.length} plane={plane} />,
          )}
          {[0, 0.2, 0.4, 0.6, 0.8, 0.95, 1].map((share) => (
            <Level
              key={share}
              share={share}
              plane={plane}
              name={share === 0.95 ? null : formatPercent(share, locale)}
            />
          ))}
        </svg>
      )}
    />
  );
}

const heightOf = (share: number, plane: Plane) => scaled(share, 0, 1, plane.height - plane.bottom, plane.top);

function Run({ run, count, plane }: { run: ClassRun; count: number; plane: Plane }) {
  const x = (rank: number) => scaled(rank, 0, Math.max(1, count), plane.left, plane.width - plane.right);
  const [from, to, ground] = [x(run.first), x(run.first + run.shares.length), heightOf(0, plane)];
  const along = run.shares.map((share, index) => `${x(run.first + index + 1)},${heightOf(share, plane)}`);
  return (
    <g>
      <polygon
        className={`fill-${fills[run.abcClass]}`}
        points={`${from},${ground} ${from},${heightOf(run.before, plane)} ${along.join(" ")} ${to},${ground}`}
      />
      <text className="chart-strong" x={(from + to) / 2} y={plane.height - 8} textAnchor="middle">
        {run.abcClass}
      </text>
    </g>
  );
}

function Level({ share, plane, name }: { share: number; plane: Plane; name: string | null }) {
  const y = heightOf(share, plane);
  const isBorder = share === 0.8 || share === 0.95;
  return (
    <g>
      <line
        className={isBorder ? "chart-axis" : "chart-grid"}
        strokeDasharray={isBorder ? "4 3" : undefined}
        x1={plane.left}
        x2={plane.width - plane.right}
        y1={y}
        y2={y}
      />
      {name ? (
        <text x={plane.left - 6} y={y + 4} textAnchor="end">
          {name}
        </text>
      ) : null}
    </g>
  );
}
