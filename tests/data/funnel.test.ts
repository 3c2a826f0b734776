import { sql as condition } from "drizzle-orm";
import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { funnelCustomers, funnelOf } from "#app/domain/recovery/funnel.server.ts";
import { funnelSteps } from "#app/domain/recovery/funnel.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, product, repActingAs } from "#tests/builders/distributor.ts";
import { cartOf, ordered, rep, servedBy } from "#tests/builders/field.ts";

const october = { from: "2026-10-01", to: "2026-11-01" };
const october20 = new Date("2026-10-20T15:00:00Z");
const november10 = new Date("2026-11-10T15:00:00Z");
const minutes = (count: number, from = october20) => new Date(from.getTime() + count * 60_000);
const all = { limit: 50, offset: 0 };

/** A portfolio of its own, and the readings of it. */
async function portfolio() {
  const { repId } = await rep();
  const among = condition`customers.rep_id = ${repId}`;
  const stoppedAt = async (step: (typeof funnelSteps)[number], asOf = november10, period = october) =>
    (await funnelCustomers(among, period, asOf, step, true, all)).map((row) => row.customerId);
  return { repId, among, stoppedAt, counts: (asOf = november10, period = october) => funnelOf(among, period, asOf) };
}

test("a customer stands at the last step they reached in the period, and the lists hold who stopped there", async () => {
  const { repId, counts, stoppedAt } = await portfolio();
  const [away, came, filled, bought] = await Promise.all([1, 2, 3, 4].map(() => servedBy(repId)));
  if (!away || !came || !filled || !bought) throw new Error("four customers");
  await recordStep(came.buyer, { kind: "signed_in" }, october20);
  await cartOf(filled.buyer, october20);
  await cartOf(bought.buyer, october20);
  await ordered(bought.buyer, bought.addressId, minutes(5));
  expect(await counts()).toEqual({ with_access: 4, accessed: 3, added: 2, ordered: 1 });
  expect(await stoppedAt("with_access")).toEqual([away.customerId]);
  expect(await stoppedAt("accessed")).toEqual([came.customerId]);
  expect(await stoppedAt("added")).toEqual([filled.customerId]);
  expect(await stoppedAt("ordered")).toEqual([bought.customerId]);
});

test("each step is a part of the one before, and each number is the length of its list", async () => {
  const { repId, among, counts, stoppedAt } = await portfolio();
  const soap = await product();
  for (let turn = 0; turn < 8; turn++) {
    const { buyer, addressId } = await servedBy(repId);
    if (turn > 1) await recordStep(buyer, { kind: "visited" }, october20);
    if (turn > 3) await addToCart(buyer, { sku: soap.sku, quantity: 1 }, minutes(1));
    if (turn > 5) await ordered(buyer, addressId, minutes(2));
  }
  const told = await counts();
  const lists = await Promise.all(
    funnelSteps.map(async (step) => {
      const rows = await funnelCustomers(among, october, november10, step, false, all);
      expect(rows).toHaveLength(told[step]);
      return new Set(rows.map((row) => row.customerId));
    }),
  );
  for (const [at, list] of lists.entries()) {
    const before = lists[at - 1];
    if (before) expect([...list].every((id) => before.has(id))).toBe(true);
    const step = funnelSteps[at] as (typeof funnelSteps)[number];
    const next = funnelSteps[at + 1];
    expect(await stoppedAt(step)).toHaveLength(told[step] - (next ? told[next] : 0));
  }
  expect(told).toEqual({ with_access: 8, accessed: 6, added: 4, ordered: 2 });
});

test("what a rep does in the customer's name takes the customer no further", async () => {
  const { repId, counts } = await portfolio();
  const { customerId, addressId } = await servedBy(repId);
  const acting = await repActingAs(customerId);
  await recordStep(acting, { kind: "visited" }, october20);
  await cartOf(acting, october20);
  await ordered(acting, addressId, minutes(5));
  expect(await counts()).toEqual({ with_access: 1, accessed: 0, added: 0, ordered: 0 });
});

test("an order by phone does not stand in for one in the shop", async () => {
  const { repId, counts } = await portfolio();
  const { buyer, customerId, addressId } = await servedBy(repId);
  await cartOf(buyer, october20);
  const acting = await repActingAs(customerId);
  await cartOf(acting, minutes(1));
  await ordered(acting, addressId, minutes(5));
  expect(await counts()).toEqual({ with_access: 1, accessed: 1, added: 1, ordered: 0 });
});

test("several buyers of a customer are one customer", async () => {
  const { repId, counts } = await portfolio();
  const { buyer, customerId, addressId } = await servedBy(repId);
  await recordStep(buyer, { kind: "signed_in" }, october20);
  const colleague = await buyerOf(customerId);
  await cartOf(colleague, minutes(3));
  await ordered(colleague, addressId, minutes(9));
  expect(await counts()).toEqual({ with_access: 1, accessed: 1, added: 1, ordered: 1 });
});

test("access counts from the day it was granted, up to the end of the period", async () => {
  const { repId, counts } = await portfolio();
  const [never, later, lastMoment] = await Promise.all([1, 2, 3].map(() => servedBy(repId)));
  await sql`update customers set access_granted_at = null where id = ${never?.customerId as number}`;
  await sql`update customers set access_granted_at = '2026-11-01T03:00:00Z' where id = ${later?.customerId as number}`;
  await sql`update customers set access_granted_at = '2026-11-01T02:59:59Z' where id = ${lastMoment?.customerId as number}`;
  expect((await counts()).with_access).toBe(1);
  expect((await counts(november10, { from: "2026-11-01", to: "2026-12-01" })).with_access).toBe(2);
});

test("what happened outside the period counts for another, by the days of São Paulo", async () => {
  const { repId, counts } = await portfolio();
  const { buyer, addressId } = await servedBy(repId);
  await cartOf(buyer, new Date("2026-11-01T02:59:00Z"));
  await ordered(buyer, addressId, new Date("2026-11-01T03:00:00Z"));
  expect(await counts()).toEqual({ with_access: 1, accessed: 1, added: 1, ordered: 0 });
});

test("a past moment reads the same whatever follows it", async () => {
  const { repId, counts, stoppedAt } = await portfolio();
  const { buyer, customerId, addressId } = await servedBy(repId);
  await cartOf(buyer, october20);
  const asOf = minutes(30);
  const before = await counts(asOf);
  await ordered(buyer, addressId, minutes(31));
  await servedBy(repId).then(({ buyer }) => recordStep(buyer, { kind: "signed_in" }, minutes(90)));
  expect(await counts(asOf)).toEqual({ ...before, with_access: 2 });
  expect(await stoppedAt("added", asOf)).toEqual([customerId]);
  expect((await counts(minutes(32))).ordered).toBe(1);
});
