import { createWriteStream, type WriteStream } from "node:fs";
import { access, constants, mkdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { room } from "./intake.server.ts";
import type { NotTaken, Rejection, RejectionCode } from "./rejection.ts";

/** How rejected rows are said in the reader's language: two headers and the sentence of a reason. */
export interface RejectionWords {
  line: string;
  reason: string;
  sentence(why: NotTaken): string;
}

const samplesKept = 20;

/** A cell that no spreadsheet takes for a formula; negative numbers stay numbers. */
function cellFor(text: string): string {
  if (!/^[=+\-@\t\r]|[";\n\r]/.test(text)) return text;
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)*$/.test(text) ? `'${text}` : text;
  return /[";\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

async function placeBeside(path: string): Promise<string> {
  const name = `${basename(path).replace(/\.(csv|csv\.gz|txt|tsv|xlsx)$/i, "")}.rejected.csv`;
  const isWritable = await access(dirname(path), constants.W_OK).then(
    () => true,
    () => false,
  );
  if (isWritable) return join(dirname(path), name);
  const otherwise = join(".data", "rejected");
  await mkdir(otherwise, { recursive: true });
  return join(otherwise, name);
}

/**
 * Writes the rejected rows with line and reason into a file beside the one that came in (`orders.rejected.csv`), or under
 * `.data/rejected` where that folder is closed; mended, it can come in itself. Counts reasons and keeps the first rows to show.
 */
export function rejectedRows(words: RejectionWords, header: string[], beside: string | null) {
  const counts: Partial<Record<RejectionCode, number>> = {};
  const samples: Rejection[] = [];
  let file: string | null = null;
  let stream: WriteStream | undefined;
  let failure: Error | undefined;
  let pending: string[] = [];
  let count = 0;

  async function send(): Promise<void> {
    if (pending.length === 0 || !beside) return;
    if (!stream) {
      file = await placeBeside(beside);
      stream = createWriteStream(file);
      stream.on("error", (fault) => {
        failure = fault;
      });
      stream.write(`\ufeff${[words.line, words.reason, ...header].map(cellFor).join(";")}\r\n`);
    }
    const rows = pending;
    pending = [];
    if (failure) throw failure;
    const target = stream;
    if (!target.write(rows.join(""))) await room(target);
  }

  return {
    reject(row: Rejection): void {
      count++;
      counts[row.code] = (counts[row.code] ?? 0) + 1;
      if (samples.length < samplesKept) samples.push(row);
      if (beside) pending.push(`${row.line};${[words.sentence(row), ...row.cells].map(cellFor).join(";")}\r\n`);
    },
    isFull: () => pending.length >= 500,
    send,
    /** The file with all of them, or null when there were none or nothing may be written. */
    async end(): Promise<string | null> {
      await send();
      if (stream) await new Promise<void>((resolve) => stream?.end(resolve));
      if (failure) throw failure;
      return file;
    },
    /** Nothing came of the import, so nothing is left of this. */
    async drop(): Promise<void> {
      stream?.destroy();
      if (file) await rm(file, { force: true });
    },
    count: () => count,
    counts,
    samples,
  };
}
