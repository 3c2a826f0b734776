import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { replenish } from "#app/domain/replenishment/basket.server.ts";
import {
  forgetQuantity,
  hideProduct,
  rememberQuantities,
  showProduct,
} from "#app/domain/replenishment/choices.server.ts";
import { replenishmentOf } from "#app/domain/replenishment/list.server.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, changePrice, customerWithBuyer, product, repActingAs } from "#tests/builders/distributor.ts";
import { at, later, refusalOf } from "#tests/builders/ordering.ts";
import { bought, dueProduct } from "#tests/builders/purchases.ts";

const listOf = (customerId: number, cartOf: number | null = null) =>
  replenishmentOf(customerId, { cartOf, why: null, page: 1 }, at);

const choicesOf = (customerId: number) =>
  sql`select product_id, quantity, is_hidden, by_user_id from replenishment_choices where customer_id = ${customerId}
    order by product_id`;

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
  const list = await listOf(customerId, buyer.userId);
  expect(list.due.map(({ sku, quantity, usual, inCart }) => ({ sku, quantity, usual, inCart }))).toEqual([
    { sku: soap.sku, quantity: 24, usual: 12, inCart: 24 },
    { sku: milk.sku, quantity: 12, usual: 12, inCart: 12 },
  ]);
  expect(list.dueCount).toBe(0);
  const colleague = await buyerOf(customerId);
  expect((await listOf(customerId, colleague.userId)).due.map(({ inCart }) => inCart)).toEqual([0, 0]);
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
