import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsSession } from "drizzle-orm/postgres-js";
import { env } from "#app/env.server.ts";
import { db, type Tx } from "./connection.server.ts";

const dialect = new PgDialect();

/**
 * Rows of a statement that PostgreSQL keeps prepared on the connection: one journey instead of two, planned once. For
 * statements that are asked often and whose text never varies with what is asked. Unlike `sql`, it takes part in `withTx`.
 */
export function preparedRows<Row extends object>(statement: SQL, tx: Tx = db): Promise<Row[]> {
  return preparedText(dialect.sqlToQuery(statement), tx);
}

/** The same for SQL text with `$1`, `$2`… in it. */
export async function preparedText<Row extends object>(
  query: { sql: string; params: unknown[] },
  tx: Tx,
): Promise<Row[]> {
  const { session } = tx._;
  if (!(session instanceof PostgresJsSession)) throw new TypeError("A database that postgres.js does not drive.");
  // Past Drizzle's own wrapping, which costs as much as a small statement; its mapping of columns is not needed here.
  return session.client.unsafe(query.sql, query.params, { prepare: env.DB_PREPARE });
}
