import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { factsThatDiffer } from "#app/domain/orders/facts.server.ts";
import { orderOf } from "#app/domain/orders/order-sheet.server.ts";
import { acceptQuote } from "#app/domain/orders/quoted.server.ts";
import { askForQuote } from "#app/domain/quotes/asking.server.ts";
import { declineQuote, withdrawQuote } from "#app/domain/quotes/ending.server.ts";
import { quoteIn, quoteOf } from "#app/domain/quotes/quote-sheet.server.ts";
import { sql } from "#db/connection.server.ts";
import { changePrice, customerWithBuyer, product, supplier, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { manager, rep, servedBy } from "#tests/builders/field.ts";
import { at, later, refusalOf } from "#tests/builders/ordering.ts";
import { answered, asked, askingFor, cartOutcomesOf, mailsTo, priced } from "#tests/builders/quoting.ts";

const day = (days: number) => later(days * 24 * 60);
const plainly = (addressId: number) => ({ addressId, poNumber: null, notes: null });
const freeStock = async (productId: number) =>
  (await sql<{ free: number }[]>`select on_hand - reserved as free from stock where product_id = ${productId}`)[0]
    ?.free;

test("asking hands the cart over: the buyer fills another, what was asked stands with its list price, and the rep hears of it", async () => {
  const rui = await rep();
  const { buyer, customerId } = await servedBy(rui.userId);
  const soap = await product({ priceE4: 100_000 });
  await addToCart(buyer, { sku: soap.sku, quantity: 10 }, at);
  const wish = await askingFor(buyer, at, {
    wantedPrice: "chegar em R$ 90",
    wantedTerms: "28/56",
    wantedOn: "2026-12-01",
    message: "Para a campanha.",
    lines: [{ sku: soap.sku, quantity: 12, wishedUnitPriceE4: 85_000 }],
  });
  const number = await askForQuote(buyer, wish, at);
  expect((await openCartOf(buyer, at)).lines).toEqual([]);
  const quote = await quoteOf(buyer, number);
  expect(quote).toMatchObject({ wantedPrice: "chegar em R$ 90", wantedOn: "2026-12-01", answeredAt: null, version: 1 });
  expect(quote.lines).toMatchObject([
    { sku: soap.sku, wishedQuantity: 12, listUnitPriceE4: 100_000, wishedUnitPriceE4: 85_000, unitPriceE4: null },
  ]);
  expect(await mailsTo(rui.userId)).toMatchObject([{ text: expect.stringContaining(`/office/quotes/${number}`) }]);
  await addToCart(buyer, { sku: soap.sku, quantity: 1 }, later(1));
  expect((await openCartOf(buyer, later(1))).lines).toHaveLength(1);
  expect(await cartOutcomesOf(customerId, later(2))).toEqual(expect.arrayContaining(["quoted", "moving"]));
});

test("who may only look asks nothing, and neither does an empty cart or one that changed since it was shown", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 2 }, at);
  const shown = await askingFor(buyer, at);
  expect((await refusalOf(askForQuote({ ...buyer, mayOrder: false }, shown, at))).code).toBe("views_only");
  await changePrice(soap.id, 120_000);
  expect((await refusalOf(askForQuote(buyer, shown, at))).code).toBe("prices_changed");
  const { buyer: other } = await customerWithBuyer();
  expect((await refusalOf(askForQuote(other, shown, at))).code).toBe("cart_empty");
});

test.each([0, -1, 1.5, 1e9, 13, 6])(
  "a line is not asked in a quantity of %s, and the cart stays with its buyer",
  async (quantity) => {
    const { buyer } = await customerWithBuyer();
    const soap = await product({ packMultiple: 6, minimumQuantity: 12 });
    await addToCart(buyer, { sku: soap.sku, quantity: 12 }, at);
    const lines = [{ sku: soap.sku, quantity, wishedUnitPriceE4: null }];
    const refusal = await refusalOf(askForQuote(buyer, await askingFor(buyer, at, { lines }), at));
    expect(["quantity_invalid", "not_pack_multiple", "below_minimum_quantity"]).toContain(refusal.code);
    expect((await openCartOf(buyer, at)).lines).toMatchObject([{ quantity: 12 }]);
    const other = await product();
    const foreign = await askingFor(buyer, at, { lines: [{ sku: other.sku, quantity: 1, wishedUnitPriceE4: null }] });
    expect((await refusalOf(askForQuote(buyer, foreign, at))).code).toBe("not_found");
  },
);

test("an accepted quote is an order at exactly its prices and quantities, whatever the table says by then", async () => {
  const rui = await rep();
  const { buyer, addressId, customerId } = await servedBy(rui.userId, { minimumCents: 1_000_000 });
  const house = await supplier(5_000_000);
  const [soap, milk, gone] = [
    await product({ priceE4: 100_000, supplierId: house, onHand: 40 }),
    await product({ priceE4: 33_333 }),
    await product(),
  ];
  for (const { sku } of [soap, milk, gone]) await addToCart(buyer, { sku, quantity: 10 }, at);
  const number = await askForQuote(buyer, await askingFor(buyer, at), at);
  const terms = await termsOfTheHouse(9_000_000);
  const said = [
    priced(soap.sku, 91_234, { quantity: 7 }),
    { ...priced(milk.sku, 0), unitPriceE4: null, discountBasisPoints: 500 },
    { ...priced(gone.sku, 0), unitPriceE4: null, isUnavailable: true, note: "Sugiro o 2 litros" },
  ];
  await answered(rui, number, said, later(10), { paymentTermsId: terms, freightCents: 1500 });
  await changePrice(soap.id, 200_000);
  await sql`update products set pack_multiple = 1 where id = ${soap.id}`;
  const { number: order } = await acceptQuote(
    buyer,
    number,
    { addressId, poNumber: "OC-7", notes: "pela manhã" },
    day(1),
  );
  const sheet = await orderOf(buyer, order);
  expect(sheet).toMatchObject({
    ...{ goodsCents: 6386 + 3167, freightCents: 1500, poNumber: "OC-7", notes: "pela manhã", channel: "storefront" },
    paymentTermsName: "28/56/84",
  });
  expect(sheet.lines).toMatchObject([
    { sku: soap.sku, quantity: 7, unitPriceE4: 91_234, totalCents: 6386 },
    { sku: milk.sku, quantity: 10, unitPriceE4: 31_666, totalCents: 3167 },
  ]);
  expect(sheet.lines[0]?.chain.at(-1)).toMatchObject({
    source: "quote",
    name: String(number),
    validUntil: "2026-11-28",
  });
  expect(await freeStock(soap.id)).toBe(33);
  expect(await factsThatDiffer()).toEqual([]);
  expect(await cartOutcomesOf(customerId, day(2))).toEqual(["ordered"]);
  expect((await acceptQuote(buyer, number, plainly(addressId), day(30))).number).toBe(order);
  expect((await mailsTo(rui.userId)).at(-1)?.text).toContain(`/office/orders/${order}`);
});

test("stock and credit count when a quote is accepted, and the refusal says what is missing", async () => {
  const boss = await manager();
  const { buyer, addressId } = await customerWithBuyer({ limitCents: 5000 });
  const dear = await asked(buyer, at, { priceE4: 100_000, quantity: 10 });
  await answered(boss, dear.number, [priced(dear.soap.sku, 90_000)], at);
  expect((await refusalOf(acceptQuote(buyer, dear.number, plainly(addressId), later(5)))).code).toBe("credit_exceeded");
  const short = await asked(buyer, at, { priceE4: 10_000, quantity: 10, onHand: 10 });
  await answered(boss, short.number, [priced(short.soap.sku, 9_000)], at);
  await sql`update stock set reserved = 4 where product_id = ${short.soap.id}`;
  const refusal = await refusalOf(acceptQuote(buyer, short.number, plainly(addressId), later(5)));
  expect([refusal.code, refusal.details.available]).toEqual(["out_of_stock", 6]);
  await sql`update stock set reserved = 0 where product_id = ${short.soap.id}`;
  expect((await refusalOf(acceptQuote(buyer, short.number, plainly(999_999), later(5)))).code).toBe("address_missing");
  await acceptQuote(buyer, short.number, plainly(addressId), later(6));
});

test("a quote is accepted on its last day and not on the day after it", async () => {
  const boss = await manager();
  const { buyer, addressId } = await customerWithBuyer();
  const [one, other] = [await asked(buyer, at), await asked(buyer, at)];
  for (const { number, soap } of [one, other]) {
    await answered(boss, number, [priced(soap.sku, 90_000)], at, { validUntil: "2026-11-21" });
  }
  const lastMinute = new Date("2026-11-22T02:59:59Z");
  const over = new Date("2026-11-22T03:00:00Z");
  await acceptQuote(buyer, one.number, plainly(addressId), lastMinute);
  const refusal = await refusalOf(acceptQuote(buyer, other.number, plainly(addressId), over));
  expect([refusal.code, refusal.details.on]).toEqual(["quote_expired", "2026-11-21"]);
});

test("nobody changes what was answered, accepted, declined or withdrawn", async () => {
  const boss = await manager();
  const { buyer, addressId } = await customerWithBuyer();
  const { number, soap } = await asked(buyer, at);
  expect((await refusalOf(acceptQuote(buyer, number, plainly(addressId), at))).code).toBe("quote_not_answered");
  expect((await refusalOf(declineQuote(buyer, number, null, at))).code).toBe("quote_not_answered");
  await answered(boss, number, [priced(soap.sku, 90_000)], at);
  const before = await quoteOf(buyer, number);
  expect((await refusalOf(answered(boss, number, [priced(soap.sku, 1)], later(1)))).code).toBe("quote_answered");
  expect((await refusalOf(withdrawQuote(buyer, number, later(1)))).code).toBe("quote_answered");
  expect((await refusalOf(answered(boss, number, [priced(soap.sku, 1)], day(20)))).code).toBe("quote_answered");
  expect(await quoteOf(buyer, number)).toEqual(before);
  await declineQuote(buyer, number, "caro", later(2));
  await declineQuote(buyer, number, "outra vez", later(3));
  expect((await quoteOf(buyer, number)).declineReason).toBe("caro");
  expect((await refusalOf(acceptQuote(buyer, number, plainly(addressId), later(4)))).code).toBe("quote_closed");
  const second = await asked(buyer, at);
  await withdrawQuote(buyer, second.number, later(1));
  await withdrawQuote(buyer, second.number, later(2));
  expect((await refusalOf(answered(boss, second.number, [priced(second.soap.sku, 1)], later(3)))).code).toBe(
    "quote_closed",
  );
});

test("a rep gives discount up to the company's limit, sees their own customers' quotes only, and a manager goes further", async () => {
  const [rui, ana, boss] = [await rep(), await rep(), await manager()];
  const { buyer } = await servedBy(rui.userId);
  const { number, soap } = await asked(buyer, at, { priceE4: 100_000 });
  expect((await refusalOf(quoteIn(ana, number))).code).toBe("not_found");
  expect((await refusalOf(answered(ana, number, [priced(soap.sku, 95_000)], at))).code).toBe("not_found");
  const tooMuch = await refusalOf(answered(rui, number, [priced(soap.sku, 89_999)], at));
  expect([tooMuch.code, tooMuch.details]).toEqual(["quote_discount_limit", { sku: soap.sku, basisPoints: 1000 }]);
  const percent = { ...priced(soap.sku, 0), unitPriceE4: null, discountBasisPoints: 1100 };
  expect((await refusalOf(answered(rui, number, [percent], at))).code).toBe("quote_discount_limit");
  const foreign = await product();
  expect((await refusalOf(answered(rui, number, [priced(foreign.sku, 90_000)], at))).code).toBe("not_found");
  const over = answered(rui, number, [priced(soap.sku, 95_000)], at, { validUntil: "2026-11-19" });
  expect((await refusalOf(over)).code).toBe("quote_validity");
  const noTerms = answered(rui, number, [priced(soap.sku, 95_000)], at, { paymentTermsId: 999_999 });
  expect((await refusalOf(noTerms)).code).toBe("payment_terms_not_offered");
  await answered(boss, number, [priced(soap.sku, 50_000)], at);
  expect((await quoteOf(buyer, number)).lines[0]?.unitPriceE4).toBe(50_000);
});
