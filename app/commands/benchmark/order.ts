import { Agent } from "node:http";
import { adding, aQuantity, checkoutForm, skuOf } from "#app/commands/benchmark/ground/buying.ts";
import { type Benchmark, type Ground, type Measured, warmedUp } from "#app/commands/benchmark/ground/ground.ts";
import { type Asked, ask, type Load, press, Tally } from "#app/commands/benchmark/ground/load.ts";

const connections = 16;
const seconds = 8;
const rounds = 4;

/** From nothing to an order: into the cart, the checkout page, the order; all calls count as one. */
async function orderWhole(ground: Ground, turn: number, agent: Agent): Promise<number> {
  const { customers, products } = ground.size;
  const customer = 1 + (turn % customers);
  await ask(ground.site.url, adding(ground, customer, skuOf(1 + ((turn * 13) % products))), agent);
  const form = await checkoutForm(ground, customer, agent);
  const answer = await ask(ground.site.url, form, agent);
  return answer.location?.startsWith("/orders/") ? answer.status : 500;
}

async function ordersFor(ground: Ground, forSeconds: number, from: number, most = Number.POSITIVE_INFINITY) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  let turn = from;
  const startedAt = performance.now();
  const worker = async () => {
    while (performance.now() < startedAt + forSeconds * 1000 && turn - from < most) {
      const sentAt = performance.now();
      const status = await orderWhole(ground, turn++, agent);
      times.push(performance.now() - sentAt);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return { turn, stretch: { seconds: (performance.now() - startedAt) / 1000, cpu: null, times, statuses, bytes: 0 } };
}

/** The same order as another system hands it in: one call. */
const handedIn = (ground: Ground, turn: number): Asked => ({
  path: "/api/v1/orders",
  method: "POST",
  headers: {
    Authorization: `Bearer ${ground.token}`,
    "Content-Type": "application/json",
    "Idempotency-Key": `benchmark-${turn}`,
  },
  body: JSON.stringify({
    customer: `C${1 + (turn % ground.size.customers)}`,
    lines: [{ sku: skuOf(1 + ((turn * 13) % ground.size.products)), quantity: aQuantity }],
  }),
});

/**
 * A whole order against an order of the floor: through the API, as the peers were measured, and, to be watched, through the pages of
 * the shop. Those hold an addition (.35 of the floor must be reached) and a page (.15) beside the order, which is more than 1 / .15
 * of a floor order before anything is ordered.
 */
export const benchmark: Benchmark = {
  async measure(ground: Ground): Promise<Measured[]> {
    const floorOrder = (turn: number): Asked => ({
      path: `/order?customer=${1 + (turn % ground.size.customers)}&product=${1 + ((turn * 13) % ground.size.products)}&quantity=${aQuantity}`,
    });
    let sent = 0;
    const byApi = await ground.sideBySide(floorOrder, () => handedIn(ground, sent++));
    const [floor, ours] = [new Tally(), new Tally()];
    let turn = 0;
    await warmedUp(ground.sql, async (requests) => {
      turn = (await ordersFor(ground, 60, turn, requests / 3)).turn;
    });
    for (let round = 0; round < rounds; round++) {
      floor.add(await press(ground.floor, floorOrder, { seconds: seconds / rounds }));
      const done = await ordersFor(ground, seconds / rounds, turn);
      turn = done.turn;
      ours.add(done.stretch);
    }
    const byPages: { floor: Load; ours: Load } = { floor: floor.sum(), ours: ours.sum() };
    return [
      { name: "order, all calls through the API, against a floor order", ...byApi, must: 0.15, aim: 0.35 },
      { name: "order, all calls through the pages, against a floor order", ...byPages, must: null, aim: null },
    ];
  },
};
