import { adding, checkoutForm } from "#app/commands/benchmark/ground/buying.ts";
import type { Benchmark, Ground, Measured } from "#app/commands/benchmark/ground/ground.ts";
import { type Asked, ask, type Load, Tally } from "#app/commands/benchmark/ground/load.ts";

const units = 10;
const buyers = 50;

/** Sends everything in the same instant and measures each answer. */
async function atOnce(url: string, all: Asked[]): Promise<{ load: Load; locations: (string | undefined)[] }> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const startedAt = performance.now();
  const answers = await Promise.all(
    all.map(async (asked) => {
      const answer = await ask(url, asked);
      times.push(performance.now() - startedAt);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      return answer;
    }),
  );
  const tally = new Tally();
  tally.add({ seconds: (performance.now() - startedAt) / 1000, cpu: null, times, statuses, bytes: 0 });
  return { load: tally.sum(), locations: answers.map((answer) => answer.location) };
}

/** Fifty buyers send their order for the last ten units at once: ten are sold, forty are told, nobody meets a fault. */
export const benchmark: Benchmark = {
  async measure(ground: Ground): Promise<Measured[]> {
    const [product] = await ground.sql<{ id: number; sku: string }[]>`
      select id, sku from products where pack_multiple = 1 order by id limit 1`;
    if (!product) throw new Error("the company has no product without packs");
    const only = (free: number) =>
      ground.sql`update stock set on_hand = reserved + ${free} where product_id = ${product.id}`;
    const everybody = Array.from({ length: buyers }, (_, turn) => turn + 1);
    await only(units);
    const floor = await atOnce(
      ground.floor.url,
      everybody.map((customer) => ({ path: `/order?customer=${customer}&product=${product.id}&quantity=1` })),
    );
    await only(1_000_000);
    await ground.sql`delete from cart_lines`;
    for (const customer of everybody) await ask(ground.site.url, adding(ground, customer, product.sku, 1));
    const forms = await Promise.all(everybody.map((customer) => checkoutForm(ground, customer)));
    await only(units);
    const ours = await atOnce(ground.site.url, forms);
    await only(1_000_000);
    const sold = ours.locations.filter((location) => location?.startsWith("/orders/")).length;
    const told = ours.load.statuses[409] ?? 0;
    if (sold !== units || told !== buyers - units) {
      throw new Error(
        `${sold} of the last ${units} were sold and ${told} were told: ${JSON.stringify(ours.load.statuses)}`,
      );
    }
    const name = `last ${units} units, ${buyers} buyers at once: ${sold} sold, ${told} told`;
    return [{ name, floor: floor.load, ours: ours.load, must: null, aim: null }];
  },
};
