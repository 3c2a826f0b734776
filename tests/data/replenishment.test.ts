import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { rebuildFacts } from "#app/domain/orders/facts.server.ts";
import { type Day, dayOf, daysAfter, momentAt } from "#app/domain/period.ts";
import { replenish } from "#app/domain/replenishment/basket.server.ts";
import {
  forgetQuantity,
  hideProduct,
  rememberQuantities,
  showProduct,
} from "#app/domain/replenishment/choices.server.ts";
import { dueCountOf, replenishmentOf } from "#app/domain/replenishment/list.server.ts";
import type { ApartReason } from "#app/domain/replenishment/replenishment.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, changePrice, customerWithBuyer, product, repActingAs } from "#tests/builders/distributor.ts";
import { at, later, refusalOf } from "#tests/builders/ordering.ts";

const today = dayOf(at);
let number = 0;

/** An order, or a return, of one product so many days ago. */
async function ordered(
  customerId: number,
  productId: number,
  daysAgo: number,
  quantity: number,
  more: { kind?: "order" | "return"; isCancelled?: boolean; unitPriceE4?: number } = {},
) {
  const on: Day = daysAfter(today, -daysAgo);
  const { kind = "order", isCancelled = false, unitPriceE4 = 90_000 } = more;
  const cents = (quantity * unitPriceE4) / 100;
  const [order] = await sql<{ id: number }[]>`
    insert into orders (customer_id, number, kind, channel, placed_at, placed_on, goods_cents, cancelled_at)
    values (${customerId}, ${`R${++number}`}, ${kind}, 'phone', ${momentAt(on, "09:00:00")}, ${on}, ${cents},
      ${isCancelled ? at : null}) returning id`;
  await sql`insert into order_lines (customer_id, order_id, line, product_id, sku, name, quantity, unit_price_e4, total_cents)
    select ${customerId}, ${(order as { id: number }).id}, 1, id, sku, name, ${quantity}, ${unitPriceE4}, ${cents}
    from products where id = ${productId}`;
}

/** Bought so many days ago, each time that much. */
async function bought(customerId: number, productId: number, quantities: Record<number, number>) {
  for (const [daysAgo, quantity] of Object.entries(quantities)) {
    await ordered(customerId, productId, Number(daysAgo), quantity);
  }
}

const listOf = (customerId: number, why: ApartReason | null = null, cartOf: number | null = null) =>
  replenishmentOf(customerId, { cartOf, why, page: 1 }, at);

const choicesOf = (customerId: number) =>
  sql`select product_id, quantity, is_hidden, by_user_id from replenishment_choices where customer_id = ${customerId}
    order by product_id`;

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

async function dueProduct(customerId: number, given: Parameters<typeof product>[0] = {}) {
  const soap = await product(given);
  await bought(customerId, soap.id, { 58: 12, 44: 12, 30: 12, 16: 12 });
  await rebuildFacts();
  return soap;
}

test("the list becomes the cart, a changed quantity stays the customer's own, and a second press changes nothing", async () => {
  const { customerId, buyer } = await customerWithBuyer();
  const soap = await dueProduct(customerId, { packMultiple: 6 });
  const milk = await dueProduct(customerId);
  const wanted = [
    { sku: soap.sku, quantity: 24 },
    { sku: milk.sku, quantity: 12 },
  ];
  await Promise.all([replenish(buyer, wanted, wanted, at), replenish(buyer, wanted, wanted, at)]);
  await replenish(buyer, wanted, wanted, later(1));
  const cart = await openCartOf(buyer, later(2));
  expect(cart.lines.map(({ sku, quantity }) => ({ sku, quantity }))).toEqual(wanted);
  expect([...(await choicesOf(customerId))]).toEqual([
    { product_id: soap.id, quantity: 24, is_hidden: false, by_user_id: buyer.userId },
  ]);
  const steps = await sql`select kind, quantity from journey_steps where customer_id = ${customerId} order by id`;
  expect([...steps]).toEqual([
    { kind: "added", quantity: 24 },
    { kind: "added", quantity: 12 },
  ]);
  const list = await listOf(customerId, null, buyer.userId);
  expect(list.due.map(({ sku, quantity, usual, inCart }) => ({ sku, quantity, usual, inCart }))).toEqual([
    { sku: soap.sku, quantity: 24, usual: 12, inCart: 24 },
    { sku: milk.sku, quantity: 12, usual: 12, inCart: 12 },
  ]);
  expect(list.dueCount).toBe(0);
  const colleague = await buyerOf(customerId);
  expect((await listOf(customerId, null, colleague.userId)).due.map(({ inCart }) => inCart)).toEqual([0, 0]);
});

test("what is in the cart already is made up to the quantity, never taken down", async () => {
  const { customerId, buyer } = await customerWithBuyer();
  const soap = await dueProduct(customerId);
  const milk = await dueProduct(customerId);
  await addToCart(buyer, { sku: soap.sku, quantity: 5 }, at);
  await addToCart(buyer, { sku: milk.sku, quantity: 50 }, at);
  await replenish(
    buyer,
    [soap, milk].map(({ sku }) => ({ sku, quantity: 12 })),
    [],
    at,
  );
  expect((await openCartOf(buyer, at)).lines.map(({ quantity }) => quantity)).toEqual([12, 50]);
});

test("one bad quantity keeps everything out, every reason names its product, and the refusal is written down", async () => {
  const { customerId, buyer } = await customerWithBuyer();
  const soap = await dueProduct(customerId, { packMultiple: 6, minimumQuantity: 12 });
  const milk = await dueProduct(customerId);
  for (const [quantity, code] of [
    [0, "quantity_invalid"],
    [100_001, "quantity_invalid"],
    [13, "not_pack_multiple"],
    [6, "below_minimum_quantity"],
  ] as const) {
    const wanted = [
      { sku: milk.sku, quantity: 20 },
      { sku: soap.sku, quantity },
    ];
    const refusal = await refusalOf(replenish(buyer, wanted, wanted, at));
    expect(refusal.reasons.map((reason) => [reason.code, reason.details.sku])).toEqual([[code, soap.sku]]);
    const kept = await refusalOf(rememberQuantities(buyer, wanted, at));
    expect(kept.reasons.map((reason) => [reason.code, reason.details.sku])).toEqual([[code, soap.sku]]);
  }
  expect((await openCartOf(buyer, at)).lines).toEqual([]);
  expect(await choicesOf(customerId)).toHaveLength(0);
  expect(await sql`select from journey_steps where customer_id = ${customerId} and kind = 'refused'`).toHaveLength(4);
});

test("a product taken off the list comes back with its own quantity, and the usual quantity ends the own one", async () => {
  const { customerId, buyer } = await customerWithBuyer();
  const soap = await dueProduct(customerId);
  await rememberQuantities(buyer, [{ sku: soap.sku, quantity: 30 }], at);
  await hideProduct(buyer, soap.sku, at);
  expect(await listOf(customerId)).toMatchObject({ due: [], apart: { hidden: 1 } });
  await showProduct(buyer, soap.sku, at);
  expect((await listOf(customerId)).due).toMatchObject([{ quantity: 30, usual: 12, isOwnQuantity: true }]);
  await forgetQuantity(buyer, soap.sku, at);
  expect((await listOf(customerId)).due).toMatchObject([{ quantity: 12, isOwnQuantity: false }]);
  await rememberQuantities(buyer, [{ sku: soap.sku, quantity: 30 }], at);
  await rememberQuantities(buyer, [{ sku: soap.sku, quantity: 12 }], at);
  await hideProduct(buyer, soap.sku, at);
  await forgetQuantity(buyer, soap.sku, at);
  expect(await listOf(customerId)).toMatchObject({ due: [], apart: { hidden: 1 } });
  await showProduct(buyer, soap.sku, at);
  expect(await choicesOf(customerId)).toHaveLength(0);
});

test("a pack that grew since rounds the customer's own quantity up", async () => {
  const { customerId, buyer } = await customerWithBuyer();
  const soap = await dueProduct(customerId);
  await rememberQuantities(buyer, [{ sku: soap.sku, quantity: 31 }], at);
  await sql`update products set pack_multiple = 12 where id = ${soap.id}`;
  expect((await listOf(customerId)).due).toMatchObject([{ quantity: 36, usual: 12 }]);
});

test("what one customer says changes nothing for another, and nobody speaks of a product they never bought", async () => {
  const [a, b] = [await customerWithBuyer(), await customerWithBuyer()];
  const soap = await product();
  await bought(a.customerId, soap.id, { 58: 12, 44: 12, 30: 12, 16: 12 });
  await bought(b.customerId, soap.id, { 58: 5, 44: 5, 30: 5, 16: 5 });
  const ofA = await dueProduct(a.customerId);
  await changePrice(soap.id, 70_000);
  await rememberQuantities(a.buyer, [{ sku: soap.sku, quantity: 99 }], at);
  await hideProduct(a.buyer, ofA.sku, at);
  expect((await listOf(b.customerId)).due).toMatchObject([{ sku: soap.sku, quantity: 5, unitPriceE4: 70_000 }]);
  const foreign = { sku: ofA.sku, quantity: 12 };
  for (const act of [
    () => rememberQuantities(b.buyer, [foreign], at),
    () => replenish(b.buyer, [foreign], [foreign], at),
    () => hideProduct(b.buyer, ofA.sku, at),
    () => showProduct(b.buyer, ofA.sku, at),
    () => forgetQuantity(b.buyer, ofA.sku, at),
  ]) {
    expect((await refusalOf(act())).code).toBe("not_found");
  }
  expect(await choicesOf(b.customerId)).toHaveLength(0);
  expect((await openCartOf(b.buyer, at)).lines).toEqual([]);
});

test("whoever may only look changes nothing; a rep acting for the customer is written down as who said it", async () => {
  const { customerId } = await customerWithBuyer();
  const soap = await dueProduct(customerId);
  const viewer = await buyerOf(customerId, false);
  const wanted = [{ sku: soap.sku, quantity: 20 }];
  for (const act of [
    () => rememberQuantities(viewer, wanted, at),
    () => replenish(viewer, wanted, wanted, at),
    () => hideProduct(viewer, soap.sku, at),
  ]) {
    expect((await refusalOf(act())).code).toBe("views_only");
  }
  const rep = await repActingAs(customerId);
  expect((await refusalOf(replenish(rep, [], [], at))).code).toBe("nothing_chosen");
  await replenish(rep, wanted, wanted, at);
  expect([...(await choicesOf(customerId))]).toMatchObject([{ quantity: 20, by_user_id: rep.userId }]);
});
