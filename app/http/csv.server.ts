import { Readable } from "node:stream";
import { stringify } from "csv-stringify";

/** A cell of a file: text, a number, nothing, or a moment. */
export type Cell = string | number | Date | null;

/** One column of a file: its head and how a row fills it. */
export interface FileColumn<Row> {
  head: string;
  cell: (row: Row) => Cell;
}

const risky = /^[=+\-@\t\r]/;

/** A cell as it stands in a CSV file: text that a spreadsheet would run is made plain, numbers get a decimal comma and stay numbers. */
export function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", ",");
  if (cell instanceof Date) return cell.toISOString();
  return risky.test(cell) ? `'${cell}` : cell;
}

function attachment(name: string, type: string): Record<string, string> {
  return {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "-")}"`,
    "Cache-Control": "private, no-store",
  };
}

async function* lines<Row>(columns: readonly FileColumn<Row>[], rows: Iterable<Row> | AsyncIterable<Row>) {
  yield columns.map((column) => csvCell(column.head));
  for await (const row of rows) yield columns.map((column) => csvCell(column.cell(row)));
}

/** Rows as a CSV file with `;`, a byte order mark and escaped formulas; rows may arrive bit by bit. */
export function csvAnswer<Row>(
  name: string,
  columns: readonly FileColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): Response {
  const writer = stringify({ delimiter: ";", bom: true, record_delimiter: "windows" });
  const source = Readable.from(lines(columns, rows));
  source.on("error", (fault) => writer.destroy(fault));
  const body = Readable.toWeb(source.pipe(writer)) as ReadableStream;
  return new Response(body, { headers: attachment(name, "text/csv; charset=utf-8") });
}

/** Rows as an Excel file; text is kept as text there, so nothing runs. */
export async function xlsxAnswer<Row>(
  name: string,
  columns: readonly FileColumn<Row>[],
  rows: readonly Row[],
): Promise<Response> {
  const head = columns.map((column) => ({ value: column.head, fontWeight: "bold" as const }));
  const body = rows.map((row) =>
    columns.map((column) => {
      const cell = column.cell(row);
      return cell instanceof Date ? { value: cell, format: "dd/mm/yyyy hh:mm" } : { value: cell ?? undefined };
    }),
  );
  const { default: writeXlsx } = await import("write-excel-file/node");
  const file = await writeXlsx([head, ...body], { stickyRowsCount: 1 }).toBuffer();
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return new Response(new Uint8Array(file), { headers: attachment(name, type) });
}
