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
 * started again still knows what was paid.
 */
export function besideTheDemo(databaseUrl: string): Keeping {
  const sql = postgres(databaseUrl, { max: 1, idle_timeout: 20, onnotice: () => {} });
  const ready = sql.unsafe(`create schema if not exists test_payments;
    create table if not exists test_payments.things (id text primary key, thing jsonb not null)`);
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
