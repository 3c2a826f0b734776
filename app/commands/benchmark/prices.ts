import { goodsSize } from "#app/commands/benchmark/ground/goods.ts";
import { onGoods } from "#app/commands/benchmark/ground/goods-site.ts";
import type { Benchmark, Ground, Measured } from "#app/commands/benchmark/ground/ground.ts";
import { type Asked, press, Tally, type Target, warmUp } from "#app/commands/benchmark/ground/load.ts";
import { fillPriceTables, tablesSize } from "#app/commands/benchmark/ground/price-tables.ts";
import { serve } from "#app/commands/benchmark/ground/served.ts";

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
    const making = `in ${tablesSize.all} price tables`;
    return onGoods(
      ground,
      { name: "prices", making, fill: fillPriceTables },
      async ({ site, cookies, databaseUrl }) => {
        const floor = await serve("app/commands/benchmark/ground/floor-server.ts", databaseUrl);
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
            const inTurns: [Target, (turn: number) => Asked][] = [
              [floor, ofFloor],
              [site, ours(suffix)],
            ];
            const [floorLoad, ourLoad] = await inTurn(inTurns, ground.seconds);
            if (floorLoad && ourLoad) figures.push({ name, floor: floorLoad, ours: ourLoad, must, aim });
          }
          return figures;
        } finally {
          await floor.stop();
        }
      },
    );
  },
};
