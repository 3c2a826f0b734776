import postgres from "postgres";
import { step } from "#app/commands/progress.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { fillGoods, goodsSize } from "./goods.ts";
import type { Ground } from "./ground.ts";
import { builtWorker, type Served, serve } from "./served.ts";
import { signedIn } from "./signed-in.ts";

/** A site on the catalogue of a large distributor: its address, the cookies of its buyers, and its database. */
export interface GoodsSite {
  site: Served;
  cookies: string[];
  sql: postgres.Sql;
  databaseUrl: string;
}

/** Makes a database of fifty thousand products, and what `fill` puts into it, serves it while the work runs, and removes it. */
export async function onGoods<Result>(
  ground: Ground,
  { name, making, fill }: { name: string; making: string; fill?: (sql: postgres.Sql) => Promise<void> },
  work: (on: GoodsSite) => Promise<Result>,
): Promise<Result> {
  const database = `benchmark_${name}`;
  const databaseUrl = ground.databaseUrl.replace(/\/\w+$/, `/${database}`);
  await ground.sql.unsafe(`drop database if exists ${database} with (force)`);
  await ground.sql.unsafe(`create database ${database}`);
  try {
    await migrateDatabase(databaseUrl);
    const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
    try {
      await step(`Making ${goodsSize.products} products ${making}`, async () => {
        await fillGoods(sql);
        await fill?.(sql);
      });
      const cookies = await signedIn(sql);
      const site = await serve(builtWorker, databaseUrl);
      try {
        return await work({ site, cookies, sql, databaseUrl });
      } finally {
        await site.stop();
      }
    } finally {
      await sql.end();
    }
  } finally {
    await ground.sql.unsafe(`drop database if exists ${database} with (force)`);
  }
}
