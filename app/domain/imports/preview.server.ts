import { type Reason, Refusal } from "#app/domain/refusal.ts";
import { fieldsOf, matchColumns } from "./fields.ts";
import type { ImportRun } from "./run.ts";
import { openSource } from "./source.server.ts";

/** The columns of a file with its first rows, and which field each seems to hold; or why it cannot be read. */
export type Preview =
  | { isReadable: false; reason: Reason }
  | {
      isReadable: true;
      header: string[];
      rows: string[][];
      fields: { name: string; isRequired: boolean; column: number | null }[];
    };

const rowsShown = 5;
const longestCell = 80;

/** Looks at the file of an import before anything is taken in. */
export async function previewOf({
  kind,
  storedAs,
  map,
}: Pick<ImportRun, "kind" | "storedAs" | "map">): Promise<Preview> {
  try {
    const source = await openSource(storedAs ?? "");
    const rows: string[][] = [];
    for await (const batch of source.batches) {
      rows.push(
        ...batch.slice(0, rowsShown - rows.length).map((row) => row.cells.map((cell) => cell.slice(0, longestCell))),
      );
      if (rows.length >= rowsShown) break;
    }
    const { columns } = matchColumns(kind, source.header, map ?? {});
    const fields = fieldsOf(kind).map((field) => ({ ...field, column: columns[field.name] ?? null }));
    return { isReadable: true, header: source.header, rows, fields };
  } catch (fault) {
    if (fault instanceof Refusal) return { isReadable: false, reason: { code: fault.code, details: fault.details } };
    throw fault;
  }
}
