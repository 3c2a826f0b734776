import { expect, test } from "vitest";
import { sql } from "#db/connection.server.ts";
import { product } from "#tests/builders/distributor.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();

async function buyer() {
  const { email, customerId } = await person("buyer", { buyerRole: "orders" });
  await sql`update customers set access_granted_at = '2026-01-05' where id = ${customerId}`;
  return new Visitor(site.url).signIn(email, anyPassword);
}

test("what went into the cart is told once, on the page the buyer was on", async () => {
  const ana = await buyer();
  const soap = await product({ onHand: 4 });
  const page = `/products/${soap.sku}`;
  const adding = { intent: "add", sku: soap.sku, quantity: "3", returnTo: page };
  const answer = await ana.send("/cart", adding);
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, page]);
  expect(await (await ana.open(page)).text()).toMatch(/role="status"[\s\S]*?3 × [^<]* no carrinho/);
  expect(await (await ana.open(page)).text()).not.toContain("no carrinho.");
  await ana.send("/cart", adding);
  const again = await (await ana.open(page)).text();
  expect([again.includes("Agora são 6."), again.includes("Só há 4 em estoque")]).toEqual([true, true]);
});

test("a quantity that is refused comes back as it was typed, with the one that would go in and the way back", async () => {
  const ana = await buyer();
  const soap = await product({ onHand: 100 });
  await sql`update products set pack_multiple = 6 where id = ${soap.id}`;
  const adding = { intent: "add", sku: soap.sku, returnTo: "/catalog?page=2" };
  const odd = await ana.send("/cart", { ...adding, quantity: "7" });
  expect(odd.status).toBe(422);
  const said = await odd.text();
  expect(said).toContain("em múltiplos de 6");
  expect(said).toMatch(/<input[^>]*name="quantity"[^>]*value="7"/);
  expect(said).toMatch(/name="quantity" value="12"/);
  expect(said).toContain('href="/catalog?page=2"');
  const words = await (await ana.send("/cart", { ...adding, quantity: "uma dúzia" })).text();
  expect(words).toMatch(/<input[^>]*id="quantity"[^>]*name="quantity"[^>]*value="uma dúzia"/);
  expect(words).toContain('href="#quantity"');
});
