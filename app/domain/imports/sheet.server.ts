import { open, stat } from "node:fs/promises";
import { Refusal } from "#app/domain/refusal.ts";
import type { FileRow } from "./cells.ts";
import type { Source } from "./source.server.ts";

const mostBytes = 300 * 2 ** 20;
const mostColumns = 500;
const batchSize = 5_000;

/** Reads the first sheet of an Excel file. The whole sheet is held in memory, so its size is looked at before. */
export async function sheetRows(path: string): Promise<Source> {
  if ((await unpackedSize(path)) > mostBytes) throw new Refusal("file_too_large", { limit: "300 MB" });
  const { readSheet } = await import("read-excel-file/node");
  const rows = await readSheet(path).catch(() => {
    throw new Refusal("file_unreadable");
  });
  const [head, ...body] = rows;
  if (!head?.some((cell) => cell !== null)) throw new Refusal("file_empty");
  if (head.length > mostColumns) throw new Refusal("file_unreadable", { columns: head.length });
  let at = 0;
  async function* batches(): AsyncGenerator<FileRow[]> {
    for (; at < body.length; at += batchSize) {
      yield body
        .slice(at, at + batchSize)
        .map((row, index) => ({ line: at + index + 2, cells: row.map(cellText) }))
        .filter((row) => row.cells.some((cell) => cell.trim() !== ""));
    }
  }
  return {
    header: head.map((cell) => cellText(cell).trim()),
    separator: null,
    batches: batches(),
    fraction: () => (body.length === 0 ? 1 : Math.min(1, at / body.length)),
  };
}

/** A cell as text: numbers with a point and without the dust of binary fractions, days and moments as ISO. */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 19);
  if (typeof cell === "number") return String(Math.round(cell * 1e6) / 1e6);
  return String(cell);
}

/** What the zip's own directory says its parts come to when unpacked. */
async function unpackedSize(path: string): Promise<number> {
  const { size } = await stat(path);
  const file = await open(path);
  try {
    const tail = Buffer.alloc(Math.min(size, 65_557));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0) throw new Refusal("file_unreadable");
    const directory = Buffer.alloc(Math.min(tail.readUInt32LE(end + 12), 10_000_000));
    await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16));
    let unpacked = 0;
    for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
      unpacked += directory.readUInt32LE(at + 24);
      at += 46 + directory.readUInt16LE(at + 28) + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return unpacked;
  } finally {
    await file.close();
  }
}
