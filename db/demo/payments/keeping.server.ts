import postgres from "postgres";
import type { Thing } from "./things.ts";

/** Where the payment house keeps its things. */
export interface Keeping {
  all(): Promise<Thing[]>;
  keep(thing: Thing): Promise<void>;
  close(): Promise<void>;
}

/** Keeps nothing beyond the process. */
export const inMemory = (): Keeping => ({ all: async () => [], keep: async () => {}, close: async () => {} });

/**
 * Keeps them beside the demo company, in a schema of their own that no other database ever has: a demo that is stopped and
 * started again still knows what was paid, and its pages are found where the shop stands now.
 */
export function besideTheDemo(databaseUrl: string, publicUrl: string): Keeping {
  const sql = postgres(databaseUrl, { max: 1, idle_timeout: 20, onnotice: () => {} });
  const ready = opened(sql, publicUrl);
  return {
    async all() {
      await ready;
      const rows = await sql<{ thing: Thing }[]>`select thing from test_payments.things`;
      return rows.map(({ thing }) => thing);
    },
    async keep(thing) {
      await ready;
      const said = sql.json(JSON.parse(JSON.stringify(thing)));
      await sql`insert into test_payments.things values (${thing.id}, ${said})
        on conflict (id) do update set thing = excluded.thing`;
    },
    close: () => sql.end({ timeout: 2 }),
  };
}

async function opened(sql: postgres.Sql, publicUrl: string): Promise<void> {
  await sql.unsafe(`create schema if not exists test_payments;
    create table if not exists test_payments.things (id text primary key, thing jsonb not null);
    create table if not exists test_payments.stands (at text not null)`);
  const [stood] = await sql<{ at: string }[]>`select at from test_payments.stands`;
  if (stood?.at === publicUrl) return;
  if (!stood) await sql`insert into test_payments.stands values (${publicUrl})`;
  else await moved(sql, `${stood.at}/`, `${publicUrl}/`);
}

/** The demo is served at another address than before: what was handed out leads there. */
async function moved(sql: postgres.Sql, from: string, to: string): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`update test_payments.things set thing = replace(thing::text, ${from}, ${to})::jsonb`;
    await tx`update payment_attempts set url = replace(url, ${from}, ${to}), voucher_url = replace(voucher_url, ${from}, ${to})
      where url like ${`${from}%`} or voucher_url like ${`${from}%`}`;
    await tx`update test_payments.stands set at = ${to.slice(0, -1)}`;
  });
}
