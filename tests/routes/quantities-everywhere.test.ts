import { expect, test } from "vitest";
import { issueApiToken } from "#app/access/api-tokens.server.ts";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { keptCartsOf, setAside } from "#app/domain/carts/kept-carts.server.ts";
import { openCartOf, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { putOnList } from "#app/domain/lists/list-lines.server.ts";
import { startList } from "#app/domain/lists/lists.server.ts";
import { reorder } from "#app/domain/orders/reorder.server.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { sql } from "#db/connection.server.ts";
import { changePrice, product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { ordered } from "#tests/builders/field.ts";
import { at } from "#tests/builders/ordering.ts";
import { quantitiesIn, type Shopper, shopperAt } from "#tests/builders/shopping.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
const secret = await issueApiToken("ERP", "manager", at);
await termsOfTheHouse();

/** What cannot be ordered of a product that is sold in sixes from twelve on, and what the rules say to it. */
const bad = [
  ["0", "quantity_invalid"],
  ["-1", "quantity_invalid"],
  ["1.5", "quantity_invalid"],
  ["1000000000", "quantity_invalid"],
  ["13", "not_pack_multiple"],
  ["6", "below_minimum_quantity"],
] as const;
type Code = (typeof bad)[number][1];

const sentence = (code: Code, sku: string) => refusalWords["pt-BR"][code]({ sku, multiple: 6, minimum: 12 });

const shopper = () => shopperAt(site, { packMultiple: 6, minimumQuantity: 12 });

/** The page of a quick order with its one line, and the press of the button on it. */
async function enteredBy(one: Shopper, quantity: string, page: Response, code: Code): Promise<void> {
  const text = await page.text();
  expect([page.status, text.includes('aria-invalid="true"')]).toEqual([200, true]);
  expect(text).toContain(sentence(code, one.soap.sku));
  const row = { "row.0.id": "1", "row.0.said": one.soap.sku, "row.0.sku": one.soap.sku, "row.0.quantity": quantity };
  const pressed = await one.visitor.send("/quick-order", { ...row, act: "cart", mark: "m" });
  const left = await pressed.text();
  expect([pressed.status, left.includes(sentence(code, one.soap.sku))]).toEqual([200, true]);
  expect(left).toContain(`value="${quantity}"`);
}

const asFile = async (one: Shopper, text: string) => {
  const body = new FormData();
  body.set("act", "read");
  body.set("file", new File([text], "pedido.csv", { type: "text/csv" }));
  const headers = { Origin: site.url, Cookie: one.visitor.cookie() };
  return fetch(`${site.url}/quick-order`, { method: "POST", body, headers });
};

const entrances: Record<string, (one: Shopper, quantity: string, code: Code) => Promise<void>> = {
  "the product's page": async ({ visitor, soap }, quantity) => {
    const answer = await visitor.send("/cart", { intent: "add", sku: soap.sku, quantity });
    expect(answer.status).toBe(422);
  },
  "a line of the quick order": async (one, quantity, code) => {
    const line = { "line.0.wanted": one.soap.sku, "line.0.quantity": quantity };
    await enteredBy(one, quantity, await one.visitor.send("/quick-order", line), code);
  },
  "two columns of a sheet": async (one, quantity, code) => {
    const text = `${one.soap.sku}\t${quantity}`;
    await enteredBy(one, quantity, await one.visitor.send("/quick-order", { text, act: "read" }), code);
  },
  "a message": async (one, quantity, code) => {
    const text = `Bom dia! me manda ${quantity} ${one.soap.sku}`;
    await enteredBy(one, quantity, await one.visitor.send("/quick-order", { text, act: "read" }), code);
  },
  "a file": async (one, quantity, code) => {
    await enteredBy(one, quantity, await asFile(one, `SKU;Quantidade\n${one.soap.sku};${quantity}\n`), code);
  },
  "the API": async ({ soap, code: customer }, quantity, code) => {
    const answer = await fetch(`${site.url}/api/v1/orders`, {
      method: "POST",
      headers: { Authorization: `Bearer ${secret}`, "Content-Type": "application/json" },
      body: JSON.stringify({ customer, lines: [{ sku: soap.sku, quantity: Number(quantity) }] }),
    });
    const { code: said } = (await answer.json()) as { code: string };
    expect([answer.status, said]).toEqual([422, code === "quantity_invalid" ? "invalid_input" : code]);
  },
};

/** What a form says of a line that did not go in: the rule's own sentence, or that it is no whole number of units. */
const saysWhy = (text: string, code: Code, sku: string) =>
  text.includes(sentence(code, sku)) || (code === "quantity_invalid" && text.includes('aria-invalid="true"'));

/** The rows of a list or of an old order, pressed into the cart. */
async function rowsSent(one: Shopper, path: string, fields: Record<string, string>, quantity: string, code: Code) {
  const row = { "lines.0.sku": one.soap.sku, "lines.0.quantity": quantity, "lines.0.chosen": "1" };
  const answer = await one.visitor.send(path, { ...row, ...fields });
  const text = await answer.text();
  expect([path, answer.status, saysWhy(text, code, one.soap.sku)]).toEqual([path, 422, true]);
}

/** An order of old times, when the product was sold one by one. */
async function orderedOnce({ buyer, soap }: Shopper): Promise<string> {
  const [order] = await sql<{ id: number; number: string }[]>`insert into orders
    (customer_id, number, placed_by, channel, placed_at, placed_on, goods_cents, is_imported)
    values (${buyer.customerId}, ${`OLD-${buyer.customerId}`}, ${buyer.userId}, 'storefront', ${at}, '2026-11-20', 5000, true)
    returning id, number`;
  const { id, number } = order as { id: number; number: string };
  await sql`insert into order_lines (customer_id, order_id, line, product_id, sku, name, quantity, unit_price_e4, total_cents)
    values (${buyer.customerId}, ${id}, 1, ${soap.id}, ${soap.sku}, 'Sabonete', 5, 100000, 5000)`;
  return number;
}

entrances["a list"] = async (one, quantity, code) => {
  const list = await startList(one.buyer, { name: "Semana", isShared: false }, at);
  await putOnList(one.buyer, list, { sku: one.soap.sku, quantity: 12 }, at);
  await rowsSent(one, `/lists/${list}`, { rows: "cart" }, quantity, code);
};
entrances["an old order"] = async (one, quantity, code) => {
  await rowsSent(one, `/orders/${await orderedOnce(one)}/again`, {}, quantity, code);
  await sql`delete from orders where customer_id = ${one.buyer.customerId}`;
};
entrances["the replenishment list"] = async (one, quantity) => {
  const row = { "lines.0.sku": one.soap.sku, "lines.0.quantity": quantity, "lines.0.chosen": "1" };
  expect((await one.visitor.send("/replenish", { ...row, act: "cart" })).status).toBe(422);
};
entrances["the way back of something undone"] = async (one, quantity) => {
  const taken = `{"lines":[{"sku":"${one.soap.sku}","quantity":${quantity}}],"waiting":[]}`;
  // Zero means that nothing was there before, which it is not now either.
  const answer = await one.visitor.send("/cart", { intent: "restore", taken });
  expect(answer.status).toBe(quantity === "0" ? 303 : 422);
};
entrances["a cart that was kept by its name"] = async (one, quantity, code) => {
  // No quantity is ever sent with it: what it holds was taken by the rules of its day, and is judged by those of today.
  if (code === "quantity_invalid") return;
  await sql`update products set pack_multiple = 1, minimum_quantity = 1 where id = ${one.soap.id}`;
  await addToCart(one.buyer, { sku: one.soap.sku, quantity: Number(quantity) }, at);
  await setAside(one.buyer, "Festa", at);
  await sql`update products set pack_multiple = 6, minimum_quantity = 12 where id = ${one.soap.id}`;
  const [kept] = await keptCartsOf(one.buyer);
  const answer = await one.visitor.send("/carts", { act: "merge", id: String(kept?.id) });
  expect([answer.status, (await answer.text()).includes(sentence(code, one.soap.sku))]).toEqual([422, true]);
  expect(await keptCartsOf(one.buyer)).toHaveLength(1);
  await sql`delete from cart_lines where customer_id = ${one.buyer.customerId}`;
};

/** What the page to ask for a quote holds of the cart. */
async function cartToAskFor({ buyer }: Shopper) {
  const cart = await openCartOf(buyer, new Date());
  return { id: String(cart.id), shownHash: shownHashOf(cart) };
}

entrances["asking for a quote"] = async (one, quantity, code) => {
  await addToCart(one.buyer, { sku: one.soap.sku, quantity: 12 }, at);
  const { id, shownHash } = await cartToAskFor(one);
  const line = { "lines.0.sku": one.soap.sku, "lines.0.quantity": quantity };
  const answer = await one.visitor.send("/quotes/new", { cartId: id, shownHash, ...line, message: "Campanha" });
  const text = await answer.text();
  expect([answer.status, saysWhy(text, code, one.soap.sku)]).toEqual([422, true]);
  expect([text.includes(`value="${quantity}"`), text.includes("Campanha")]).toEqual([true, true]);
  const [quotes] = await sql`select count(*) as asked from quotes where customer_id = ${one.buyer.customerId}`;
  expect([quotes?.asked, await quantitiesIn(one.buyer)]).toEqual([0, [12]]);
  await sql`delete from cart_lines where customer_id = ${one.buyer.customerId}`;
};

for (const [entrance, enter] of Object.entries(entrances)) {
  test.each(bad)(`${entrance} takes no %s (%s)`, async (quantity, code) => {
    const one = await shopper();
    await enter(one, quantity, code);
    expect(await quantitiesIn(one.buyer)).toEqual([]);
    const [orders] = await sql`select count(*) as made from orders where customer_id = ${one.buyer.customerId}`;
    expect(orders?.made).toBe(0);
  });
}

test.each(bad)("a line of the cart takes no %s (%s)", async (quantity) => {
  const one = await shopper();
  await addToCart(one.buyer, { sku: one.soap.sku, quantity: 18 }, at);
  const answer = await one.visitor.send("/cart", { intent: "change", sku: one.soap.sku, quantity });
  expect([answer.status, await quantitiesIn(one.buyer)]).toEqual([422, [18]]);
});

test("an old order comes back in today's packs and from today's minimum on", async () => {
  const one = await shopper();
  const soap = await product();
  await changePrice(soap.id, 50_000);
  await addToCart(one.buyer, { sku: soap.sku, quantity: 5 }, at);
  const [address] = await sql<{ id: number }[]>`insert into customer_addresses
    (customer_id, label, street, number, city, uf, postal_code, is_default)
    values (${one.buyer.customerId}, 'Loja', 'Rua A', '1', 'Santos', 'SP', '11010000', true) returning id`;
  const { number } = await ordered(one.buyer, (address as { id: number }).id, at);
  await sql`update products set pack_multiple = 6, minimum_quantity = 12 where id = ${soap.id}`;
  await reorder(one.buyer, number, at);
  expect(await quantitiesIn(one.buyer)).toEqual([12]);
});

test.each([
  ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "file_unreadable"],
  ["nothing", Buffer.alloc(0), "file_empty"],
  ["one column", Buffer.from("SKU\nP1\nP2\n"), "file_separator"],
  ["more than two megabytes", Buffer.alloc(3 * 2 ** 20, "P0001;1\n"), "file_too_large"],
  ["two thousand lines", Buffer.from(`SKU;Quantidade\n${"P0001;1\n".repeat(2000)}`), "too_many_lines"],
] as const)(
  "a file of %s is a sentence beside the field, and the lines there were are kept",
  async (_, bytes, code) => {
    const one = await shopper();
    const body = new FormData();
    body.set("row.0.id", "1");
    body.set("row.0.said", `12 ${one.soap.sku}`);
    body.set("text", `${one.soap.sku} 18`);
    body.set("file", new File([bytes], "pedido.csv"));
    body.set("act", "read");
    const headers = { Origin: site.url, Cookie: one.visitor.cookie() };
    const answer = await fetch(`${site.url}/quick-order`, { method: "POST", body, headers });
    const text = await answer.text();
    const details = { limit: "2 MB", lines: 2000, most: 200 };
    expect(answer.status).toBe(422);
    expect(text).toContain(refusalWords["pt-BR"][code](details));
    expect(text.match(/name="row\.\d\.sku" value="[^"]+"/g)).toHaveLength(2);
  },
);

test("an Excel file is read like any other, and the sample is a file the page takes", async () => {
  const one = await shopper();
  const { xlsxAnswer } = await import("#app/http/csv.server.ts");
  const columns = [
    { head: "Código", cell: (row: { sku: string; many: number }) => row.sku },
    { head: "Qtd", cell: (row: { sku: string; many: number }) => row.many },
  ];
  const file = await xlsxAnswer("pedido.xlsx", columns, [{ sku: one.soap.sku, many: 24 }]);
  const body = new FormData();
  body.set("file", new File([await file.arrayBuffer()], "pedido.xlsx"));
  const headers = { Origin: site.url, Cookie: one.visitor.cookie() };
  const text = await (await fetch(`${site.url}/quick-order`, { method: "POST", body, headers })).text();
  expect(text).toMatch(
    new RegExp(`name="row.0.sku" value="${one.soap.sku}"[\\s\\S]*name="row.0.quantity"[^>]*value="24"`),
  );
  const sample = await (await one.visitor.open("/quick-order/sample.csv")).text();
  expect(sample).toContain("SKU;Quantidade");
  const read = await (await asFile(one, sample)).text();
  expect(read).not.toContain('aria-invalid="true"');
  expect(read.match(/name="row\.\d\.sku" value="[^"]+"/g)?.length).toBeGreaterThan(0);
});
