import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { hrefWith } from "./address.ts";
import { Icon } from "./icon.tsx";

/** One column: its head, how a row fills it, and what becomes of it on a phone (title of the card, kept, or hidden). */
export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  number?: boolean;
  sort?: boolean;
  phone?: "title" | "wide" | "hide";
  /** Long text may break into lines. */
  wrap?: boolean;
  /** The name of the number on a phone's card, when the head is not plain text. */
  label?: string;
}

/** Rows with a sticky head; numbers to the right; sort links in the URL (`?sort=value`, `?sort=-value`); cards on a phone. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  sortName = "sort",
  tall = false,
  empty,
  foot,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string | number;
  /** What the rows are sorted by now: `name` upwards, `-name` downwards. */
  sort?: string;
  sortName?: string;
  tall?: boolean;
  empty?: ReactNode;
  foot?: ReactNode;
}) {
  const { search } = useLocation();
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <div className={tall ? "table-wrap table-tall" : "table-wrap"} tabIndex={tall ? 0 : undefined}>
      <table className="table table-cards">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} search={search} sort={sort} sortName={sortName} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td
                  key={column.key}
                  className={cellClass(column)}
                  data-label={column.label ?? (typeof column.head === "string" ? column.head : undefined)}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </div>
  );
}

function cellClass<Row>({ number, phone, wrap }: Column<Row>): string | undefined {
  return (
    [number ? "num" : "", wrap ? "wrap" : "", phone ? `phone-${phone}` : ""].filter(Boolean).join(" ") || undefined
  );
}

function Head<Row>({
  column,
  search,
  sort,
  sortName,
}: {
  column: Column<Row>;
  search: string;
  sort?: string;
  sortName: string;
}) {
  const className = column.number ? "num" : undefined;
  if (!column.sort) {
    return (
      <th scope="col" className={className}>
        {column.head}
      </th>
    );
  }
  const rising = sort === column.key;
  const falling = sort === `-${column.key}`;
  const wanted = rising || (column.number && !falling) ? `-${column.key}` : column.key;
  return (
    <th scope="col" className={className} aria-sort={rising ? "ascending" : falling ? "descending" : undefined}>
      <a href={hrefWith(search, { [sortName]: wanted })} rel="nofollow">
        {column.head}
        {rising || falling ? <Icon name={rising ? "up" : "down"} /> : null}
      </a>
    </th>
  );
}
