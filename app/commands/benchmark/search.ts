import { onGoods } from "#app/commands/benchmark/ground/goods-site.ts";
import type { Benchmark, Ground, Measured } from "#app/commands/benchmark/ground/ground.ts";
import { type Asked, press, Tally, type Target, warmUp } from "#app/commands/benchmark/ground/load.ts";

/** What is searched for, and what it stands for. */
const searches = {
  "one common word": ["mercearia", "higiene", "limpeza", "utilidades"],
  "one word": ["sabonete", "detergente", "biscoito", "café"],
  "two words": ["sabonete lavanda", "café torrado", "arroz integral", "papel higiênico"],
  "a SKU": ["AUR-10000", "ser-10030", "BEL-10011", "10777"],
  "an EAN": ["7890000000097", "7890000000970", "7890000009700", "7890000097000"],
  "a typo": ["detergnete", "sabonete lavamda", "bolaxa", "biscoito recheadu"],
  "three typos": [
    "sabonte liqudo lavnda",
    "detergnete nuetro refli",
    "cafe torado modio tradiconal",
    "papl higienco famila",
  ],
  nonsense: ["xyzzyq", "qwrtplk zzxxy", "wwwwwwww", "jjkkqq 99x"],
  "one category, nothing typed": [""],
} as const;

const mostMilliseconds = 100;

const addressOf = (q: string, turn: number): string =>
  q === "" ? `/catalog/limpeza.data?page=${1 + (turn % 10)}` : `/search.data?q=${encodeURIComponent(q)}`;

/** One search after the other, as one buyer types: what is measured is the answer, not a queue before it. */
async function measured(target: Target, cookies: string[], seconds: number, asked: (turn: number) => string) {
  const next = (turn: number): Asked => ({
    path: asked(turn),
    headers: { Cookie: cookies[turn % cookies.length] ?? "" },
  });
  await press(target, next, { seconds: 60, requests: Math.min(warmUp, 40), connections: 1 });
  const tally = new Tally();
  tally.add(await press(target, next, { seconds, connections: 1 }));
  return tally.sum();
}

/**
 * Searches among fifty thousand products, with own prices, facets and their counts, each answered within a tenth of a second by the
 * server. Beside them the floor: the same process asking for nothing but whether it is alive.
 */
export const benchmark: Benchmark = {
  async measure(ground: Ground): Promise<Measured[]> {
    return onGoods(ground, { name: "search", making: "to search among" }, async ({ site, cookies }) => {
      const floor = await measured(site, cookies, 1, () => "/healthz");
      const figures: Measured[] = [];
      for (const [name, words] of Object.entries(searches)) {
        const ours = await measured(site, cookies, ground.seconds / 2, (turn) =>
          addressOf(words[turn % words.length] ?? "", turn),
        );
        figures.push({ name: `search: ${name}`, floor, ours, must: null, aim: null, mostMilliseconds });
      }
      return figures;
    });
  },
};
