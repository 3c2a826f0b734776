import postgres from "postgres";
import { fillGoods, goodsSize } from "#app/commands/benchmark/ground/goods.ts";
import type { Benchmark, Ground, Measured } from "#app/commands/benchmark/ground/ground.ts";
import { type Asked, press, Tally, type Target, warmUp } from "#app/commands/benchmark/ground/load.ts";
import { fillPriceTables, tablesSize } from "#app/commands/benchmark/ground/price-tables.ts";
import { builtWorker, serve } from "#app/commands/benchmark/ground/served.ts";
import { signedIn } from "#app/commands/benchmark/ground/signed-in.ts";
import { step } from "#app/commands/progress.ts";
import { migrateDatabase } from "#db/migrate.ts";

const rounds = 4;
const categories = ["higiene-pessoal", "limpeza", "mercearia", "doces", "bebidas", "utilidades"];

/** Presses both in turn, a stretch each, within the same minute. */
async function inTurn(targets: [Target, (turn: number) => Asked][], seconds: number) {
  const tallies = targets.map(() => new Tally());
  for (const [target, asked] of targets) await press(target, asked, { seconds: 60, requests: warmUp });
  for (let round = 0; round < rounds; round++) {
    for (const [at, [target, asked]] of targets.entries()) {
      tallies[at]?.add(await press(target, asked, { seconds: seconds / rounds }));
    }
  }
  return tallies.map((tally) => tally.sum());
}

/** A page of twenty-four among fifty thousand products for customers of three thousand price tables, most of them made of others. */
export const benchmark: Benchmark = {
  async measure(ground: Ground): Promise<Measured[]> {
    const url = ground.databaseUrl.replace(/\/\w+$/, "/benchmark_prices");
    await ground.sql.unsafe("drop database if exists benchmark_prices with (force)");
    await ground.sql.unsafe("create database benchmark_prices");
    try {
      await migrateDatabase(url);
      const sql = postgres(url, { max: 1, onnotice: () => {} });
      await step(`Making ${goodsSize.products} products in ${tablesSize.all} price tables`, async () => {
        await fillGoods(sql);
        await fillPriceTables(sql);
      });
      const cookies = await signedIn(sql);
      await sql.end();
      const site = await serve(builtWorker, url);
      const floor = await serve("app/commands/benchmark/ground/floor-server.ts", url);
      try {
        const page = (turn: number) => 1 + (turn % 10);
        const ofFloor = (turn: number): Asked => ({
          path: `/catalogue?customer=${1 + ((turn * 7) % goodsSize.customers)}&category=${1 + (turn % categories.length)}&offset=${(page(turn) - 1) * 24}`,
        });
        const ours =
          (suffix: string) =>
          (turn: number): Asked => ({
            path: `/catalog/${categories[turn % categories.length]}${suffix}?page=${page(turn)}`,
            headers: { Cookie: cookies[(turn * 7) % goodsSize.customers] ?? "" },
          });
        const figures: Measured[] = [];
        for (const [name, suffix, must, aim] of [
          ["prices: page of 24, 3,000 tables", "", 0.15, 0.3],
          ["prices: the same, data alone", ".data", 0.4, 0.7],
        ] as const) {
          const [floorLoad, ourLoad] = await inTurn(
            [
              [floor, ofFloor],
              [site, ours(suffix)],
            ],
            ground.seconds,
          );
          if (floorLoad && ourLoad) figures.push({ name, floor: floorLoad, ours: ourLoad, must, aim });
        }
        return figures;
      } finally {
        await Promise.all([site.stop(), floor.stop()]);
      }
    } finally {
      await ground.sql.unsafe("drop database if exists benchmark_prices with (force)");
    }
  },
};
