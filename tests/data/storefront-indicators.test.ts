import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf, recordLook } from "#app/domain/carts/open-cart.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { read } from "#app/domain/indicators/read.server.ts";
import { rowsBehind } from "#app/domain/indicators/rows.server.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { followUp } from "#app/domain/recovery/follow-ups.server.ts";
import { product, repActingAs } from "#tests/builders/distributor.ts";
import { cartOf, ordered, rep, servedBy } from "#tests/builders/field.ts";

const october = { from: "2026-10-01", to: "2026-11-01" };
const asOf = new Date("2026-11-20T15:00:00Z");
const opened = new Date("2026-10-10T12:00:00Z");
const after = (hours: number) => new Date(opened.getTime() + hours * 3_600_000);
const hello = { medium: "phone" as const, text: "" };

const reading = (key: string, scope: Scope, when = asOf) => read(key, { scope, ...october, asOf: when, filter: {} });
const rows = async (key: string, scope: Scope, when = asOf, slice: string | null = null) => {
  const { page } = await rowsBehind(
    key,
    { scope, ...october, asOf: when, filter: {} },
    { page: 1, pageSize: 100, slice },
  );
  return page;
};

/** Ten carts of October: three left (one contacted), four recovered, two ordered at once, one of them late; one still moves. */
async function octoberOf(mine: Scope & { repId: number }) {
  const quiet = await Promise.all(
    [1, 2, 3].map(async () => {
      const one = await servedBy(mine.repId);
      return { ...one, ...(await cartOf(one.buyer, opened, { priceE4: 100_000 })) };
    }),
  );
  await followUp(mine, quiet[0]?.cartId as number, hello, after(24 + 6));
  for (const hours of [48, 72, 100, 24 + 14 * 24]) {
    const one = await servedBy(mine.repId);
    const { cartId } = await cartOf(one.buyer, opened, { priceE4: 250_000 });
    if (hours === 72) await followUp(mine, cartId, hello, after(24 + 10));
    await ordered(one.buyer, one.addressId, after(hours));
  }
  const atOnce = await servedBy(mine.repId);
  await cartOf(atOnce.buyer, opened);
  await ordered(atOnce.buyer, atOnce.addressId, after(1));
  const late = await servedBy(mine.repId);
  await cartOf(late.buyer, opened);
  await ordered(late.buyer, late.addressId, after(24 + 15 * 24));
  const moving = await servedBy(mine.repId);
  await cartOf(moving.buyer, opened);
  for (let day = 0; day <= 41; day++) await recordStep(moving.buyer, { kind: "visited" }, after(day * 23.5));
  await recordStep(moving.buyer, { kind: "visited" }, new Date("2026-11-20T12:00:00Z"));
  return { quiet };
}

test("abandonment is the share left of those no longer moving; what is still moving is on neither side", async () => {
  const mine = await rep();
  await octoberOf(mine);
  const told = await reading("cart-abandonment", mine);
  expect(told.values).toEqual({ abandoned: 3, ordered: 6, moving: 1 });
  expect(told.value).toBe(3 / 9);
  expect((await rows("cart-abandonment", mine)).total).toBe(3);
  expect(await reading("abandoned-value", mine)).toMatchObject({ value: 30_000, values: { carts: 3 } });
  expect((await rows("abandoned-value", mine)).rows.map((row) => row.value_cents)).toEqual([10_000, 10_000, 10_000]);
});

test("recovery counts what became an order within fourteen days of going quiet, out of all that went quiet", async () => {
  const mine = await rep();
  await octoberOf(mine);
  const told = await reading("recovery-rate", mine);
  expect(told.values).toEqual({ wentQuiet: 8, recovered: 4, contacted: 2 });
  expect(told.value).toBe(0.5);
  expect((await rows("recovery-rate", mine)).total).toBe(4);
  expect(await reading("recovered-value", mine)).toMatchObject({ value: 100_000, values: { orders: 4 } });
  expect(await reading("follow-up-rate", mine)).toMatchObject({ value: 0.25 });
  expect((await rows("follow-up-rate", mine)).total).toBe(2);
  expect(await reading("time-to-follow-up", mine)).toMatchObject({ value: 8, values: { carts: 2 } });
  expect((await rows("time-to-follow-up", mine)).total).toBe(2);
});

test("a contact made before the cart went quiet has no time to follow-up", async () => {
  const mine = await rep();
  const { buyer, addressId } = await servedBy(mine.repId);
  const { cartId } = await cartOf(buyer, opened);
  await followUp(mine, cartId, hello, after(2));
  await ordered(buyer, addressId, after(3));
  expect(await reading("time-to-follow-up", mine)).toMatchObject({ value: null, values: { carts: 0 } });
});

test("under five carts, abandonment says too little data", async () => {
  const mine = await rep();
  const { buyer } = await servedBy(mine.repId);
  await cartOf(buyer, opened);
  expect(await reading("cart-abandonment", mine)).toMatchObject({ value: null, tooLittle: { counted: 1, minimum: 5 } });
});

test("the reasons add up to the abandoned carts and their value", async () => {
  const mine = await rep();
  await octoberOf(mine);
  const short = await servedBy(mine.repId);
  await cartOf(short.buyer, opened, { onHand: 1, priceE4: 70_000 });
  const held = await servedBy(mine.repId, { limitCents: 1 });
  await cartOf(held.buyer, opened, { priceE4: 30_000 });
  await recordLook(held.buyer, "cart_viewed", await openCartOf(held.buyer, after(0.2)), after(0.2));
  const told = await reading("abandonment-reasons", mine);
  expect(told.value).toBe(5);
  expect(Object.fromEntries(told.slices.map(({ key, value, values }) => [key, [value, values.cents]]))).toEqual({
    credit_held: [1, 3_000],
    out_of_stock: [1, 7_000],
    price_check: [3, 30_000],
  });
  const abandoned = await reading("abandoned-value", mine);
  expect(told.slices.reduce((sum, slice) => sum + (slice.values.cents ?? 0), 0)).toBe(abandoned.value);
  expect((await rows("abandonment-reasons", mine)).total).toBe(5);
  for (const { key, value } of told.slices)
    expect((await rows("abandonment-reasons", mine, asOf, key)).total).toBe(value);
});

test("funnel and conversion are the customers of the lists behind them", async () => {
  const mine = await rep();
  const soap = await product();
  for (let turn = 0; turn < 8; turn++) {
    const { buyer, addressId } = await servedBy(mine.repId);
    if (turn > 0) await recordStep(buyer, { kind: "signed_in" }, opened);
    if (turn > 2) await addToCart(buyer, { sku: soap.sku, quantity: 1 }, after(0.1));
    if (turn > 4) await ordered(buyer, addressId, after(0.2));
  }
  const told = await reading("funnel", mine);
  expect(told.values).toEqual({ withAccess: 8, accessed: 7, added: 5, ordered: 3 });
  expect((await rows("funnel", mine)).total).toBe(8);
  expect(await reading("conversion", mine)).toMatchObject({ value: 3 / 7, values: { accessed: 7, ordered: 3 } });
  expect((await rows("conversion", mine)).total).toBe(7);
});

test("searches in vain are the buyers' own, by what they asked for", async () => {
  const mine = await rep();
  const { buyer, customerId } = await servedBy(mine.repId);
  await recordStep(buyer, { kind: "searched", query: "Talco", results: 0 }, opened);
  await recordStep(buyer, { kind: "searched", query: "talco", results: 0 }, after(1));
  await recordStep(buyer, { kind: "searched", query: "sabão", results: 4 }, after(1));
  await recordStep(buyer, { kind: "searched", query: "vela", results: 0 }, after(24 * 40));
  await recordStep(await repActingAs(customerId), { kind: "searched", query: "pilha", results: 0 }, opened);
  const told = await reading("searches-without-result", mine);
  expect(told).toMatchObject({ value: 2, values: { customers: 1 } });
  expect((await rows("searches-without-result", mine)).rows.map((row) => row.query)).toEqual(["talco", "talco"]);
});

test("online share is the buyers' own orders by value", async () => {
  const mine = await rep();
  const { buyer, customerId, addressId } = await servedBy(mine.repId);
  const acting = await repActingAs(customerId);
  for (let turn = 0; turn < 3; turn++) {
    await cartOf(buyer, after(turn), { priceE4: 100_000 });
    await ordered(buyer, addressId, after(turn));
    await cartOf(acting, after(turn), { priceE4: 300_000 });
    await ordered(acting, addressId, after(turn));
  }
  expect(await reading("online-share", mine)).toMatchObject({
    value: 0.25,
    values: { online: 30_000, total: 120_000 },
  });
});

test("a past moment reads the same after the carts have moved on", async () => {
  const mine = await rep();
  const { quiet } = await octoberOf(mine);
  const keys = ["cart-abandonment", "abandoned-value", "recovery-rate", "abandonment-reasons", "funnel"];
  const past = after(24 * 20);
  const readings = () => Promise.all(keys.map((key) => reading(key, mine, past)));
  const before = await readings();
  for (const { buyer, addressId } of quiet) {
    await ordered(buyer, addressId, after(24 * 21));
  }
  expect(await readings()).toEqual(before);
  expect((await reading("cart-abandonment", mine)).values.abandoned).toBe(0);
});

test("each reading is of the portfolio it is asked for, and is named, dated and explained", async () => {
  const [mine, other] = [await rep(), await rep()];
  await octoberOf(mine);
  expect((await reading("cart-abandonment", other)).values).toEqual({ abandoned: 0, ordered: 0, moving: 0 });
  expect((await rows("abandoned-value", other)).total).toBe(0);
  const told = await reading("recovery-rate", mine);
  expect(told).toMatchObject({ from: "2026-10-01", to: "2026-11-01", asOf: asOf.toISOString() });
  expect(told.definition).toContain("14 dias");
  expect(told.rows).toContain("recovery-rate");
});

test("the month before is told as long after its end as this one, so that both had the same time to come back", async () => {
  const mine = await rep();
  const november = { from: "2026-11-01", to: "2026-12-01" };
  const within = async (day: string, orderedOn: string) => {
    const one = await servedBy(mine.repId);
    await cartOf(one.buyer, new Date(`${day}T12:00:00Z`));
    await ordered(one.buyer, one.addressId, new Date(`${orderedOn}T12:00:00Z`));
  };
  for (let turn = 0; turn < 5; turn++) await cartOf((await servedBy(mine.repId)).buyer, opened);
  await within("2026-10-28", "2026-10-31");
  await within("2026-10-28", "2026-11-02");
  const told = await read("recovery-rate", {
    scope: mine,
    ...november,
    asOf: new Date("2026-12-01T03:00:00Z"),
    filter: {},
  });
  expect(told.previous).toBe(1 / 7);
  const later = await read("recovery-rate", {
    scope: mine,
    ...november,
    asOf: new Date("2026-12-03T03:00:00Z"),
    filter: {},
  });
  expect(later.previous).toBe(2 / 7);
});
