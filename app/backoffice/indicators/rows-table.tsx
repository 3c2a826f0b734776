import type { ReadingRow, RowColumn } from "#app/domain/indicators/indicator.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { indicatorWords } from "#app/words/indicators.ts";
import { isNumber, RowCell } from "./row-cell.tsx";

/** A column with its name in the reader's language. */
export type ShownColumn = Pick<RowColumn, "key" | "kind"> & { name: string };

/** The rows behind a number: whom each is about, and what it says. */
export function RowsTable({
  columns,
  rows,
  caption,
}: {
  columns: readonly ShownColumn[];
  rows: readonly ReadingRow[];
  caption: string;
}) {
  const w = useWords(indicatorWords);
  const numbered = rows.map((row, place) => ({ row, place }));
  const hasCustomers = rows.some((row) => row.customerId !== null);
  const whom = {
    key: "customer",
    head: w.customer,
    phone: "title" as const,
    cell: ({ row }: (typeof numbered)[number]) =>
      row.customerId === null ? (
        "–"
      ) : (
        <a className="link-plain" href={paths.office.customer(row.customerId)}>
          {row.customer} <span className="faint">{row.code}</span>
        </a>
      ),
  };
  return (
    <Table
      caption={caption}
      rows={numbered}
      rowKey={({ place }) => place}
      columns={[
        ...(hasCustomers ? [whom] : []),
        ...columns.map((column) => ({
          key: column.key,
          head: column.name,
          number: isNumber(column.kind),
          cell: ({ row }: (typeof numbered)[number]) => <RowCell value={row[column.key]} kind={column.kind} />,
        })),
      ]}
      empty={
        <EmptyState icon="chart" title={w.noRows}>
          {w.noRowsMore}
        </EmptyState>
      }
    />
  );
}
