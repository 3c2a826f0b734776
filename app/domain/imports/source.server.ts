import { Buffer } from "node:buffer";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { createGunzip } from "node:zlib";
import { Refusal } from "#app/domain/refusal.ts";
import { type FileRow, rowCutter, type Separator, separatorOf } from "./cells.ts";
import { type LineBlock, lineReader } from "./lines.ts";
import { sheetRows } from "./sheet.server.ts";

/** Rows that come in, from a file or from our own hands, a batch at a time. */
export interface Source {
  header: string[];
  /** Between the columns, and so a hint at how numbers are written; null where there is none. */
  separator: Separator | null;
  batches: AsyncIterable<FileRow[]>;
  /** How much of the file has been read, from 0 to 1; null when nobody knows. */
  fraction(): number | null;
}

const mostColumns = 500;
const mostBytes = 4 * 2 ** 30;
const mostInflation = 250;
const leastLimit = 16 * 2 ** 20;
const chunkSize = 256 * 1024;
/** Few, so that rows are dead before the garbage collector comes by: a row is eight pieces of text. */
const linesOfABatch = 250;

const startsWith = (bytes: Buffer, ...magic: number[]) => magic.every((byte, at) => bytes[at] === byte);

/** Opens a CSV, CSV.gz or XLSX file by what it is, whatever it is called. Refuses what cannot be a table. */
export async function openSource(path: string): Promise<Source> {
  const { size } = await stat(path).catch(() => {
    throw new Refusal("file_unreadable");
  });
  if (size === 0) throw new Refusal("file_empty");
  const first = await firstBytes(path);
  if (startsWith(first, 0x50, 0x4b, 0x03, 0x04)) return sheetRows(path);
  const isPacked = startsWith(first, 0x1f, 0x8b);
  if (startsWith(first, 0xff, 0xfe) || startsWith(first, 0xfe, 0xff)) throw new Refusal("file_encoding");
  if (!isPacked && first.includes(0)) throw new Refusal("file_unreadable");
  return textRows(path, size, isPacked);
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function textRows(path: string, size: number, isPacked: boolean): Promise<Source> {
  const stored = createReadStream(path, { highWaterMark: chunkSize });
  const bytes = isPacked ? stored.pipe(createGunzip({ chunkSize })) : stored;
  stored.on("error", (fault) => bytes.destroy(fault));
  const blocks = blocksOf(bytes, Math.min(mostBytes, Math.max(leastLimit, mostInflation * size)))[
    Symbol.asyncIterator
  ]();
  let first: LineBlock = { lines: [] };
  for (;;) {
    const next = await blocks.next();
    if (next.done) break;
    first = next.value;
    if (first.lines.length > 0) break;
  }
  const blank = first.lines.findIndex((line) => line.trim() !== "");
  const head = (first.lines[Math.max(0, blank)] ?? "").replace(/^\ufeff/, "");
  const close = (refusal: Refusal) => {
    stored.destroy();
    return refusal;
  };
  if (head.trim() === "") throw close(new Refusal("file_empty"));
  if (/\p{Cc}/u.test(head.replaceAll("\t", "")) || first.unreadable?.has(blank))
    throw close(new Refusal("file_unreadable"));
  const separator = separatorOf(head);
  if (!separator) throw close(new Refusal("file_separator", { line: head.slice(0, 80) }));
  const header = rowCutter(separator, head.split(separator).length, 1).rowsOf([head])[0]?.cells ?? [];
  if (header.length > mostColumns) throw close(new Refusal("file_unreadable", { columns: header.length }));
  const cutter = rowCutter(separator, header.length, blank + 2);
  async function* batches() {
    try {
      yield cutter.rowsOf(first.lines.slice(blank + 1), shifted(first.unreadable, blank + 1));
      for (let next = await blocks.next(); !next.done; next = await blocks.next()) {
        const { lines, unreadable } = next.value;
        for (let at = 0; at < lines.length; at += linesOfABatch)
          yield cutter.rowsOf(lines.slice(at, at + linesOfABatch), shifted(unreadable, at));
      }
      yield cutter.rest();
    } finally {
      stored.destroy();
    }
  }
  return {
    header: header.map((cell) => cell.trim()),
    separator,
    batches: batches(),
    fraction: () => stored.bytesRead / size,
  };
}

const shifted = (unreadable: Set<number> | undefined, by: number) =>
  unreadable && new Set([...unreadable].map((index) => index - by));

/** The file's lines; a file that swells beyond all measure on unpacking, or breaks off while it does, is refused. */
async function* blocksOf(bytes: AsyncIterable<Buffer>, most: number): AsyncGenerator<LineBlock> {
  const reader = lineReader();
  let inflated = 0;
  let isFirst = true;
  try {
    for await (const chunk of bytes) {
      inflated += chunk.length;
      if (inflated > most) throw new Refusal("file_too_large", { limit: `${Math.round(most / 2 ** 20)} MB` });
      const block = reader.take(chunk);
      if (isFirst && block.lines.length === 0 && reader.keptBytes() > 1_000_000) throw new Refusal("file_unreadable");
      isFirst &&= block.lines.length === 0;
      yield block;
    }
  } catch (fault) {
    if (fault instanceof Refusal || isFirst) throw fault instanceof Refusal ? fault : new Refusal("file_unreadable");
    const last = reader.end();
    last.unreadable = new Set(last.lines.keys());
    yield last;
    throw fault;
  }
  yield reader.end();
}
