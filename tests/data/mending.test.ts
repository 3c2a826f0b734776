import { expect, test } from "vitest";
import { backOrdersOf, demandFor, dropBackOrder, takeBackOrder } from "#app/domain/carts/back-orders.server.ts";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { fillUpsFor } from "#app/domain/carts/fill-ups.server.ts";
import {
  emptyCart,
  keepWhatIsThere,
  mendAll,
  restore,
  splitLine,
  swapLine,
  takeOut,
} from "#app/domain/carts/mending.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { substitutesFor } from "#app/domain/carts/substitutes.server.ts";
import { moveStock } from "#app/domain/catalog/stock.server.ts";
import { tellBackInStock } from "#app/domain/catalog/stock-wishes.server.ts";
import {
  addSubstitute,
  preferSubstitute,
  removeSubstitute,
  substitutesOf,
} from "#app/domain/catalog/substitutes.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, product, supplier } from "#tests/builders/distributor.ts";
import { manager, ordered } from "#tests/builders/field.ts";
import { at, later, refusalOf } from "#tests/builders/ordering.ts";
import { brokenPromises } from "#tests/builders/promises.ts";

const office = await manager();
const held = async (buyer: Buyer) =>
  (await openCartOf(buyer, at)).lines.map(({ sku, quantity }) => `${quantity} ${sku}`).sort();
const awaited = async (buyer: Buyer) => (await backOrdersOf(buyer)).map(({ sku, quantity }) => `${quantity} ${sku}`);

/** A buyer who wants 30 of a product sold in sixes, of which the shelf holds 20. */
async function shortOfSoap() {
  const { buyer, addressId, customerId } = await customerWithBuyer();
  const soap = await product({ packMultiple: 6, minimumQuantity: 12, onHand: 20 });
  await addToCart(buyer, { sku: soap.sku, quantity: 30 }, at);
  return { buyer, addressId, customerId, soap };
}

test("a split keeps whole packs of what is there and lets the rest wait, once, and the way back restores both", async () => {
  const { buyer, soap } = await shortOfSoap();
  const taken = await splitLine(buyer, soap.sku, at);
  expect(await splitLine(buyer, soap.sku, at)).toEqual({ lines: [], waiting: [] });
  expect([await held(buyer), await awaited(buyer)]).toEqual([[`18 ${soap.sku}`], [`12 ${soap.sku}`]]);
  expect(await demandFor(soap.id)).toEqual({ quantity: 12, customers: 1 });
  await restore(buyer, taken, at);
  await restore(buyer, taken, at);
  expect([await held(buyer), await awaited(buyer)]).toEqual([[`30 ${soap.sku}`], []]);
});

test("twenty presses of one split at once split once", async () => {
  const { buyer, soap } = await shortOfSoap();
  await Promise.all(Array.from({ length: 20 }, () => splitLine(buyer, soap.sku, at)));
  expect([await held(buyer), await awaited(buyer)]).toEqual([[`18 ${soap.sku}`], [`12 ${soap.sku}`]]);
});

test("who waits is told once all of it is there beside their own cart, and puts it in with one key, once", async () => {
  const { buyer, soap } = await shortOfSoap();
  await splitLine(buyer, soap.sku, at);
  expect(await tellBackInStock(at, "any")).toBe(0);
  expect((await refusalOf(takeBackOrder(buyer, soap.sku, at))).code).toBe("out_of_stock");
  await moveStock(office, { sku: soap.sku, reason: "purchase", quantity: 10, note: null }, at);
  const mails = await sql`select text from outbox where text like ${`%${soap.sku}%`}`;
  expect(mails).toHaveLength(1);
  expect(await tellBackInStock(later(1), "any")).toBe(0);
  expect((await backOrdersOf(buyer))[0]?.isThere).toBe(true);
  await Promise.all([takeBackOrder(buyer, soap.sku, at), takeBackOrder(buyer, soap.sku, at)]);
  expect([await held(buyer), await awaited(buyer)]).toEqual([[`30 ${soap.sku}`], []]);
});

test("what somebody waits for is theirs to drop, and nobody else's", async () => {
  const { buyer, soap } = await shortOfSoap();
  const stranger = await customerWithBuyer();
  await splitLine(buyer, soap.sku, at);
  expect(await dropBackOrder(stranger.buyer, soap.sku)).toBe(0);
  await takeBackOrder(stranger.buyer, soap.sku, at);
  expect(await awaited(buyer)).toEqual([`12 ${soap.sku}`]);
  expect(await dropBackOrder(buyer, soap.sku)).toBe(12);
  expect(await dropBackOrder(buyer, soap.sku)).toBe(0);
});

test("taking only what is there, or taking a line out, can be undone", async () => {
  const { buyer, soap } = await shortOfSoap();
  const kept = await keepWhatIsThere(buyer, soap.sku, at);
  expect([await held(buyer), await awaited(buyer)]).toEqual([[`18 ${soap.sku}`], []]);
  await restore(buyer, kept, at);
  const out = await takeOut(buyer, soap.sku, at);
  expect(await held(buyer)).toEqual([]);
  await restore(buyer, out, at);
  expect(await held(buyer)).toEqual([`30 ${soap.sku}`]);
});

test("an emptied cart comes back whole, and pressing twice empties and brings back once", async () => {
  const { buyer, soap } = await shortOfSoap();
  const tea = await product({ packMultiple: 6 });
  await addToCart(buyer, { sku: tea.sku, quantity: 12 }, at);
  const before = await held(buyer);
  const [one, other] = await Promise.all([emptyCart(buyer, at), emptyCart(buyer, at)]);
  expect([one.lines.length, other.lines.length].sort()).toEqual([0, 2]);
  expect(await held(buyer)).toEqual([]);
  const taken = one.lines.length > 0 ? one : other;
  expect(taken.lines.map(({ sku }) => sku).sort()).toEqual([soap.sku, tea.sku].sort());
  await Promise.all([restore(buyer, taken, at), restore(buyer, taken, at)]);
  expect(await held(buyer)).toEqual(before);
});

test("a substitute takes the place of what is missing in its own packs, twice is once, and it can be undone", async () => {
  const { buyer, soap } = await shortOfSoap();
  const other = await product({ packMultiple: 10 });
  await addToCart(buyer, { sku: other.sku, quantity: 10 }, at);
  const taken = await swapLine(buyer, soap.sku, other.sku, at);
  await swapLine(buyer, soap.sku, other.sku, at);
  expect(await held(buyer)).toEqual([`18 ${soap.sku}`, `30 ${other.sku}`].sort());
  await restore(buyer, taken, at);
  expect(await held(buyer)).toEqual([`10 ${other.sku}`, `30 ${soap.sku}`].sort());
  const unpriced = await product({ priceE4: null });
  expect((await refusalOf(swapLine(buyer, soap.sku, unpriced.sku, at))).code).toBe("no_price");
  expect((await refusalOf(swapLine(buyer, soap.sku, "NOBODY", at))).code).toBe("not_found");
  expect(await held(buyer)).toEqual([`10 ${other.sku}`, `30 ${soap.sku}`].sort());
});

test("the office's substitutes come first in its order, then what is alike in the category and there, at this customer's price", async () => {
  const { buyer, soap } = await shortOfSoap();
  const [category] = await sql<
    { id: number }[]
  >`insert into categories (slug, name) values ('mends', 'Mends') returning id`;
  const [alike, gone, unpriced, far] = [
    await product({ priceE4: 110_000 }),
    await product({ onHand: 0 }),
    await product({ priceE4: null }),
    await product({ priceE4: 500_000 }),
  ];
  for (const { id } of [soap, alike, gone, unpriced]) {
    await sql`update products set category_id = ${(category as { id: number }).id} where id = ${id}`;
  }
  const offered = async () =>
    (await substitutesFor(buyer, await openCartOf(buyer, at), at)).get(soap.sku)?.map(({ sku }) => sku);
  expect(await offered()).toEqual([alike.sku]);
  await addSubstitute(office, soap.sku, far.sku, at);
  await addSubstitute(office, soap.sku, gone.sku, at);
  await addSubstitute(office, soap.sku, gone.sku, at);
  await preferSubstitute(office, soap.sku, gone.sku, at);
  expect((await substitutesOf(soap.id)).map(({ sku }) => sku)).toEqual([gone.sku, far.sku]);
  expect(await offered()).toEqual([far.sku, alike.sku]);
  await removeSubstitute(office, soap.sku, far.sku, at);
  expect(await offered()).toEqual([alike.sku]);
  for (const bad of [soap.sku, "NOBODY"]) {
    expect((await refusalOf(addSubstitute(office, soap.sku, bad, at))).code).toBe("invalid_input");
  }
  const noted = await sql`select from audit_entries where action = 'substitutes_changed'`;
  expect(noted).toHaveLength(4);
});

test("mending all rounds up, splits what is short and drops what is not sold, and leaves a cart that can be ordered", async () => {
  const { buyer, addressId, soap } = await shortOfSoap();
  const [oil, gone] = [await product(), await product()];
  await addToCart(buyer, { sku: oil.sku, quantity: 7 }, at);
  await addToCart(buyer, { sku: gone.sku, quantity: 1 }, at);
  await sql`update products set pack_multiple = 5 where id = ${oil.id}`;
  await sql`update products set is_active = false where id = ${gone.id}`;
  await mendAll(buyer, at);
  await mendAll(buyer, at);
  expect(await held(buyer)).toEqual([`10 ${oil.sku}`, `18 ${soap.sku}`].sort());
  expect(await awaited(buyer)).toEqual([`12 ${soap.sku}`]);
  expect((await openCartOf(buyer, at)).reasons).toEqual([]);
  await ordered(buyer, addressId, later(1));
  expect(await brokenPromises()).toEqual([]);
});

test("below a supplier's minimum the customer is offered what they usually buy there, in their usual quantity", async () => {
  const { buyer, addressId } = await customerWithBuyer();
  const [house, other] = [await supplier(50_000), await supplier()];
  const [usual, sold, elsewhere] = [
    await product({ supplierId: house, packMultiple: 6 }),
    await product({ supplierId: house }),
    await product({ supplierId: other }),
  ];
  for (const { sku } of [usual, elsewhere]) await addToCart(buyer, { sku, quantity: 60 }, at);
  await ordered(buyer, addressId, at);
  await addToCart(buyer, { sku: sold.sku, quantity: 1 }, later(1));
  const offered = await fillUpsFor(buyer, await openCartOf(buyer, later(2)), later(2));
  expect(offered).toMatchObject([{ supplierId: house, sku: usual.sku, quantity: 60, cents: 60_000 }]);
  await addToCart(buyer, { sku: usual.sku, quantity: 60 }, later(3));
  expect(await fillUpsFor(buyer, await openCartOf(buyer, later(4)), later(4))).toEqual([]);
});
