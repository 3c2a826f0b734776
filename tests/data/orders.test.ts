import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { checkoutOf } from "#app/domain/orders/checkout.server.ts";
import { factsThatDiffer } from "#app/domain/orders/facts.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import {
  buyerOf,
  changePrice,
  customerWithBuyer,
  product,
  repActingAs,
  termsOfTheHouse,
} from "#tests/builders/distributor.ts";

const at = new Date("2026-11-20T14:00:00Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

async function wishOf(buyer: Buyer, paymentTermsId: number, addressId: number, when = at) {
  const checkout = await checkoutOf(buyer, when);
  if (!checkout) throw new Error("no cart");
  const { shownHash, idempotencyKey } = checkout;
  return { paymentTermsId, addressId, poNumber: null, notes: null, shownHash, idempotencyKey };
}

const refusalOf = (act: Promise<unknown>): Promise<Refusal> =>
  act.then(
    () => {
      throw new Error("it was not refused");
    },
    (fault) => {
      if (fault instanceof Refusal) return fault;
      throw fault;
    },
  );

test("a cart becomes an order with its prices, its credit, its stock, its facts and its step", async () => {
  const { buyer, addressId, customerId } = await customerWithBuyer({ limitCents: 100_000 });
  const terms = await termsOfTheHouse();
  const soap = await product({ priceE4: 123_456, onHand: 50 });
  await addToCart(buyer, { sku: soap.sku, quantity: 10 }, at);
  const wish = { ...(await wishOf(buyer, terms, addressId)), poNumber: "OC-77", notes: "de manhã" };
  const { number } = await placeOrder(buyer, wish, later(1));
  expect(number).toMatch(/^\d{6,}$/);
  const [order] = await sql`select * from orders where number = ${number}`;
  expect(order).toMatchObject({
    customer_id: customerId,
    goods_cents: 12_346,
    freight_cents: 0,
    channel: "storefront",
    po_number: "OC-77",
    notes: "de manhã",
    payment_terms_name: "28/56/84",
    placed_on: "2026-11-20",
    is_bonus: false,
  });
  expect(order?.address.street).toBe("Rua das Flores");
  const [line] = await sql`select * from order_lines where customer_id = ${customerId}`;
  expect(line).toMatchObject({ sku: soap.sku, quantity: 10, unit_price_e4: 123_456, total_cents: 12_346 });
  expect(line?.price_chain[0]).toMatchObject({ source: "general", unitPriceE4: 123_456 });
  const [stock] = await sql`select on_hand, reserved from stock where product_id = ${soap.id}`;
  expect(stock).toEqual({ on_hand: 50, reserved: 10 });
  const [credit] = await sql`select credit_used_cents as used,
    (select sum(amount_cents)::int from credit_entries e where e.customer_id = c.id) as ledger from customers c where id = ${customerId}`;
  expect(credit).toEqual({ used: 12_346, ledger: 12_346 });
  const steps = await sql`select kind from journey_steps where customer_id = ${customerId} order by at, id`;
  expect(steps.map((step) => step.kind)).toEqual(["added", "ordered"]);
  expect(await factsThatDiffer()).toEqual([]);
  expect((await openCartOf(buyer, later(2))).lines).toEqual([]);
});

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
  const clicks = await Promise.all([
    placeOrder(buyer, wish, later(1)),
    placeOrder(buyer, wish, later(1)),
    placeOrder(buyer, { ...wish, idempotencyKey: "another-tab" }, later(1)),
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

test("a price that changes between look and click is refused, and the new one can be ordered", async () => {
  const { buyer, addressId } = await customerWithBuyer();
  const terms = await termsOfTheHouse();
  const soap = await product({ priceE4: 129_000 });
  await addToCart(buyer, { sku: soap.sku, quantity: 10 }, at);
  const wish = await wishOf(buyer, terms, addressId);
  await changePrice(soap.id, 134_000);
  const refusal = await refusalOf(placeOrder(buyer, wish, later(1)));
  expect(refusal.code).toBe("prices_changed");
  const cart = await openCartOf(buyer, later(2));
  expect(cart.lines[0]?.change).toEqual({ wasE4: 129_000, nowE4: 134_000 });
  await placeOrder(buyer, await wishOf(buyer, terms, addressId, later(2)), later(3));
});

test("a quantity changed in another tab between look and click is refused", async () => {
  const { buyer, addressId } = await customerWithBuyer();
  const terms = await termsOfTheHouse();
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 2 }, at);
  const wish = await wishOf(buyer, terms, addressId);
  await addToCart(buyer, { sku: soap.sku, quantity: 5 }, later(1));
  expect((await refusalOf(placeOrder(buyer, wish, later(2)))).code).toBe("prices_changed");
});

test("what was ordered stays as it was when product and prices change", async () => {
  const { buyer, addressId } = await customerWithBuyer();
  const terms = await termsOfTheHouse();
  const soap = await product({ priceE4: 50_000 });
  await addToCart(buyer, { sku: soap.sku, quantity: 4 }, at);
  const { number } = await placeOrder(buyer, await wishOf(buyer, terms, addressId), later(1));
  const before = await sql`select l.* from order_lines l join orders o on o.id = l.order_id where o.number = ${number}`;
  await changePrice(soap.id, 99_000);
  await sql`update products set name = 'Outro', sku = sku || '-X', pack_multiple = 7 where id = ${soap.id}`;
  const after = await sql`select l.* from order_lines l join orders o on o.id = l.order_id where o.number = ${number}`;
  expect([...after]).toEqual([...before]);
});

test("an order by a rep carries their name, and the visit when they are at the customer's", async () => {
  const { customerId, addressId } = await customerWithBuyer();
  const rep = await repActingAs(customerId);
  const terms = await termsOfTheHouse();
  const soap = await product();
  await addToCart(rep, { sku: soap.sku, quantity: 1 }, at);
  const byPhone = await placeOrder(rep, await wishOf(rep, terms, addressId), later(1));
  await sql`insert into activities (customer_id, kind, user_id, checked_in_at, created_at)
    values (${customerId}, 'visit', ${rep.userId}, ${later(2)}, ${later(2)})`;
  await addToCart(rep, { sku: soap.sku, quantity: 1 }, later(3));
  const onVisit = await placeOrder(rep, await wishOf(rep, terms, addressId, later(3)), later(4));
  const rows =
    await sql`select number, channel, placed_by from orders where customer_id = ${customerId} order by placed_at`;
  expect([...rows]).toEqual([
    { number: byPhone.number, channel: "phone", placed_by: rep.userId },
    { number: onVisit.number, channel: "visit", placed_by: rep.userId },
  ]);
});

test("terms that are not offered and somebody else's address are refused, and the step says why", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const other = await customerWithBuyer();
  const [mine, theirs] = [await termsOfTheHouse(), await termsOfTheHouse()];
  await sql`insert into customer_payment_terms values (${customerId}, ${mine})`;
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 1 }, at);
  const refusal = await refusalOf(placeOrder(buyer, await wishOf(buyer, theirs, other.addressId), later(1)));
  expect(refusal.reasons.map((reason) => reason.code)).toEqual(["payment_terms_not_offered", "address_missing"]);
  const [step] =
    await sql`select kind, reason, details from journey_steps where customer_id = ${customerId} order by id desc`;
  expect(step).toMatchObject({ kind: "refused", reason: "payment_terms_not_offered" });
});
