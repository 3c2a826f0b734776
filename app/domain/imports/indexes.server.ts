import type postgres from "postgres";
import { sqlStateOf } from "#db/errors.ts";

/** Whether these new rows are so many beside those of the table that building its indexes anew is less work than adding to them. */
export async function isMostOf(tx: postgres.TransactionSql, table: string, rows: number): Promise<boolean> {
  const [known] = await tx<{ rows: number }[]>`
    select greatest(reltuples, 0)::bigint as rows from pg_class where oid = ${table}::regclass`;
  return (known?.rows ?? 0) <= 2 * rows;
}

const patience = "300ms";
const tries = 20;

/**
 * Takes these tables for this transaction alone, or says that others are too busy with them. It lets go of all and tries again
 * when one is in use, sooner than PostgreSQL would call it a deadlock; so nobody is turned away.
 */
export async function takenAlone(tx: postgres.TransactionSql, tables: string[]): Promise<boolean> {
  for (let turn = 0; turn < tries; turn++) {
    try {
      await tx.savepoint(async (inside) => {
        await inside.unsafe(
          `set local lock_timeout = '${patience}'; lock table ${tables.join(", ")} in access exclusive mode`,
        );
      });
      await tx.unsafe("set local lock_timeout = 0");
      return true;
    } catch (fault) {
      if (sqlStateOf(fault) !== "55P03") throw fault;
    }
  }
  return false;
}

/**
 * Begins those of these tables that are empty anew. What goes into a table of the same transaction needs no write-ahead log where
 * the server keeps no more of it than a crash needs, as our own does. They must have been taken alone before.
 */
export async function begunAnew(tx: postgres.TransactionSql, tables: string[]): Promise<void> {
  for (const table of tables) {
    const [some] = await tx.unsafe(`select 1 from ${table} limit 1`);
    if (!some) await tx.unsafe(`truncate ${table}`);
  }
}

/**
 * Takes the indexes and foreign keys of these tables off, with the primary keys of those in `whole`, until the answer is called.
 * The tables must have been taken alone before; everybody else waits for the end of the transaction. Putting a key back checks
 * every row.
 */
export async function indexesAtRest(
  tx: postgres.TransactionSql,
  tables: string[],
  whole: string[],
): Promise<() => Promise<void>> {
  const indexes = await tx<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    where i.indrelid = any (${tables}::text[]::regclass[])
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`;
  const keys = await tx<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where (contype = 'f' and conrelid = any (${tables}::text[]::regclass[]))
      or (contype = 'p' and conrelid = any (${whole}::text[]::regclass[]))
    order by contype desc`;
  for (const key of keys) await tx.unsafe(`alter table ${key.table} drop constraint ${key.name}`);
  for (const index of indexes) await tx.unsafe(`drop index ${index.name}`);
  return async () => {
    for (const key of keys) await tx.unsafe(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
    for (const index of indexes) await tx.unsafe(index.definition);
  };
}
