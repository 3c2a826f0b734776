import { floorOfReadings, placeOf } from "#app/commands/benchmark/ground/floor-asked.ts";
import type { Benchmark, Ground, Measured } from "#app/commands/benchmark/ground/ground.ts";
import type { Asked } from "#app/commands/benchmark/ground/load.ts";

/** The shop's catalogue, 24 products at the customer's own price: the whole page, and its data alone. */
export const benchmark: Benchmark = {
  async measure(ground: Ground): Promise<Measured[]> {
    const floor = floorOfReadings(ground.size);
    const ours =
      (suffix: string, headers: Record<string, string> = {}) =>
      (turn: number): Asked => {
        const { customer, category, page } = placeOf(ground.size, turn);
        return {
          path: `/catalog/categoria-${category}${suffix}?page=${page}`,
          headers: { Cookie: ground.buyer(customer), ...headers },
        };
      };
    return [
      {
        name: "catalogue page, 24 products, own price, signed in",
        ...(await ground.sideBySide(floor, ours(""))),
        must: 0.15,
        aim: 0.3,
      },
      {
        name: "the same, compressed",
        ...(await ground.sideBySide(floor, ours("", { "Accept-Encoding": "gzip" }))),
        must: null,
        aim: null,
      },
      {
        name: "the same, its data alone",
        ...(await ground.sideBySide(floor, ours(".data"))),
        must: 0.4,
        aim: 0.7,
      },
    ];
  },
};
