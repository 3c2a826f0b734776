import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { factsThatDiffer } from "#app/domain/orders/facts.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, customerWithBuyer, product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { at, later, wishOf } from "#tests/builders/ordering.ts";

test("fifty buyers at once sell the last ten units exactly once each, and forty are told what is missing", async () => {
  const terms = await termsOfTheHouse();
  const last = await product({ onHand: 10 });
  const many = await Promise.all(
    Array.from({ length: 50 }, async () => {
      const customer = await customerWithBuyer();
      await addToCart(customer.buyer, { sku: last.sku, quantity: 1 }, at);
      return { ...customer, wish: await wishOf(customer.buyer, terms, customer.addressId) };
    }),
  );
  const outcomes = await Promise.all(
    many.map(({ buyer, wish }) =>
      placeOrder(buyer, wish, later(1)).then(
        () => "sold",
        (fault) => fault,
      ),
    ),
  );
  const losers = outcomes.filter((outcome) => outcome !== "sold");
  expect(outcomes.filter((outcome) => outcome === "sold")).toHaveLength(10);
  for (const loser of losers) {
    expect(loser).toBeInstanceOf(Refusal);
    expect(loser.code).toBe("out_of_stock");
    expect(loser.details).toMatchObject({ sku: last.sku });
  }
  const [stock] = await sql`select on_hand, reserved from stock where product_id = ${last.id}`;
  expect(stock).toEqual({ on_hand: 10, reserved: 10 });
  const refused =
    await sql`select count(*)::int as n from journey_steps where kind = 'refused' and product_id = ${last.id}`;
  expect(refused[0]?.n).toBe(40);
  expect(await factsThatDiffer()).toEqual([]);
});

test("the last ten go once, too, when each buyer puts the product into the cart twice", async () => {
  const terms = await termsOfTheHouse();
  const last = await product({ onHand: 10 });
  const many = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const customer = await customerWithBuyer();
      await Promise.all([1, 2].map(() => addToCart(customer.buyer, { sku: last.sku, quantity: 1 }, at)));
      return { ...customer, wish: await wishOf(customer.buyer, terms, customer.addressId) };
    }),
  );
  const outcomes = await Promise.all(
    many.map(({ buyer, wish }) =>
      placeOrder(buyer, wish, later(1)).then(
        () => "sold",
        (fault) => fault.code,
      ),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === "sold")).toHaveLength(5);
  expect(outcomes.filter((outcome) => outcome === "out_of_stock")).toHaveLength(15);
});

test("baskets that hold the same products in other orders do not lock each other out", async () => {
  const terms = await termsOfTheHouse();
  const goods = await Promise.all(Array.from({ length: 6 }, () => product({ onHand: 30 })));
  const many = await Promise.all(
    Array.from({ length: 30 }, async (_, turn) => {
      const customer = await customerWithBuyer();
      const mixed = [...goods.slice(turn % 6), ...goods.slice(0, turn % 6)];
      for (const [place, { sku }] of mixed.entries())
        await addToCart(customer.buyer, { sku, quantity: 1 }, later(place / 60));
      return { ...customer, wish: await wishOf(customer.buyer, terms, customer.addressId) };
    }),
  );
  const outcomes = await Promise.all(many.map(({ buyer, wish }) => placeOrder(buyer, wish, later(1))));
  expect(new Set(outcomes.map(({ number }) => number)).size).toBe(30);
});

test("a double click, two tabs and a resend get the same order number, and one order is made", async () => {
  const { buyer, addressId, customerId } = await customerWithBuyer({ limitCents: 50_000 });
  const terms = await termsOfTheHouse();
  const soap = await product({ priceE4: 300_000 });
  await addToCart(buyer, { sku: soap.sku, quantity: 10 }, at);
  const wish = await wishOf(buyer, terms, addressId);
  const otherTab = await wishOf(buyer, terms, addressId);
  const clicks = await Promise.all([
    placeOrder(buyer, wish, later(1)),
    placeOrder(buyer, wish, later(1)),
    placeOrder(buyer, { ...otherTab, poNumber: "OC-2" }, later(1)),
  ]);
  const resent = await placeOrder(buyer, wish, later(30));
  expect(new Set([...clicks, resent].map(({ number }) => number)).size).toBe(1);
  const [made] = await sql`select count(*)::int as n from orders where customer_id = ${customerId}`;
  expect(made?.n).toBe(1);
  const [refused] =
    await sql`select count(*)::int as n from journey_steps where customer_id = ${customerId} and kind = 'refused'`;
  expect(refused?.n).toBe(0);
});

test("forty checkouts of R$ 300 at once against a credit of R$ 1.000 make exactly three orders", async () => {
  const { customerId, addressId } = await customerWithBuyer({ limitCents: 100_000 });
  const terms = await termsOfTheHouse();
  const soap = await product({ priceE4: 3_000_000 });
  const tries = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const buyer = await buyerOf(customerId);
      await addToCart(buyer, { sku: soap.sku, quantity: 1 }, at);
      return { buyer, wish: await wishOf(buyer, terms, addressId) };
    }),
  );
  const outcomes = await Promise.all(
    tries.map(({ buyer, wish }) =>
      placeOrder(buyer, wish, later(1)).then(
        () => "made",
        (fault) => fault,
      ),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === "made")).toHaveLength(3);
  for (const fault of outcomes.filter((outcome) => outcome !== "made")) {
    expect(fault).toBeInstanceOf(Refusal);
    expect(fault.code).toBe("credit_exceeded");
    expect(fault.details.missingCents).toBe(20_000);
  }
  const [credit] = await sql`select credit_used_cents as used from customers where id = ${customerId}`;
  expect(credit?.used).toBe(90_000);
  expect(await factsThatDiffer()).toEqual([]);
});

test("a request with a key of its own makes no second order of the cart, whether it comes in between or after", async () => {
  const { buyer, addressId, customerId } = await customerWithBuyer();
  const terms = await termsOfTheHouse();
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 1 }, at);
  const wish = await wishOf(buyer, terms, addressId);
  const outcomes = await Promise.all(
    ["a", "b", "c", "d"].map((idempotencyKey) =>
      placeOrder(buyer, { ...wish, idempotencyKey }, later(1)).then(
        ({ number }) => number,
        (fault) => (fault instanceof Refusal ? fault.code : fault),
      ),
    ),
  );
  const orders = await sql`select number from orders where customer_id = ${customerId}`;
  expect(orders).toHaveLength(1);
  for (const outcome of outcomes) expect([orders[0]?.number, "cart_empty"]).toContain(outcome);
});
