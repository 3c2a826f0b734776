import type postgres from "postgres";

/** Whether these new rows are so many beside those of the table that building its indexes anew is less work than adding to them. */
export async function isMostOf(tx: postgres.TransactionSql, table: string, rows: number): Promise<boolean> {
  const [known] = await tx<{ rows: number }[]>`
    select greatest(reltuples, 0)::bigint as rows from pg_class where oid = ${table}::regclass`;
  return (known?.rows ?? 0) <= 2 * rows;
}

/**
 * Takes the indexes and foreign keys that nothing here needs off these tables, until the answer is called. Everybody else waits
 * for the end of the transaction; the tables are taken in the order in which an order is written, so that nobody waits in a
 * circle. Putting a foreign key back checks every row.
 */
export async function indexesAtRest(tx: postgres.TransactionSql, tables: string[]): Promise<() => Promise<void>> {
  await tx.unsafe(`lock table ${tables.join(", ")} in access exclusive mode`);
  const indexes = await tx<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    where i.indrelid = any (${tables.slice(1)}::text[]::regclass[]) and not i.indisunique`;
  const keys = await tx<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint
    where contype = 'f' and conrelid = any (${tables.slice(1)}::text[]::regclass[])`;
  for (const key of keys) await tx.unsafe(`alter table ${key.table} drop constraint ${key.name}`);
  for (const index of indexes) await tx.unsafe(`drop index ${index.name}`);
  return async () => {
    for (const index of indexes) await tx.unsafe(index.definition);
    for (const key of keys) await tx.unsafe(`alter table ${key.table} add constraint ${key.name} ${key.definition}`);
  };
}
