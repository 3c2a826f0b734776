import { expect, test } from "vitest";
import { rebuildFacts } from "#app/domain/orders/facts.server.ts";
import { daysAfter, momentAt } from "#app/domain/period.ts";
import { dueCountOf, replenishmentOf } from "#app/domain/replenishment/list.server.ts";
import type { ApartReason } from "#app/domain/replenishment/replenishment.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, product } from "#tests/builders/distributor.ts";
import { at } from "#tests/builders/ordering.ts";
import { bought, ordered, today } from "#tests/builders/purchases.ts";

const listOf = (customerId: number, why: ApartReason | null = null) =>
  replenishmentOf(customerId, { cartOf: null, why, page: 1 }, at);

test("the list says what is due, what comes next and what is left out, each product once", async () => {
  const { customerId } = await customerWithBuyer();
  const fortnightly = await product({ packMultiple: 6, priceE4: 100_000, onHand: 4 });
  const monthly = await product();
  const wild = await product();
  const twice = await product();
  const gone = await product();
  const lost = await product();
  const free = await product({ priceE4: null });
  await bought(customerId, fortnightly.id, { 58: 12, 44: 11, 30: 13, 16: 12 });
  await bought(customerId, monthly.id, { 100: 5, 70: 5, 40: 5, 10: 5 });
  await bought(customerId, wild.id, { 120: 1, 115: 1, 85: 1, 5: 1 });
  await bought(customerId, twice.id, { 20: 1, 10: 1 });
  await bought(customerId, gone.id, { 400: 1, 390: 1, 380: 1, 370: 1 });
  await bought(customerId, lost.id, { 30: 1, 20: 1, 10: 1, 5: 1 });
  await sql`update products set is_active = false where id = ${lost.id}`;
  await bought(customerId, free.id, { 40: 1, 30: 1, 20: 1, 10: 1 });
  await rebuildFacts();
  const list = await listOf(customerId);
  expect(list.due).toEqual([
    {
      productId: fortnightly.id,
      sku: fortnightly.sku,
      name: `Produto ${fortnightly.sku}`,
      unit: "un",
      picture: null,
      available: 4,
      inCart: 0,
      lastUnitPriceE4: 90_000,
      packMultiple: 6,
      least: 6,
      quantity: 12,
      usual: 12,
      isOwnQuantity: false,
      unitPriceE4: 100_000,
      cents: 12_000,
      lastOn: daysAfter(today, -16),
      cycleDays: 14,
      dueOn: daysAfter(today, -2),
      state: "overdue",
    },
  ]);
  expect([list.dueCount, list.dueCents]).toEqual([1, 12_000]);
  expect(list.next.map(({ sku, dueOn, quantity }) => ({ sku, dueOn, quantity }))).toEqual([
    { sku: monthly.sku, dueOn: daysAfter(today, 20), quantity: 5 },
  ]);
  expect(list.apart).toEqual({ hidden: 0, irregular: 1, given_up: 1, too_few: 1, unsold: 2 });
  const leftFor = async (why: ApartReason) => (await listOf(customerId, why)).left.rows.map(({ sku }) => sku);
  expect(await leftFor("irregular")).toEqual([wild.sku]);
  expect(await leftFor("given_up")).toEqual([gone.sku]);
  expect(await leftFor("too_few")).toEqual([twice.sku]);
  expect(await leftFor("unsold")).toEqual([lost.sku, free.sku]);
  expect(await dueCountOf(customerId, at)).toBe(1);
});

test("a later return and a cancelled order change nothing; what went back on the same day was not bought", async () => {
  const { customerId } = await customerWithBuyer();
  const soap = await product();
  await bought(customerId, soap.id, { 58: 10, 44: 10, 30: 10, 16: 10 });
  await ordered(customerId, soap.id, 12, -10, { kind: "return" });
  await ordered(customerId, soap.id, 8, 10, { isCancelled: true });
  await ordered(customerId, soap.id, 4, 500);
  await ordered(customerId, soap.id, 4, -500, { kind: "return" });
  await rebuildFacts();
  const [line] = (await listOf(customerId)).due;
  expect(line).toMatchObject({ lastOn: daysAfter(today, -16), cycleDays: 14, quantity: 10, state: "overdue" });
});

test("two orders of a day are one purchase with the sum, and only what was bought by then counts", async () => {
  const { customerId } = await customerWithBuyer();
  const soap = await product();
  await bought(customerId, soap.id, { 42: 4, 28: 4, 14: 4, 0: 4 });
  for (const daysAgo of [42, 28, 14]) await ordered(customerId, soap.id, daysAgo, 6);
  await rebuildFacts();
  const list = await listOf(customerId);
  expect(list.next).toMatchObject([{ quantity: 10, cycleDays: 14, dueOn: daysAfter(today, 14) }]);
  const before = await replenishmentOf(
    customerId,
    { cartOf: null, why: null, page: 1 },
    momentAt(daysAfter(today, -1), "12:00:00"),
  );
  expect(before.apart.too_few).toBe(1);
});

test("the figures are those of plain SQL over the orders", async () => {
  const { customerId } = await customerWithBuyer();
  for (let n = 0; n < 12; n++) {
    const soap = await product({ packMultiple: 1 + (n % 3) });
    const cycle = 9 + n;
    for (let times = 0; times <= 4 + (n % 4); times++) {
      await ordered(customerId, soap.id, cycle * times + ((n * times) % 4) + (n % 6), 2 + ((n + times) % 5));
    }
  }
  await rebuildFacts();
  const list = await listOf(customerId);
  const told = [...list.due, ...list.next].map(({ productId, cycleDays, dueOn, usual }) => ({
    productId,
    cycleDays,
    dueOn,
    usual,
  }));
  const plain = await sql`
    with days as (
      select l.product_id, o.placed_on as day, sum(l.quantity) as quantity
      from orders o join order_lines l on l.customer_id = o.customer_id and l.order_id = o.id
      where o.customer_id = ${customerId} and o.kind = 'order' group by 1, 2
    ), gaps as (
      select *, day - lag(day) over (partition by product_id order by day) as gap from days
    ), rhythms as (
      select product_id, round(percentile_cont(0.5) within group (order by gap)::numeric)::int as cycle, max(day) as last,
        percentile_cont(0.5) within group (order by quantity) as middle, count(*) as days
      from gaps group by 1
    )
    select product_id as "productId", cycle as "cycleDays", (last + cycle)::text as "dueOn",
      (ceil(middle / p.pack_multiple) * p.pack_multiple)::int as usual
    from rhythms join products p on p.id = product_id
    where days >= 4 and ${today}::date - last <= greatest(3 * cycle, 30)
    order by "dueOn", product_id`;
  expect(told.length).toBeGreaterThan(8);
  expect([...told].sort((a, b) => (a.dueOn + a.productId < b.dueOn + b.productId ? -1 : 1))).toEqual(
    [...plain].sort((a, b) => (a.dueOn + a.productId < b.dueOn + b.productId ? -1 : 1)),
  );
});
