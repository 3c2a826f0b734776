import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { keptCartsOf, setAside } from "#app/domain/carts/kept-carts.server.ts";
import { sql } from "#db/connection.server.ts";
import { product } from "#tests/builders/distributor.ts";
import { at } from "#tests/builders/ordering.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();

async function shopper() {
  const { id, email, customerId } = await person("buyer", { buyerRole: "orders" });
  await sql`update customers set access_granted_at = '2026-01-05' where id = ${customerId}`;
  const buyer = { userId: id, customerId: customerId as number, actingUserId: null, mayOrder: true };
  return { ana: await new Visitor(site.url).signIn(email, anyPassword), buyer };
}

test("a cart is kept, used again and removed by plain forms, and a bad name keeps what was typed", async () => {
  const { ana, buyer } = await shopper();
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 2 }, at);
  const unnamed = await ana.send("/carts", { act: "aside", name: "x".repeat(61) });
  expect([unnamed.status, (await unnamed.text()).includes(`value="${"x".repeat(61)}"`)]).toEqual([422, true]);
  expect((await ana.send("/carts", { act: "aside", name: "Festa" })).status).toBe(303);
  expect((await ana.send("/carts", { act: "aside", name: "De novo" })).status).toBe(422);
  const page = await (await ana.open("/carts")).text();
  expect(page).toContain("Festa");
  const [kept] = await keptCartsOf(buyer);
  const id = String(kept?.id);
  const removed = await ana.send("/carts", { act: "remove", id });
  expect(await (await ana.open(removed.headers.get("Location") as string)).text()).toContain("Festa foi tirado.");
  await ana.send("/carts", { act: "back", id });
  expect((await ana.send("/carts", { act: "current", id })).headers.get("Location")).toBe("/cart");
  expect(await (await ana.open("/cart")).text()).toContain(soap.sku);
});

test("a kept cart of somebody else is not there, whatever is asked of it", async () => {
  const [{ buyer }, { ana }] = [await shopper(), await shopper()];
  const soap = await product();
  await addToCart(buyer, { sku: soap.sku, quantity: 2 }, at);
  await setAside(buyer, "Minha", at);
  const [kept] = await keptCartsOf(buyer);
  const id = String(kept?.id);
  for (const act of ["current", "merge", "rename", "remove", "back"]) {
    const fields: Record<string, string> = act === "rename" ? { act, id, name: "Sua" } : { act, id };
    expect([act, (await ana.send("/carts", fields)).status]).toEqual([act, 404]);
  }
  expect(await keptCartsOf(buyer)).toEqual([kept]);
});
