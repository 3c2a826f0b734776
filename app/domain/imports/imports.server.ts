import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import type { FileRow } from "./cells.ts";
import { type ImportKind, matchColumns } from "./fields.ts";
import type { Intake } from "./intake.server.ts";
import { intakeOf } from "./kinds.server.ts";
import { decimalMarkOf } from "./numbers.ts";
import { type RejectionWords, rejectedRows } from "./rejected.server.ts";
import type { Rejection } from "./rejection.ts";
import { openSource, type Source } from "./source.server.ts";
import type { ImportProgress, ImportSummary } from "./summary.ts";

/** How an import is to be done; the words are those of whoever reads its rejected rows. */
export interface ImportWish {
  kind: ImportKind;
  at: Date;
  words: RejectionWords;
  /** Field → column of the file, for headers that are not known. An empty column leaves the field out. */
  map?: Record<string, string>;
  /** Tells the same numbers and writes nothing. */
  isDryRun?: boolean;
  say?(progress: ImportProgress): void;
}

class OnlyTried extends Error {}

/**
 * Takes a CSV, CSV.gz or XLSX file in, in one transaction. A bad row is written to the file of rejected rows and never loses the
 * good ones; the same file a second time changes nothing.
 */
export async function importFile(path: string, wish: ImportWish): Promise<ImportSummary> {
  return bringIn(await openSource(path), wish, path);
}

/** Takes rows of our own in as if they stood in a file: keys are field names, cells are written as a file would write them. */
export async function importRows(
  rows: Iterable<Record<string, string>> | AsyncIterable<Record<string, string>>,
  wish: ImportWish & { fields: string[] },
): Promise<ImportSummary> {
  async function* batches(): AsyncGenerator<FileRow[]> {
    let batch: FileRow[] = [];
    let line = 1;
    for await (const row of rows) {
      batch.push({ line: ++line, cells: wish.fields.map((field) => row[field] ?? "") });
      if (batch.length < 2_000) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }
  return bringIn({ header: wish.fields, separator: null, batches: batches(), fraction: () => null }, wish, null);
}

async function bringIn(source: Source, wish: ImportWish, path: string | null): Promise<ImportSummary> {
  const startedAt = performance.now();
  const iterator = source.batches[Symbol.asyncIterator]();
  const rejected = rejectedRows(wish.words, source.header, wish.isDryRun ? null : path);
  let found: Omit<ImportSummary, "seconds" | "rejectedFile"> | undefined;
  try {
    const columns = columnsOf(source, wish);
    const sample = await firstRows(iterator);
    const mark = decimalMarkOf(numbersIn(sample, columns), source.separator ?? ".");
    await sql.begin(async (tx) => {
      await tx.unsafe(`
        set local statement_timeout = 0; set local synchronous_commit = off; set local work_mem = '128MB';
        set local max_parallel_workers_per_gather = 0; set local max_parallel_maintenance_workers = 2;
        set local default_statistics_target = 10;
        select pg_advisory_xact_lock(4012027)`);
      const intake = await intakeOf(wish.kind, tx, { columns, mark, at: wish.at });
      const counts = await stage(source, { sample, iterator }, intake, rejected, wish);
      wish.say?.({ ...counts, rejected: rejected.count(), stage: "writing", fraction: 1 });
      const settled = await intake.settle({ at: wish.at, isDryRun: wish.isDryRun ?? false });
      for (const row of await asWritten(settled.rejected, path)) rejected.reject(row);
      found = {
        read: counts.read,
        accepted: counts.accepted - settled.rejected.length,
        rejected: rejected.count(),
        created: settled.created,
        unchanged: settled.unchanged,
        receivables: settled.receivables,
        bonus: settled.bonus,
        replaced: settled.replaced,
        reasons: rejected.counts,
        samples: rejected.samples,
      };
      if (wish.isDryRun) throw new OnlyTried();
    });
  } catch (fault) {
    if (!(fault instanceof OnlyTried)) {
      await rejected.drop();
      throw fault;
    }
  } finally {
    await iterator.return?.();
  }
  if (!found) throw new Error("an import without an end");
  const rejectedFile = await rejected.end();
  return { ...found, seconds: Math.round(performance.now() - startedAt) / 1000, rejectedFile };
}

/** The first batch that holds a row. */
async function firstRows(iterator: AsyncIterator<FileRow[]>): Promise<FileRow[]> {
  for (;;) {
    const next = await iterator.next();
    if (next.done) throw new Refusal("file_empty");
    if (next.value.length > 0) return next.value;
  }
}

/** Rows that were refused after all had been read, with their cells as they stand in the file. */
async function asWritten(refused: Rejection[], path: string | null): Promise<Rejection[]> {
  if (refused.length === 0 || !path) return refused;
  const byLine = new Map(refused.map((row) => [row.line, row]));
  for await (const batch of (await openSource(path)).batches) {
    for (const { line, cells } of batch) {
      const row = byLine.get(line);
      if (row) row.cells = cells;
    }
  }
  return refused;
}

/** The columns by field; a missing one is refused by its name, with the columns the file has. */
function columnsOf(source: Source, wish: ImportWish): Record<string, number> {
  const { columns, missing, notFound, unknown } = matchColumns(wish.kind, source.header, wish.map);
  if (missing.length + notFound.length + unknown.length > 0) {
    throw new Refusal("file_columns_missing", {
      columns: [...missing, ...notFound, ...unknown].join(", "),
      missing: missing.join(", "),
      notFound: notFound.join(", "),
      unknown: unknown.join(", "),
      found: source.header.join(", "),
    });
  }
  return columns;
}

const numeric = ["unitPrice", "creditLimit", "quantity", "amount", "paidAmount"];

function* numbersIn(rows: FileRow[], columns: Record<string, number>): Generator<string> {
  const places = numeric.flatMap((name) => columns[name] ?? []);
  for (const row of rows.slice(0, 5_000)) for (const place of places) yield row.cells[place] ?? "";
}

/** Reads all rows into the staging table. */
async function stage(
  source: Source,
  { sample, iterator }: { sample: FileRow[]; iterator: AsyncIterator<FileRow[]> },
  intake: Intake,
  rejected: ReturnType<typeof rejectedRows>,
  wish: ImportWish,
): Promise<{ read: number; accepted: number }> {
  const counts = { read: 0, accepted: 0 };
  let saidAt = performance.now();
  try {
    for (let batch = sample, isDone = false; !isDone; ) {
      for (const { line, cells, broken } of batch) {
        counts.read++;
        const why = broken ? { code: broken, said: String(cells.length) } : intake.take(cells, line);
        if (why) rejected.reject({ line, ...why, cells });
        else counts.accepted++;
      }
      await intake.send();
      if (rejected.isFull()) await rejected.send();
      if (wish.say && performance.now() - saidAt > 250) {
        saidAt = performance.now();
        wish.say({ ...counts, rejected: rejected.count(), stage: "reading", fraction: source.fraction() });
      }
      const next = await iterator.next();
      isDone = next.done ?? false;
      if (!next.done) batch = next.value;
    }
    await intake.end();
  } catch (fault) {
    intake.abort();
    throw fault;
  }
  return counts;
}
