import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { acceptQuote } from "#app/domain/orders/quoted.server.ts";
import { askAgain, askAgainFor, askForQuote } from "#app/domain/quotes/asking.server.ts";
import { withdrawQuote } from "#app/domain/quotes/ending.server.ts";
import { remindOfEnding } from "#app/domain/quotes/quote-mails.server.ts";
import { quoteOf } from "#app/domain/quotes/quote-sheet.server.ts";
import { sql } from "#db/connection.server.ts";
import { changePrice, customerWithBuyer, product } from "#tests/builders/distributor.ts";
import { manager, rep, servedBy } from "#tests/builders/field.ts";
import { at, later, refusalOf } from "#tests/builders/ordering.ts";
import { answered, asked, askingFor, cartOutcomesOf, mailsTo, priced } from "#tests/builders/quoting.ts";

const day = (days: number) => later(days * 24 * 60);
const plainly = (addressId: number) => ({ addressId, poNumber: null, notes: null });
test("asked again it is a further version at today's list price; of all versions one becomes an order", async () => {
  const rui = await rep();
  const { buyer, addressId } = await servedBy(rui.userId);
  const { number, soap } = await asked(buyer, at, { priceE4: 100_000 });
  expect((await refusalOf(askAgain(buyer, number, at))).code).toBe("quote_not_answered");
  await answered(rui, number, [priced(soap.sku, 95_000)], at);
  await changePrice(soap.id, 110_000);
  const again = await askAgainFor(rui, number, day(2));
  expect(await askAgain(buyer, number, day(2))).toBe(again);
  const copy = await quoteOf(buyer, again);
  expect(copy).toMatchObject({ version: 2, copiedFrom: number, isAskedByStaff: true });
  expect(copy.lines).toMatchObject([
    { sku: soap.sku, wishedQuantity: 10, listUnitPriceE4: 110_000, unitPriceE4: null },
  ]);
  await answered(rui, again, [priced(soap.sku, 101_000)], day(2));
  expect(await mailsTo(buyer.userId)).toHaveLength(2);
  const { number: order } = await acceptQuote(buyer, again, plainly(addressId), day(3));
  const refusal = await refusalOf(acceptQuote(buyer, number, plainly(addressId), day(3)));
  expect([refusal.code, refusal.details.number]).toEqual(["quote_version_ordered", order]);
});

test("what is no longer sold is left out when a quote is asked again, and packs are those of today", async () => {
  const boss = await manager();
  const { buyer } = await customerWithBuyer();
  const [soap, milk] = [await product(), await product()];
  for (const { sku } of [soap, milk]) await addToCart(buyer, { sku, quantity: 10 }, at);
  const number = await askForQuote(buyer, await askingFor(buyer, at), at);
  await answered(boss, number, [priced(soap.sku, 90_000), priced(milk.sku, 90_000)], at);
  await sql`update products set is_active = false where id = ${milk.id}`;
  await sql`update products set pack_multiple = 6 where id = ${soap.id}`;
  const again = await quoteOf(buyer, await askAgain(buyer, number, day(10)));
  expect(again.lines).toMatchObject([{ sku: soap.sku, wishedQuantity: 12 }]);
  await sql`update products set is_active = false where id = ${soap.id}`;
  await withdrawQuote(buyer, again.number, day(10));
  expect((await refusalOf(askAgain(buyer, again.number, day(10)))).code).toBe("cart_empty");
});

test("the day before it ends the buyer is reminded once, and never of a quote that was accepted", async () => {
  const boss = await manager();
  const reading = async (buyer: Buyer) =>
    (await mailsTo(buyer.userId)).filter(({ subject }) => String(subject).includes("só até"));
  const [ana, bia, cid] = [await customerWithBuyer(), await customerWithBuyer(), await customerWithBuyer()];
  const quotes = [];
  for (const { buyer } of [ana, bia, cid]) quotes.push(await asked(buyer, at));
  for (const { number, soap } of quotes)
    await answered(boss, number, [priced(soap.sku, 90_000)], at, { validUntil: "2026-11-25" });
  await acceptQuote(bia.buyer, quotes[1]?.number ?? 0, plainly(bia.addressId), day(1));
  expect(await remindOfEnding(new Date("2026-11-23T15:00:00Z"))).toBe(0);
  expect(await remindOfEnding(new Date("2026-11-24T05:00:00Z"))).toBe(0);
  await sql`update users set is_disabled = true where id = ${cid.buyer.userId}`;
  const morning = new Date("2026-11-24T11:00:00Z");
  const told = await Promise.all(Array.from({ length: 6 }, () => remindOfEnding(morning)));
  expect(told.reduce((sum, one) => sum + one, 0)).toBe(2);
  expect([
    (await reading(ana.buyer)).length,
    (await reading(bia.buyer)).length,
    (await reading(cid.buyer)).length,
  ]).toEqual([1, 0, 0]);
  expect(await remindOfEnding(new Date("2026-11-25T15:00:00Z"))).toBe(0);
});

test("waiting for the house's answer is no silence of the buyer: a quoted cart is neither abandoned nor recovered", async () => {
  const boss = await manager();
  const { buyer, addressId, customerId } = await customerWithBuyer();
  const { number, soap } = await asked(buyer, at);
  expect(await cartOutcomesOf(customerId, day(6))).toEqual(["quoted"]);
  await answered(boss, number, [priced(soap.sku, 90_000)], day(3));
  await acceptQuote(buyer, number, plainly(addressId), day(5));
  expect(await cartOutcomesOf(customerId, day(4))).toEqual(["quoted"]);
  expect(await cartOutcomesOf(customerId, day(6))).toEqual(["ordered"]);
});
