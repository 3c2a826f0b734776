import type { ReactNode } from "react";
import { commonWords } from "#app/words/everyday.ts";
import { Disclose } from "./disclose.tsx";
import { type Plane, planes } from "./plane.ts";
import { useWords } from "./words.tsx";

/** The fills of a chart, strongest first; they stay apart in grey. */
export type Fill = 1 | 2 | 3 | 4 | 5;

/** A drawing with its name and, beneath, the same numbers as a table. */
export function ChartFrame({
  label,
  legend,
  table,
  draw,
}: {
  label: string;
  legend?: ReactNode;
  table: ChartTable;
  /** Draws the chart in the room it gets; called for wide screens and for phones. */
  draw: (plane: Plane) => ReactNode;
}) {
  const w = useWords(commonWords);
  return (
    <figure className="chart" aria-label={label}>
      {legend}
      <div className="chart-wide">{draw(planes.wide)}</div>
      <div className="chart-narrow">{draw(planes.narrow)}</div>
      <Disclose summary={w.tableBelow}>
        <div className="table-wrap max-h-96">
          <table className="table">
            <caption>{label}</caption>
            <thead>
              <tr>
                {table.head.map((head, index) => (
                  <th key={head} scope="col" className={index > 0 ? "num" : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.head}</th>
                  {table.head.slice(1).map((head, index) => (
                    <td key={head} className="num">
                      {row.cells[index]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Disclose>
    </figure>
  );
}

/** The numbers of a chart, already said. */
export interface ChartTable {
  head: readonly string[];
  rows: readonly { key: string; head: ReactNode; cells: readonly ReactNode[] }[];
}

/** Names of fills where there is no room for direct labels. */
export function Legend({ items }: { items: readonly { key: string; label: string; fill: Fill }[] }) {
  return (
    <div className="legend">
      {items.map((item) => (
        <span key={item.key}>
          <i className={`fill-${item.fill}`} />
          {item.label}
        </span>
      ))}
    </div>
  );
}
