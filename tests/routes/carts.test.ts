import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { keptCartsOf, setAside } from "#app/domain/carts/kept-carts.server.ts";
import { at } from "#tests/builders/ordering.ts";
import { shopperAt } from "#tests/builders/shopping.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();

test("a cart is kept, used again and removed by plain forms, and a bad name keeps what was typed", async () => {
  const { visitor: ana, buyer, soap } = await shopperAt(site);
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
  const [{ buyer, soap }, { visitor: ana }] = [await shopperAt(site), await shopperAt(site)];
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
