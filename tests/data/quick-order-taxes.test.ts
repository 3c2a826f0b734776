import { expect, test } from "vitest";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { quickOrderAfter } from "#app/domain/carts/quick-order.server.ts";
import { emptySheet } from "#app/domain/carts/quick-order.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, product } from "#tests/builders/distributor.ts";
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
