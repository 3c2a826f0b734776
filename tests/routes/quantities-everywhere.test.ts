import { expect, test } from "vitest";
import { issueApiToken } from "#app/access/api-tokens.server.ts";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { reorder } from "#app/domain/orders/reorder.server.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { sql } from "#db/connection.server.ts";
import { changePrice, product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { ordered } from "#tests/builders/field.ts";
import { at } from "#tests/builders/ordering.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
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

async function shopper() {
  const { id, email, customerId } = await person("buyer", { buyerRole: "orders" });
  await sql`update customers set access_granted_at = '2026-01-05' where id = ${customerId}`;
  const [customer] = await sql<{ code: string }[]>`select code from customers where id = ${customerId}`;
  const soap = await product({ packMultiple: 6, minimumQuantity: 12 });
  const visitor = await new Visitor(site.url).signIn(email, anyPassword);
  const buyer = { userId: id, customerId: customerId as number, actingUserId: null, mayOrder: true };
  return { visitor, buyer, soap, code: (customer as { code: string }).code };
}
type Shopper = Awaited<ReturnType<typeof shopper>>;

const inCart = async ({ buyer }: Shopper) => {
  const lines =
    await sql`select l.quantity from cart_lines l join carts k on k.customer_id = l.customer_id and k.id = l.cart_id
    where k.customer_id = ${buyer.customerId} and k.ordered_at is null`;
  return lines.map((line) => line.quantity);
};

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

for (const [entrance, enter] of Object.entries(entrances)) {
  test.each(bad)(`${entrance} takes no %s (%s)`, async (quantity, code) => {
    const one = await shopper();
    await enter(one, quantity, code);
    expect(await inCart(one)).toEqual([]);
    const [orders] = await sql`select count(*) as made from orders where customer_id = ${one.buyer.customerId}`;
    expect(orders?.made).toBe(0);
  });
}

test.each(bad)("a line of the cart takes no %s (%s)", async (quantity) => {
  const one = await shopper();
  await addToCart(one.buyer, { sku: one.soap.sku, quantity: 18 }, at);
  const answer = await one.visitor.send("/cart", { intent: "change", sku: one.soap.sku, quantity });
  expect([answer.status, await inCart(one)]).toEqual([422, [18]]);
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
  expect(await inCart(one)).toEqual([12]);
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
