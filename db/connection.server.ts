import { availableParallelism } from "node:os";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "#app/env.server.ts";
import * as schema from "#db/schema/index.ts";
import { sqlStateOf } from "./errors.ts";
import { promptSocket } from "./prompt-socket.ts";

if (!env.DATABASE_URL) {
  throw new Error(
    "DATABASE_URL is not set. A command opens the database with withDatabase() and imports what needs it inside.",
  );
}

const asNumber = { serialize: String, parse: Number };
const asSaid = { serialize: (day: string) => day, parse: (day: string) => day };

function poolOf(size: number) {
  return postgres(env.DATABASE_URL as string, {
    ...promptSocket(env.DATABASE_URL as string),
    max: size,
    prepare: env.DB_PREPARE,
    connect_timeout: 5,
    // The library waits up to twenty seconds between attempts; a database that is back is used at once.
    backoff: () => 0.2,
    idle_timeout: env.NODE_ENV === "test" ? 5 : undefined,
    onnotice: () => {},
    connection: {
      application_name: "carteira",
      TimeZone: "UTC",
      // A transaction pooler refuses parameters it does not know; there the server itself holds this limit.
      ...(env.DB_PREPARE ? { statement_timeout: env.DB_STATEMENT_TIMEOUT_MS } : {}),
    },
    types: {
      bigint: { to: 20, from: [20], ...asNumber },
      numeric: { to: 1700, from: [1700], ...asNumber },
      day: { to: 1082, from: [1082], ...asSaid },
    },
  });
}

// Statements of a millisecond or two: more of them at once than the machine can work on only make each other slower.
const few = env.DB_POOL ?? Math.min(20, Math.max(4, 2 * availableParallelism()));
const client = poolOf(few);

/**
 * The database through Drizzle. Raw SQL inside it: `tx.execute(sql\`…\`)` with Drizzle's own `sql`; there a moment comes back
 * as text (`new Date(row.at)` reads it), counts and sums as numbers.
 */
export const db = drizzle(client, { schema });

const readers = poolOf(few);

/** The same for reports, on a pool of their own, so that none of them stands before an order. */
export const reports = drizzle(readers, { schema });

/**
 * The database in plain SQL, on a pool of its own, where an export may last as long as its reader is slow: moments are Dates, days
 * are `YYYY-MM-DD`, counts and sums are numbers. It takes no part in `withTx`; use `tx.execute` there.
 */
export const sql = poolOf(env.DB_POOL ?? 10);

/**
 * The same for readings of a millisecond that every page of the shop begins with. They are pipelined over few connections: fewer
 * journeys, and they never wait for one another longer than they take. Nothing slow may be asked here.
 */
export const quick = poolOf(Math.min(few, availableParallelism() + 1));

/** Where an act or a reading runs: the database itself, or the transaction somebody opened around it. */
export type Tx = Omit<typeof db, "$client">;

/** Whether somebody opened a transaction around this. */
export const isInTransaction = (tx: Tx): boolean => tx !== db && tx !== reports;

const mayBeRepeated = new Set(["40001", "40P01"]);

type Work = () => Promise<unknown>;

/** What is to be done after each transaction that is open. */
const after = new WeakMap<Tx, Work[]>();

/**
 * Runs the work in one transaction, and again when PostgreSQL asks for that (serialisation failure, deadlock), five times at
 * most. Inside somebody's transaction it takes part in that one.
 */
export async function withTx<Result>(work: (tx: Tx) => Promise<Result>, outer: Tx = db): Promise<Result> {
  if (isInTransaction(outer)) return work(outer);
  for (let tries = 1; ; tries++) {
    let works: Work[] = [];
    try {
      return await db.transaction((tx) => {
        after.set(tx, works);
        return work(tx);
      });
    } catch (error) {
      if (tries >= 5 || !mayBeRepeated.has(sqlStateOf(error) ?? "")) throw error;
      works = [];
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * tries));
    } finally {
      for (const one of works) await one();
    }
  }
}

/**
 * Does something when the transaction has ended, whether it was kept or undone; at once where there is none. Whatever shall outlive
 * a transaction goes this way: on a second connection it could wait for one that waits for this transaction.
 */
export async function afterTx(tx: Tx, work: Work): Promise<void> {
  const works = after.get(tx);
  if (works) works.push(work);
  else await work();
}

/** Whether the database answers a question now. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await sql`select 1`;
    return true;
  } catch {
    return false;
  }
}

/** Ends all pools; a process that used the database can end after this. */
export async function closeConnections(): Promise<void> {
  await Promise.all([client, readers, sql, quick].map((pool) => pool.end({ timeout: 5 })));
}
