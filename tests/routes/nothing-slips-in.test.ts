import { expect, test } from "vitest";
import { issueApiToken } from "#app/access/api-tokens.server.ts";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { startList } from "#app/domain/lists/lists.server.ts";
import { sql } from "#db/connection.server.ts";
import { termsOfTheHouse } from "#tests/builders/distributor.ts";
import { at } from "#tests/builders/ordering.ts";
import { quantitiesIn, type Shopper, shopperAt } from "#tests/builders/shopping.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
const secret = await issueApiToken("ERP", "manager", at);
await termsOfTheHouse();

/** The forms and documents that carry a product, with a good quantity; a price slipped in, or a product that is not there. */
const carriers: Record<string, (one: Shopper, sku: string, more: Record<string, string>) => Promise<Response>> = {
  "the product's page": ({ visitor }, sku, more) =>
    visitor.send("/cart", { intent: "add", sku, quantity: "12", ...more }),
  "a line of the cart": ({ visitor }, sku, more) =>
    visitor.send("/cart", { intent: "change", sku, quantity: "12", ...more }),
  "a swap": ({ visitor, soap }, sku, more) =>
    visitor.send("/cart", { intent: "swap", sku: soap.sku, by: sku, ...more }),
  "what was awaited": ({ visitor }, sku, more) => visitor.send("/cart", { intent: "take", sku, ...more }),
  "the quick order": ({ visitor }, sku, more) =>
    visitor.send("/quick-order", {
      ...{ "row.0.id": "1", "row.0.said": sku, "row.0.sku": sku, "row.0.quantity": "12" },
      ...{ act: "cart", mark: "m" },
      ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`row.0.${name}`, value])),
    }),
  "a list": async ({ visitor, buyer }, sku, more) => {
    const list = await startList(buyer, { name: "Semana", isShared: false }, at);
    const row = { "lines.0.sku": sku, "lines.0.quantity": "12", "lines.0.chosen": "1", rows: "cart" };
    return visitor.send(`/lists/${list}`, {
      ...row,
      ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`lines.0.${name}`, value])),
    });
  },
  "the replenishment list": ({ visitor }, sku, more) =>
    visitor.send("/replenish", {
      ...{ "lines.0.sku": sku, "lines.0.quantity": "12", "lines.0.chosen": "1", act: "cart" },
      ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`lines.0.${name}`, value])),
    }),
  "asking for a quote": async ({ visitor, buyer, soap }, sku, more) => {
    await addToCart(buyer, { sku: soap.sku, quantity: 12 }, at);
    const cart = await openCartOf(buyer, new Date());
    const answer = await visitor.send("/quotes/new", {
      ...{ cartId: String(cart.id), shownHash: shownHashOf(cart), "lines.0.sku": sku, "lines.0.quantity": "12" },
      ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`lines.0.${name}`, value])),
    });
    await sql`delete from cart_lines where customer_id = ${buyer.customerId}`;
    const [quotes] = await sql`select count(*) as asked from quotes where customer_id = ${buyer.customerId}`;
    return quotes?.asked === 0 ? answer : new Response(null, { status: 500 });
  },
  "a kept cart": ({ visitor }, _sku, more) => visitor.send("/carts", { act: "aside", name: "Festa", ...more }),
  "the API": ({ code: customer }, sku, more) =>
    fetch(`${site.url}/api/v1/orders`, {
      method: "POST",
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
      body: JSON.stringify({ customer, lines: [{ sku, quantity: 12, ...more }] }),
    }),
};

test.each(Object.entries(carriers))("no price comes in by %s, and no product that nobody knows", async (_, send) => {
  const one = await shopperAt(site);
  const withPrice = await send(one, one.soap.sku, { unitPriceE4: "1" });
  expect(withPrice.status).toBe(422);
  const unknown = await send(one, "NOBODY-KNOWS-IT", {});
  expect([200, 303, 404, 422]).toContain(unknown.status);
  expect(await quantitiesIn(one.buyer)).toEqual([]);
  const [orders] = await sql`select count(*) as made from orders where customer_id = ${one.buyer.customerId}`;
  expect(orders?.made).toBe(0);
});
