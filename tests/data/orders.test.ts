import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { factsThatDiffer } from "#app/domain/orders/facts.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { sql } from "#db/connection.server.ts";
import { changePrice, customerWithBuyer, product, repActingAs, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { at, later, refusalOf, wishOf } from "#tests/builders/ordering.ts";

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
