import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
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
export function preparedText<Row extends object>(query: { sql: string; params: unknown[] }, tx: Tx): Promise<Row[]> {
  const name = env.DB_PREPARE ? "prepared" : undefined;
  const asked = tx._.session.prepareQuery<{ execute: Row[]; all: Row[]; values: unknown[] }>(
    query,
    undefined,
    name,
    false,
  );
  return asked.execute();
}
