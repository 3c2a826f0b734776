import type { Writable } from "node:stream";
import type postgres from "postgres";
import type { NotTaken, Rejection } from "./rejection.ts";

/** What came of a file once its rows were put together. */
export interface Settled {
  created: { customers: number; products: number; orders: number; returns: number };
  /** Orders made only of free lines; they count as no purchase. */
  bonus: number;
  /** What was known and has been changed by the file. */
  replaced: number;
  /** Rows that were there already, exactly so. */
  unchanged: number;
  /** Rows that turned out impossible only when all were together. */
  rejected: Rejection[];
}

/** How one kind of file is taken in: its rows become rows of a staging table, and all of them together become data. */
export interface Intake {
  table: string;
  take(cells: string[], line: number): string | NotTaken;
  settle(how: { at: Date; isDryRun: boolean }): Promise<Settled>;
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

/** A COPY into a table, written in large pieces and never faster than the database takes them. */
export async function copyInto(tx: postgres.TransactionSql, table: string) {
  const stream: Writable = await tx.unsafe(`copy ${table} from stdin`).writable();
  let failure: Error | undefined;
  stream.on("error", (fault) => {
    failure = fault;
  });
  let pending = "";
  async function send(): Promise<void> {
    const text = pending;
    pending = "";
    if (failure) throw failure;
    if (text !== "" && !stream.write(text)) await room(stream);
  }
  return {
    add(row: string): void {
      pending += row;
    },
    isFull: () => pending.length >= batchLength,
    send,
    async end(): Promise<void> {
      await send();
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
  const copy = await copyInto(tx, table);
  for (const row of rows) {
    copy.add(row);
    if (copy.isFull()) await copy.send();
  }
  await copy.end();
}
