import fc from "fast-check";
import { expect, test } from "vitest";
import { addToCart, changeQuantity, removeFromCart } from "#app/domain/carts/carts.server.ts";
import { acceptPrices } from "#app/domain/carts/changed-prices.server.ts";
import { openCartOf, recordLook, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { wantTerms } from "#app/domain/orders/checkout.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, changePrice, customerWithBuyer, product, repActingAs } from "#tests/builders/distributor.ts";

const at = new Date("2026-11-20T14:00:00Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

const codeOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => "done",
    (fault) => (fault instanceof Refusal ? fault.code : fault),
  );

const stepsOf = (buyer: Buyer) =>
  sql`select kind, product_id, quantity, unit_price_e4, stock_seen, reason from journey_steps
    where customer_id = ${buyer.customerId} and buyer_id = ${buyer.userId} order by at, id`;

test("the same product added from two devices at once is one line with the sum", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product();
  await Promise.all(Array.from({ length: 8 }, () => addToCart(buyer, { sku: soap.sku, quantity: 3 }, at)));
  const cart = await openCartOf(buyer, later(1));
  expect(cart.lines.map(({ sku, quantity }) => ({ sku, quantity }))).toEqual([{ sku: soap.sku, quantity: 24 }]);
  expect(await stepsOf(buyer)).toHaveLength(8);
});

test("each step carries the quantity, the price and the stock as they stood", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product({ priceE4: 120_000, onHand: 40 });
  await changePrice(soap.id, 100_000, 10);
  await addToCart(buyer, { sku: soap.sku, quantity: 5 }, at);
  await addToCart(buyer, { sku: soap.sku, quantity: 5 }, later(1));
  await changeQuantity(buyer, { sku: soap.sku, quantity: 4 }, later(2));
  await changeQuantity(buyer, { sku: soap.sku, quantity: 4 }, later(3));
  await removeFromCart(buyer, [soap.sku], later(4));
  await removeFromCart(buyer, [soap.sku], later(5));
  const seen = { product_id: soap.id, stock_seen: 40, reason: null };
  expect([...(await stepsOf(buyer))]).toEqual([
    { ...seen, kind: "added", quantity: 5, unit_price_e4: 120_000 },
    { ...seen, kind: "added", quantity: 10, unit_price_e4: 100_000 },
    { ...seen, kind: "changed", quantity: 4, unit_price_e4: 120_000 },
    { ...seen, kind: "removed", quantity: 0, unit_price_e4: 120_000 },
  ]);
});

test("only whole packs from the minimum on get into a cart, whatever is entered", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 24 }),
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.integer({ min: -3, max: 130 }), { minLength: 1, maxLength: 4 }),
      async (packMultiple, minimumQuantity, entered) => {
        const { buyer } = await customerWithBuyer();
        const soap = await product({ packMultiple, minimumQuantity });
        for (const quantity of entered) {
          const code = await codeOf(addToCart(buyer, { sku: soap.sku, quantity }, at));
          expect(["done", "quantity_invalid", "below_minimum_quantity", "not_pack_multiple"]).toContain(code);
        }
        const [line] = (await openCartOf(buyer, at)).lines;
        if (!line) return;
        expect(line.quantity % packMultiple).toBe(0);
        expect(line.quantity).toBeGreaterThanOrEqual(minimumQuantity);
        expect(line.reasons).toEqual([]);
      },
    ),
    { numRuns: 12 },
  );
});

test("a refused quantity names the multiple and is written down with price and stock", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product({ packMultiple: 6, onHand: 30 });
  const fault = await addToCart(buyer, { sku: soap.sku, quantity: 7 }, at).catch((refusal: unknown) => refusal);
  expect(fault).toMatchObject({
    code: "not_pack_multiple",
    details: { sku: soap.sku, multiple: 6, below: 6, above: 12 },
  });
  const [step] = await stepsOf(buyer);
  expect(step).toMatchObject({ kind: "refused", reason: "not_pack_multiple", quantity: 7, stock_seen: 30 });
});

test("what has no price for this customer is not sold to them, and neither is what does not exist", async () => {
  const { buyer } = await customerWithBuyer();
  const priceless = await product({ priceE4: null });
  expect(await codeOf(addToCart(buyer, { sku: priceless.sku, quantity: 1 }, at))).toBe("no_price");
  expect(await codeOf(addToCart(buyer, { sku: "NEVER", quantity: 1 }, at))).toBe("not_found");
  const gone = await product();
  await sql`update products set is_active = false where id = ${gone.id}`;
  expect(await codeOf(addToCart(buyer, { sku: gone.sku, quantity: 1 }, at))).toBe("product_inactive");
});

test("a line never holds more than a hundred thousand", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 99_999 }, at);
  expect(await codeOf(addToCart(buyer, { sku: soap.sku, quantity: 2 }, at))).toBe("quantity_invalid");
  expect(await codeOf(addToCart(buyer, { sku: soap.sku, quantity: 1 }, at))).toBe("done");
});

test("each buyer of a customer, and staff who act for it, have a cart of their own; another customer sees none of it", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const [colleague, rep, stranger] = [
    await buyerOf(customerId),
    await repActingAs(customerId),
    (await customerWithBuyer()).buyer,
  ];
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 1 }, at);
  await addToCart(rep, { sku: soap.sku, quantity: 2 }, at);
  const quantities = await Promise.all(
    [buyer, colleague, rep, stranger].map(async (one) =>
      (await openCartOf(one, at)).lines.map((line) => line.quantity),
    ),
  );
  expect(quantities).toEqual([[1], [], [2], []]);
  expect(await codeOf(changeQuantity(stranger, { sku: soap.sku, quantity: 5 }, at))).toBe("not_found");
});

test("a price that moved is shown until it is confirmed, and a second move is not confirmed by accident", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product({ priceE4: 129_000 });
  await addToCart(buyer, { sku: soap.sku, quantity: 10 }, at);
  await changePrice(soap.id, 134_000);
  const seen = shownHashOf(await openCartOf(buyer, later(1)));
  await changePrice(soap.id, 140_000);
  expect(await codeOf(acceptPrices(buyer, seen, later(2)))).toBe("prices_changed");
  const now = await openCartOf(buyer, later(3));
  expect(now.lines[0]?.change).toEqual({ wasE4: 129_000, nowE4: 140_000 });
  await acceptPrices(buyer, shownHashOf(now), later(4));
  expect((await openCartOf(buyer, later(5))).hasChangedPrices).toBe(false);
});

test("looking again within minutes is one look; another price, or an hour later, is another", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 1 }, at);
  const look = async (minutes: number) =>
    recordLook(buyer, "cart_viewed", await openCartOf(buyer, later(minutes)), later(minutes));
  for (const minutes of [1, 2, 3]) await look(minutes);
  await changePrice(soap.id, 200_000);
  await look(4);
  await look(70);
  const looks = (await stepsOf(buyer)).filter((step) => step.kind === "cart_viewed");
  expect(looks).toHaveLength(3);
});

test("payment terms that are missing are written down with the cart", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 2 }, at);
  await wantTerms(buyer, "30/60/90", later(1));
  const [step] =
    await sql`select kind, details from journey_steps where customer_id = ${buyer.customerId} order by id desc`;
  expect(step).toEqual({ kind: "terms_wanted", details: { wanted: "30/60/90", goodsCents: 2000 } });
});
