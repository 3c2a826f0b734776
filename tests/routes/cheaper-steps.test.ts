import { expect, test } from "vitest";
import { sql } from "#db/connection.server.ts";
import { changePrice } from "#tests/builders/distributor.ts";
import { quantitiesIn, type Shopper, shopperAt } from "#tests/builders/shopping.ts";
import type { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();

/** Terms that change prices, open to everybody or to nobody the test knows. */
async function terms(name: string, days: number[], basisPoints: number, minimumCents = 0): Promise<string> {
  const [row] = await sql<{ id: number }[]>`
    insert into payment_terms (code, name, days, price_basis_points, minimum_order_cents)
    values (${name}, ${name}, ${days}, ${basisPoints}, ${minimumCents}) returning id`;
  return String((row as { id: number }).id);
}
await terms("28 dias", [28], 0);
const net14 = await terms("14 dias", [14], -150);

/** A buyer, and a product in sixes at R$ 10,00, from twelve on at R$ 9,70. */
async function shopper(onHand = 600): Promise<Shopper> {
  const one = await shopperAt(site, { packMultiple: 6, onHand });
  await changePrice(one.soap.id, 97_000, 12);
  return one;
}

const pageOf = async (visitor: Visitor, path: string) => (await visitor.open(path)).text();

/** What a page lets press to pay less, as its buttons and links say. */
const pressesOn = (page: string): string[] =>
  [...page.matchAll(/<(button|a)[^>]*class="step"[^>]*>(.*?)<\/\1>/g)].map(([, , said = ""]) =>
    said.replace(/<!-- -->/g, "").replace(/\u00a0/g, " "),
  );

test("a product's page puts what is cheaper into its field and shows its price, by a plain address", async () => {
  const { visitor, soap } = await shopper();
  const path = `/products/${soap.sku}`;
  const page = await pageOf(visitor, path);
  expect(pressesOn(page)).toEqual(["Levar 12 e pagar 3% menos · economiza R$ 3,60"]);
  expect(page).toContain("14 dias em vez de 28 dias");
  const twelve = await pageOf(visitor, `${path}?quantity=12`);
  expect(twelve).toMatch(/<input type="number"[^>]*value="12"/);
  expect(twelve).toContain("R$\u00a09,70");
  for (const [wanted, field] of Object.entries({
    "7": 12,
    "0": 6,
    "-1": 6,
    "1.5": 6,
    x: 6,
    "1000000000": 6,
    "99999": 600,
  })) {
    const odd = await visitor.open(`${path}?quantity=${wanted}`);
    expect([wanted, odd.status, (await odd.text()).match(/<input type="number"[^>]*value="(\d+)"/)?.[1]]).toEqual([
      ...[wanted, 200, String(field)],
    ]);
  }
  expect(await pageOf(visitor, "/catalog")).toContain(`href="${path}?quantity=12"`);
});

test("a cart line takes more, and the whole cart other terms, each by a form of its own; twice is once", async () => {
  const { visitor, buyer, soap } = await shopper();
  await visitor.send("/cart", { intent: "add", sku: soap.sku, quantity: "6" });
  const cart = await pageOf(visitor, "/cart");
  expect(pressesOn(cart)).toEqual([
    "Levar 12 e pagar 3% menos · economiza R$ 3,60",
    "Mudar para 14 dias e pagar 1,5% menos · economiza R$ 0,90",
    "Mudar para 14 dias e pagar 1,5% menos · economiza R$ 0,90",
  ]);
  expect(cart).toMatch(/<form[^>]*id="cheaper-terms"[\s\S]*?name="intent" value="terms"/);
  const heard = cart.match(/<button[^>]*class="step"[^>]*aria-label="([^"]*)"/)?.[1] ?? "";
  expect(heard.replace(/\u00a0/g, " ")).toBe(`${pressesOn(cart)[0]}: Produto ${soap.sku}`);
  const taking = { intent: "change", sku: soap.sku, quantity: "12" };
  for (const _ of [1, 2]) expect((await visitor.send("/cart", taking)).headers.get("Location")).toBe("/cart");
  expect(await quantitiesIn(buyer)).toEqual([12]);
  const back = `/products/${soap.sku}?quantity=12`;
  expect(pressesOn(await pageOf(visitor, back))).toEqual(["Mudar para 14 dias e pagar 1,5% menos · economiza R$ 1,75"]);
  const choosing = { intent: "terms", paymentTermsId: net14, returnTo: back };
  for (const _ of [1, 2]) expect((await visitor.send("/cart", choosing)).headers.get("Location")).toBe(back);
  expect(await pageOf(visitor, "/cart")).toContain("R$\u00a09,5545");
  expect(pressesOn(await pageOf(visitor, "/cart"))).toEqual([]);
});

test("the checkout takes the terms a press names, keeps what was typed, and refuses terms that are not this customer's", async () => {
  const { visitor, soap } = await shopper();
  await visitor.send("/cart", { intent: "add", sku: soap.sku, quantity: "12" });
  const page = await pageOf(visitor, "/checkout");
  expect(pressesOn(page)).toEqual(["Mudar para 14 dias e pagar 1,5% menos · economiza R$ 1,75"]);
  const held = Object.fromEntries(
    ["shownHash", "idempotencyKey"].map((name) => [
      name,
      page.match(new RegExp(`name="${name}" value="([^"]+)"`))?.[1] ?? "",
    ]),
  );
  const typed = { ...held, poNumber: "OC-7", payment: "account" };
  const chosen = await visitor.send("/checkout", { ...typed, act: `choose:${net14}` });
  const shown = await chosen.text();
  expect([chosen.status, shown.includes('value="OC-7"')]).toEqual([200, true]);
  expect(shown).toMatch(new RegExp(`<input[^>]*name="paymentTermsId"[^>]*checked=""[^>]*value="${net14}"`));
  expect(shown).toContain("9,5545");
  expect(pressesOn(shown)).toEqual([]);
  for (const act of ["choose:0", "choose:999999999", "choose:9999999999", "choose:-1", "choose:x"]) {
    expect([act, (await visitor.send("/checkout", { ...typed, act })).status]).toEqual([act, 422]);
  }
});

test("a line of the quick order takes more in its own form, by the rules of any quantity", async () => {
  const { visitor, soap } = await shopper();
  const page = await (await visitor.send("/quick-order", { text: `${soap.sku} 6`, act: "read" })).text();
  expect(pressesOn(page)).toEqual(["Levar 12 e pagar 3% menos · economiza R$ 3,60"]);
  expect(page).toMatch(/name="act"[^>]*value="take:1:12"|value="take:1:12"[^>]*name="act"/);
  const row = { "row.0.id": "1", "row.0.said": soap.sku, "row.0.sku": soap.sku, "row.0.quantity": "6", mark: "m" };
  const quantityAfter = async (act: string) => {
    const answer = await visitor.send("/quick-order", { ...row, act });
    return [answer.status, (await answer.text()).match(/name="row.0.quantity"[^>]*value="([^"]*)"/)?.[1]];
  };
  expect(await quantityAfter("take:1:12")).toEqual([200, "12"]);
  for (const odd of ["take:1:7", "take:1:0", "take:2:12"]) expect((await quantityAfter(odd))[0]).toBe(200);
  for (const odd of ["take:1:-1", "take:1:1.5", "take:1:1000000000", "take:1"]) {
    expect([odd, (await quantityAfter(odd))[0]]).toEqual([odd, 422]);
  }
});

test("what the shelf does not hold, and everything for who only looks, is said and not pressed", async () => {
  const { visitor, buyer, soap } = await shopper(6);
  await visitor.send("/cart", { intent: "add", sku: soap.sku, quantity: "6" });
  expect(pressesOn(await pageOf(visitor, `/products/${soap.sku}`)).join()).not.toContain("Levar");
  expect(await pageOf(visitor, "/cart")).toContain("Mais 6: -3%");
  expect(pressesOn(await pageOf(visitor, "/cart")).join()).not.toContain("Levar");
  await sql`update stock set on_hand = 600 where product_id = ${soap.id}`;
  await sql`update users set buyer_role = 'views' where id = ${buyer.userId}`;
  for (const path of [`/products/${soap.sku}`, "/cart", "/catalog"]) {
    const page = await pageOf(visitor, path);
    expect([path, pressesOn(page)]).toEqual([path, []]);
    expect(page).toMatch(/Mais 6: -3%|12\+ por R\$\u00a09,70/);
  }
});

test("a product's page offers other terms for the cart only where the cart does: not under a minimum it would fall under", async () => {
  const { visitor, buyer, soap } = await shopper();
  await visitor.send("/cart", { intent: "add", sku: soap.sku, quantity: "12" });
  const path = `/products/${soap.sku}?quantity=12`;
  const change = "Mudar para 14 dias e pagar 1,5% menos · economiza R$ 1,75";
  expect(pressesOn(await pageOf(visitor, path))).toEqual([change]);
  await sql`update customers set minimum_order_cents = 11600 where id = ${buyer.customerId}`;
  expect(pressesOn(await pageOf(visitor, "/cart"))).toEqual([]);
  const page = await pageOf(visitor, path);
  expect(pressesOn(page)).toEqual([]);
  expect(page).toContain("14 dias em vez de 28 dias");
});
