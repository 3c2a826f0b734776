import { onGoods } from "#app/commands/benchmark/ground/goods-site.ts";
import type { Benchmark, Ground, Measured } from "#app/commands/benchmark/ground/ground.ts";
import { type Asked, press, Tally } from "#app/commands/benchmark/ground/load.ts";

const mostMilliseconds = 1_000;
const lines = 40;
const lists = 8;

interface Named {
  sku: string;
  name: string;
}

/** A word as somebody types it in a hurry: its second letter is left out. */
const inAHurry = (word: string): string => (word.length > 4 ? word[0] + word.slice(2) : word);

/** How buyers write their lists: by code, as the product is called, and in a hurry. */
const ways: Record<string, (one: Named, at: number) => string> = {
  "by code": ({ sku }, at) => `${sku}\t${12 * (1 + (at % 5))}`,
  "by name": ({ name }, at) => `${1 + (at % 9)} cx ${name.toLowerCase()}`,
  "every word mistyped": ({ name }, at) =>
    `${1 + (at % 9)} cx ${name.toLowerCase().split(" ").map(inAHurry).join(" ")}`,
};

/** A list of forty lines is pasted into the quick order: read, matched among fifty thousand products, priced and drawn. */
export const benchmark: Benchmark = {
  async measure(ground: Ground): Promise<Measured[]> {
    return onGoods(ground, { name: "entry", making: "to order from" }, async ({ site, cookies, sql }) => {
      const named = await sql<Named[]>`
        select sku, name from products order by (id::bigint * 7919) % 50000 limit ${lines * lists}`;
      const pasted = (line: (one: Named, at: number) => string, turn: number): Asked => {
        const from = (turn % lists) * lines;
        const text = named
          .slice(from, from + lines)
          .map(line)
          .join("\n");
        return {
          path: "/quick-order",
          method: "POST",
          headers: {
            Cookie: cookies[turn % cookies.length] ?? "",
            Origin: site.url,
            "Content-Type": "application/x-www-form-urlencoded",
          },
          body: new URLSearchParams({ act: "read", text }).toString(),
        };
      };
      const loaded = async (seconds: number, asked: (turn: number) => Asked) => {
        const tally = new Tally();
        await press(site, asked, { seconds: 60, requests: lists, connections: 1 });
        tally.add(await press(site, asked, { seconds, connections: 1 }));
        return tally.sum();
      };
      const floor = await loaded(1, () => ({ path: "/healthz" }));
      const figures: Measured[] = [];
      for (const [name, line] of Object.entries(ways)) {
        const ours = await loaded(ground.seconds, (turn) => pasted(line, turn));
        figures.push({ name: `40 lines pasted, ${name}`, floor, ours, must: null, aim: null, mostMilliseconds });
      }
      return figures;
    });
  },
};
