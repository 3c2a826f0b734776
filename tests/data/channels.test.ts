import { sql as condition } from "drizzle-orm";
import { expect, test } from "vitest";
import { finishActivity, noteActivity, planActivity } from "#app/domain/activities/activities.server.ts";
import { channelPeriod, servedCustomers, summarised } from "#app/domain/channels/channels.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { type CompanySettings, defaultSettings } from "#app/domain/customers/settings.ts";
import { read } from "#app/domain/indicators/read.server.ts";
import { customersMatching } from "#app/domain/portfolio/filter.server.ts";
import { sql } from "#db/connection.server.ts";
import { repActingAs } from "#tests/builders/distributor.ts";
import { cartOf, ordered, rep, servedBy } from "#tests/builders/field.ts";

const noon = new Date("2026-11-16T15:00:00Z");
const daysBefore = (count: number) => new Date(noon.getTime() - count * 86_400_000);
const costs: CompanySettings = {
  ...defaultSettings,
  visitMinutes: 45,
  visitKilometres: 20,
  callMinutes: 7,
  hourCostCents: 4_400,
  kilometreCostCents: 120,
  marginBasisPoints: 2_500,
};

type Served = Awaited<ReturnType<typeof servedBy>>;
const online = async ({ buyer, addressId }: Served, at: Date, priceE4 = 100_000) => {
  await cartOf(buyer, at, { priceE4 });
  return ordered(buyer, addressId, at);
};
const byPhone = async ({ customerId, addressId }: Served, at: Date) => {
  const acting = await repActingAs(customerId);
  await cartOf(acting, at);
  return ordered(acting, addressId, at);
};
const served = async (scope: Scope, asOf = noon, settings = costs) =>
  servedCustomers(condition`customers.rep_id = ${scope.repId}`, asOf, settings);

test("a customer's channel is read from their own orders: online from exactly seventy percent", async () => {
  const mine = await rep();
  const made = await Promise.all([1, 2, 3, 4].map(() => servedBy(mine.repId)));
  const [mostly, half, called, silent] = made as [Served, Served, Served, Served];
  for (let turn = 0; turn < 10; turn++) await (turn < 7 ? online : byPhone)(mostly, daysBefore(turn + 1));
  for (let turn = 0; turn < 10; turn++) await (turn < 6 ? online : byPhone)(half, daysBefore(turn + 1));
  for (let turn = 0; turn < 10; turn++) await (turn < 3 ? online : byPhone)(called, daysBefore(turn + 1));
  const rows = await served(mine);
  const channelOf = (one: Served) => rows.find((row) => row.customerId === one.customerId)?.channel;
  expect([mostly, half, called, silent].map(channelOf)).toEqual(["online", "hybrid", "visited", "dormant"]);
  expect(rows.find((row) => row.customerId === mostly.customerId)).toMatchObject({
    orders: 10,
    storefrontOrders: 7,
    valueCents: 100_000,
  });
  for (const channel of ["online", "visited", "hybrid", "dormant"] as const) {
    const chosen = await sql<{ id: number }[]>`select id from customers where rep_id = ${mine.repId}`;
    const matching = customersMatching({ channel: [channel] }, mine, noon, costs);
    const kept = await servedCustomers(matching, noon, costs);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.channel).toBe(channel);
    expect(chosen.map((row) => row.id)).toContain(kept[0]?.customerId);
  }
});

test("orders count for a hundred and eighty days and not a day longer", async () => {
  const mine = await rep();
  const one = await servedBy(mine.repId);
  expect(channelPeriod(noon)).toEqual({ from: "2026-05-21", to: "2026-11-17" });
  await online(one, new Date("2026-05-20T15:00:00Z"));
  expect((await served(mine))[0]?.channel).toBe("dormant");
  await byPhone(one, new Date("2026-05-21T15:00:00Z"));
  expect((await served(mine))[0]).toMatchObject({ channel: "visited", orders: 1 });
});

test("serving two visits and three calls costs what the settings say, rounded once", async () => {
  const mine = await rep();
  const one = await servedBy(mine.repId);
  const { customerId } = one;
  await online(one, daysBefore(3), 5_000_000);
  const came = { outcome: "other", notes: "", nextStep: "", nextStepOn: "", minutes: "", kilometres: "" } as const;
  for (const on of ["2026-11-10", "2026-11-11"]) {
    const id = await planActivity(mine, { kind: "visit", customerId, on, at: "09:00", subject: "" }, daysBefore(20));
    await finishActivity(mine, id, came, daysBefore(5));
  }
  await planActivity(mine, { kind: "visit", customerId, on: "2026-11-12", at: "09:00", subject: "" }, daysBefore(20));
  for (const day of [6, 7, 8]) await noteActivity(mine, { customerId, kind: "call" }, daysBefore(day));
  await noteActivity(mine, { customerId, kind: "message" }, daysBefore(6));
  await noteActivity(mine, { customerId, kind: "call" }, daysBefore(181));
  const [row] = await served(mine);
  // Two visits: 45 min of R$ 44,00 an hour is R$ 33,00, 20 km of R$ 1,20 is R$ 24,00. Three calls: 21 min, R$ 15,40.
  const costCents = 2 * 5_700 + 1_540;
  expect(row).toMatchObject({ visits: 2, calls: 3, costCents, valueCents: 500_000, marginCents: 125_000 - costCents });
});

test("the indicator counts the same cost and margin as the page, day by day of the period", async () => {
  const mine = await rep();
  const one = await servedBy(mine.repId);
  await online(one, daysBefore(3), 5_000_000);
  for (const day of [6, 7, 40]) await noteActivity(mine, { customerId: one.customerId, kind: "call" }, daysBefore(day));
  await sql`insert into company_settings (key, from_at, value) values
    ('callMinutes', '2026-01-01', '7'), ('hourCostCents', '2026-01-01', '4400')`;
  await new Promise((resolve) => setTimeout(resolve, 3_100));
  const asked = { scope: mine, asOf: noon, filter: {} };
  const whole = await read("cost-to-serve", { ...asked, ...channelPeriod(noon) });
  expect(whole).toMatchObject({ value: 1_540, values: { visits: 0, calls: 3 } });
  const november = await read("cost-to-serve", { ...asked, from: "2026-11-01", to: "2026-11-17" });
  expect(november).toMatchObject({ value: 1_027, values: { calls: 2 } });
  const margin = await read("channel-margin", { ...asked, from: "2026-11-01", to: "2026-11-17" });
  expect(margin).toMatchObject({ value: 125_000 - 1_027, values: { value: 500_000, cost: 1_027 } });
  expect((await served(mine))[0]).toMatchObject({ costCents: 1_540, marginCents: 125_000 - 1_540 });
});

test("abandonment of a channel leaves carts that still move out of both sides", async () => {
  const mine = await rep();
  const one = await servedBy(mine.repId);
  const two = await servedBy(mine.repId);
  await online(one, daysBefore(30));
  await cartOf(one.buyer, daysBefore(10));
  await online(two, daysBefore(9));
  await cartOf(two.buyer, daysBefore(0.5));
  const channels = summarised(await served(mine));
  expect(channels.map((row) => row.channel)).toEqual(["online", "visited", "hybrid", "dormant"]);
  expect(channels[0]).toMatchObject({ customers: 2, orders: 2, carts: 3, abandonedCarts: 1, abandonment: 1 / 3 });
  expect(channels[0]?.averageOrderCents).toBe(10_000);
  expect(channels[1]).toMatchObject({ customers: 0, orders: 0, averageOrderCents: null, abandonment: null });
});

test("a past moment reads the same after later orders and calls", async () => {
  const mine = await rep();
  const one = await servedBy(mine.repId);
  await online(one, daysBefore(30));
  const asOf = daysBefore(20);
  const before = await served(mine, asOf);
  await byPhone(one, daysBefore(2));
  await noteActivity(mine, { customerId: one.customerId, kind: "call" }, daysBefore(2));
  await cartOf(one.buyer, daysBefore(2));
  expect(await served(mine, asOf)).toEqual(before);
});

test("a rep is shown the channels of their own customers only", async () => {
  const [mine, other] = [await rep(), await rep()];
  await online(await servedBy(mine.repId), daysBefore(2));
  await online(await servedBy(other.repId), daysBefore(2));
  expect(await servedCustomers(customersMatching({}, mine, noon, costs), noon, costs)).toHaveLength(1);
});
