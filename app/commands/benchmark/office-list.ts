import { floorOfReadings } from "#app/commands/benchmark/ground/floor-asked.ts";
import type { Benchmark, Ground, Measured } from "#app/commands/benchmark/ground/ground.ts";
import type { Asked } from "#app/commands/benchmark/ground/load.ts";
import { paths } from "#app/paths.ts";

/** What a manager types to find customers: pieces of their numbers, as every customer of the company has one. */
const typed = (turn: number): string => String(10 + (turn % 40));

/** The office's list of customers, searched: the whole page, with standing, class and value of each. */
export const benchmark: Benchmark = {
  async measure(ground: Ground): Promise<Measured[]> {
    const namesAlone = (turn: number): Asked => ({ path: `/customers?q=${typed(turn)}` });
    const ours = (turn: number): Asked => ({
      path: paths.office.customers({ q: typed(turn) }),
      headers: { Cookie: ground.manager },
    });
    return [
      {
        name: "office list with search, page",
        ...(await ground.sideBySide(floorOfReadings(ground.size), ours)),
        must: 0.12,
        aim: 0.25,
      },
      {
        name: "the same, against four columns of the customers found",
        ...(await ground.sideBySide(namesAlone, ours)),
        must: null,
        aim: null,
      },
    ];
  },
};
