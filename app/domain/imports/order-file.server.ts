import { type Reason, Refusal } from "#app/domain/refusal.ts";
import { headerKey, knownAs } from "./fields.ts";
import { openSource } from "./source.server.ts";
import { dropUpload, keepUpload } from "./uploads.server.ts";

/** The lines of an order as a file holds them, or why it cannot be read. */
export type OrderFile = { text: string; reason: null } | { text: null; reason: Reason };

const mostBytes = 2 * 2 ** 20;

/** The bytes up to a limit; what comes after is taken from the line, so that the rest of the form is read, and thrown away. */
function limited(bytes: AsyncIterable<Uint8Array>) {
  let size = 0;
  async function* kept() {
    for await (const piece of bytes) {
      size += piece.length;
      if (size <= mostBytes) yield piece;
    }
  }
  return { bytes: kept(), isTooLarge: () => size > mostBytes };
}

/** The columns that matter where the head of the file names them; else all of them, and the head is a row like the others. */
function columnsOf(header: string[]): number[] | null {
  const at = (field: string) => header.findIndex((head) => knownAs("orders", field).includes(headerKey(head)));
  const [sku, quantity] = [at("sku"), at("quantity")];
  const unit = header.findIndex((head) => knownAs("products", "unit").includes(headerKey(head)));
  if (sku < 0 || quantity < 0) return null;
  return [sku, quantity, ...(unit >= 0 ? [unit] : [])];
}

async function textOf(path: string, mostLines: number): Promise<string> {
  const source = await openSource(path);
  const columns = columnsOf(source.header);
  const rows: string[][] = columns ? [] : [source.header];
  let lines = rows.length;
  for await (const batch of source.batches) {
    lines += batch.length;
    for (const { cells } of batch) {
      if (rows.length > mostLines) continue;
      rows.push(columns ? columns.map((column) => cells[column] ?? "") : cells);
    }
  }
  if (lines === 0) throw new Refusal("file_empty");
  if (lines > mostLines) throw new Refusal("too_many_lines", { lines, most: mostLines });
  const plain = (cell: string) => cell.replace(/\s+/g, " ").trim().slice(0, 200);
  return rows.map((cells) => cells.map(plain).join("\t")).join("\n");
}

/**
 * Reads an order from a CSV or Excel file as it arrives: product and quantity in two columns, named or not. Nothing is kept of
 * it. A file that is too large, is none, or holds too many lines is a reason and not a fault, so that the form around it survives.
 */
export async function orderFileFrom(bytes: AsyncIterable<Uint8Array>, mostLines: number): Promise<OrderFile> {
  const arriving = limited(bytes);
  let path: string | null = null;
  try {
    path = await keepUpload(arriving.bytes);
    if (arriving.isTooLarge()) throw new Refusal("file_too_large", { limit: "2 MB" });
    return { text: await textOf(path, mostLines), reason: null };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { text: null, reason: { code: fault.code, details: fault.details } };
  } finally {
    if (path) await dropUpload(path);
  }
}
