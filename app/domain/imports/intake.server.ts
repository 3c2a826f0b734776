import type { Writable } from "node:stream";
import type postgres from "postgres";
import type { NotTaken, Rejection } from "./rejection.ts";

/** What came of a file once its rows were put together. */
export interface Settled {
  created: { customers: number; products: number; orders: number; returns: number };
  /** Receivables that were not here before. */
  receivables: number;
  /** Orders made only of free lines; they count as no purchase. */
  bonus: number;
  /** What was known and has been changed by the file. */
  replaced: number;
  /** Rows that were there already, exactly so. */
  unchanged: number;
  /** Rows that turned out impossible only when all were together. */
  rejected: Rejection[];
}

/** How one kind of file is taken in: its rows become rows of staging tables, and all of them together become data. */
export interface Intake {
  /** Keeps a row, or says why it cannot be. */
  take(cells: string[], line: number): NotTaken | null;
  /** Hands what has been kept to the database, and waits when that has much to do. */
  send(): Promise<void>;
  /** Hands on the rest. */
  end(): Promise<void>;
  abort(): void;
  settle(how: { at: Date; isDryRun: boolean }): Promise<Settled>;
}

/** An intake with one staging table, of which each row of the file is a row of COPY. */
export interface RecordIntake {
  table: string;
  take(cells: string[], line: number): string | NotTaken;
  settle: Intake["settle"];
}

/** Waits until a stream takes more, or is no more. */
export function room(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      stream.off("drain", go);
      stream.off("close", go);
      stream.off("error", go);
      resolve();
    };
    stream.on("drain", go).on("close", go).on("error", go);
  });
}

const batchLength = 1 << 17;
const mostOnItsWay = 1 << 20;

/** A COPY into a table, never much faster than the database takes it. */
export async function openCopy(tx: postgres.TransactionSql, target: string) {
  const stream: Writable = await tx.unsafe(`copy ${target}`).writable();
  let failure: Error | undefined;
  stream.on("error", (fault) => {
    failure = fault;
  });
  return {
    async write(piece: string | Buffer): Promise<void> {
      if (failure) throw failure;
      if (piece.length > 0 && !stream.write(piece) && stream.writableLength > mostOnItsWay) await room(stream);
    },
    async end(): Promise<void> {
      if (failure) throw failure;
      await new Promise<void>((resolve, reject) => {
        stream.once("error", reject);
        stream.end(() => resolve());
      });
      if (failure) throw failure;
    },
    abort(): void {
      stream.destroy();
    },
  };
}

/** Copies rows into a table, all of them. */
export async function writeRows(tx: postgres.TransactionSql, table: string, rows: Iterable<string>): Promise<void> {
  const text = [...rows].join("");
  if (text === "") return;
  const copy = await openCopy(tx, `${table} from stdin`);
  await copy.write(text);
  await copy.end();
}

/** Takes records in, each as the row of text it becomes. */
export async function recordIntake(tx: postgres.TransactionSql, records: RecordIntake): Promise<Intake> {
  const copy = await openCopy(tx, `${records.table} from stdin`);
  let pending = "";
  async function send(): Promise<void> {
    const text = pending;
    pending = "";
    await copy.write(text);
  }
  return {
    take(cells, line) {
      const row = records.take(cells, line);
      if (typeof row !== "string") return row;
      pending += row;
      return null;
    },
    async send() {
      if (pending.length >= batchLength) await send();
    },
    async end() {
      await send();
      await copy.end();
    },
    abort: copy.abort,
    settle: records.settle,
  };
}
