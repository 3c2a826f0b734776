import { formatByUnit, type Unit } from "#app/words/numbers.ts";
import { useLocale } from "./words.tsx";

/** One row of a heat table; null is no value. */
export interface HeatRow {
  key: string;
  label: string;
  cells: readonly (number | null)[];
}

/** A table whose cells are the darker the more they hold: cohorts, class then × class now. */
export function ChartHeat({
  label,
  columns,
  rows,
  unit = "ratio",
  corner = "",
}: {
  label: string;
  columns: readonly string[];
  rows: readonly HeatRow[];
  unit?: Unit;
  corner?: string;
}) {
  const locale = useLocale();
  const greatest = Math.max(Number.EPSILON, ...rows.flatMap((row) => row.cells.map((cell) => cell ?? 0)));
  return (
    <div className="table-wrap">
      <table className="table heat">
        <caption>{label}</caption>
        <thead>
          <tr>
            {corner ? <th scope="col">{corner}</th> : <td />}
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {columns.map((column, index) => {
                const cell = row.cells[index] ?? null;
                return (
                  <td
                    key={column}
                    className={cell === null ? undefined : `heat-${Math.min(4, Math.ceil((cell / greatest) * 4))}`}
                  >
                    {cell === null ? "" : formatByUnit(cell, unit, locale)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
