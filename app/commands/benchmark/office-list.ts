import type { Benchmark, Ground, Measured } from "#app/commands/benchmark/ground/ground.ts";
import type { Asked } from "#app/commands/benchmark/ground/load.ts";
import { paths } from "#app/paths.ts";

/** What a manager types to find customers: pieces of their numbers, as every customer of the company has one. */
const typed = (turn: number): string => String(10 + (turn % 40));

/** The office's list of customers, searched: the whole page, with standing, class and value of each. */
export const benchmark: Benchmark = {
  async measure(ground: Ground): Promise<Measured[]> {
    const floor = (turn: number): Asked => ({ path: `/customers?q=${typed(turn)}` });
    const ours = (turn: number): Asked => ({
      path: paths.office.customers({ q: typed(turn) }),
      headers: { Cookie: ground.manager },
    });
    const load = await ground.sideBySide(floor, ours);
    return [{ name: "office list with search, page", ...load, must: 0.12, aim: 0.25 }];
  },
};
