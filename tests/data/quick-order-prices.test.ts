import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { quickOrderAfter } from "#app/domain/carts/quick-order.server.ts";
import { emptySheet, type Sheet, type SheetAct } from "#app/domain/carts/quick-order.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { sql } from "#db/connection.server.ts";
import { changePrice, customerWithBuyer, product } from "#tests/builders/distributor.ts";
import { at, later } from "#tests/builders/ordering.ts";

test("a quick order estimates taxes for the state the cart goes to, on what is ready, as the cart does", async () => {
  const { buyer, customerId } = await customerWithBuyer({ uf: "SP" });
  const soap = await product({ priceE4: 100_000 });
  await sql`insert into tax_rules (component, basis_points, uf, valid_from, created_at) values
    ('IPI', 500, null, '2026-01-01', ${at}), ('ICMS-ST', 1000, 'RS', '2026-01-01', ${at}), ('FECP', 200, 'SP', '2026-01-01', ${at})`;
  await sql`update customer_addresses set uf = 'RS' where customer_id = ${customerId}`;
  const page = { ...emptySheet("mark"), lines: [], file: null };
  const text = `${soap.sku} 10\nnada disso 3\n${soap.sku} 0`;
  const sheet = await quickOrderAfter(buyer, { ...page, act: { kind: "show" }, text }, at);
  const taxes = [
    { component: "ICMS-ST", cents: 1_000 },
    { component: "IPI", cents: 500 },
  ];
  expect(sheet.questions).toBe(2);
  expect(sheet.taxes).toEqual(taxes);
  await quickOrderAfter(buyer, { ...page, ...sheet, text: "", act: { kind: "cart" } }, at);
  expect((await openCartOf(buyer, later(1))).taxes).toEqual(taxes);
});

test("a line is taken to the quantity that is cheaper, counting what the cart holds, and only said where the shelf has less", async () => {
  const { buyer } = await customerWithBuyer();
  const soap = await product({ priceE4: 120_000, packMultiple: 6, onHand: 40 });
  await changePrice(soap.id, 100_000, 30);
  await changePrice(soap.id, 90_000, 60);
  await addToCart(buyer, { sku: soap.sku, quantity: 6 }, at);
  const after = (who: Buyer, act: SheetAct, sheet: Partial<Sheet> = {}) =>
    quickOrderAfter(who, { ...emptySheet("mark"), lines: [], file: null, text: "", ...sheet, act }, at);
  const written = await after(buyer, { kind: "show" }, { text: `${soap.sku} 12` });
  expect(written.rows[0]).toMatchObject({ reach: 24, step: { more: 12, quantity: 30, basisPoints: -1667 } });
  const taking: SheetAct = { kind: "take", row: 1, quantity: 24 };
  const taken = await after(buyer, taking, written);
  expect(taken.rows[0]).toMatchObject({ quantity: "24", unitPriceE4: 100_000, reach: null, step: { quantity: 60 } });
  expect((await after(buyer, taking, taken)).rows).toEqual(taken.rows);
  const odd = await after(buyer, { kind: "take", row: 1, quantity: 25 }, written);
  expect(odd.rows[0]).toMatchObject({ isReady: false, rounded: 30, step: null, reach: null });
  const looked = await after({ ...buyer, mayOrder: false }, { kind: "show" }, written);
  expect(looked.rows[0]).toMatchObject({ reach: null, step: { quantity: 30 } });
});
