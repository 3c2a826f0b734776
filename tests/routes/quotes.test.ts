import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import { sql } from "#db/connection.server.ts";
import { product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { pagesOf } from "#tests/builders/pdf.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { answered, asked, priced } from "#tests/builders/quoting.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
const terms = await termsOfTheHouse();
const now = new Date();
const soon = new Date(now.getTime() + 5 * 86_400_000).toISOString().slice(0, 10);

async function company() {
  const rui = await person("rep");
  const ana = await person("buyer", { buyerRole: "orders" });
  const customerId = ana.customerId as number;
  await sql`update customers set access_granted_at = '2026-01-05', rep_id = ${rui.id} where id = ${customerId}`;
  const [address] = await sql<{ id: number }[]>`insert into customer_addresses
    (customer_id, label, street, number, city, uf, postal_code, is_default)
    values (${customerId}, 'Loja', 'Rua A', '1', 'Santos', 'SP', '11010000', true) returning id`;
  const buyer = { userId: ana.id, customerId, actingUserId: null, mayOrder: true };
  return {
    buyer,
    rep: { userId: rui.id, repId: rui.id },
    addressId: String((address as { id: number }).id),
    shop: await new Visitor(site.url).signIn(ana.email, anyPassword),
    office: await new Visitor(site.url).signIn(rui.email, anyPassword),
  };
}

async function withCart() {
  const one = await company();
  const soap = await product({ packMultiple: 6, minimumQuantity: 12 });
  await addToCart(one.buyer, { sku: soap.sku, quantity: 12 }, now);
  const cart = await openCartOf(one.buyer, now);
  const form = { cartId: String(cart.id), shownHash: shownHashOf(cart), "lines.0.sku": soap.sku };
  return { ...one, soap, form };
}

test.each(["muitos", ""])(
  "asking takes no quantity of %s: the page says why, and keeps what was typed",
  async (quantity) => {
    const { shop, form, buyer } = await withCart();
    const answer = await shop.send("/quotes/new", {
      ...form,
      "lines.0.quantity": quantity,
      message: "Campanha do mês",
    });
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain("Campanha do mês");
    expect(text).toContain(`value="${quantity}"`);
    const [kept] = await sql`select count(*)::int as quotes from quotes where customer_id = ${buyer.customerId}`;
    expect([kept?.quotes, (await openCartOf(buyer, now)).lines[0]?.quantity]).toEqual([0, 12]);
  },
);

test("a price in the body is refused, a wished one is only a wish, and a product that is not in the cart does not exist", async () => {
  const { shop, form, buyer, soap } = await withCart();
  const line = { ...form, "lines.0.quantity": "12" };
  for (const wrong of ["lines.0.price", "lines.0.unitPriceE4", "price", "totalCents"]) {
    expect((await shop.send("/quotes/new", { ...line, [wrong]: "1" })).status).toBe(422);
  }
  const foreign = await product();
  const other = { "lines.1.sku": foreign.sku, "lines.1.quantity": "12" };
  expect((await shop.send("/quotes/new", { ...line, ...other })).status).toBe(422);
  expect((await shop.send("/quotes/new", { ...line, "lines.0.wishedPrice": "0" })).status).toBe(422);
  const sent = await shop.send("/quotes/new", { ...line, "lines.0.wishedPrice": "0,01" });
  expect(sent.status).toBe(303);
  const again = await shop.send("/quotes/new", { ...line, "lines.0.wishedPrice": "0,01" });
  expect(again.headers.get("Location")).toBe(sent.headers.get("Location"));
  const [kept] =
    await sql`select l.list_unit_price_e4 as list, l.wished_unit_price_e4 as wished, l.unit_price_e4 as price
    from quote_lines l where l.customer_id = ${buyer.customerId} and l.sku = ${soap.sku}`;
  expect(kept).toEqual({ list: 100_000, wished: 100, price: null });
});

test("a rep's answer that cannot stand comes back with every word of it, and once it is sent nobody changes it", async () => {
  const { buyer, shop, office, addressId } = await company();
  const { number, soap } = await asked(buyer, now, { quantity: 10 });
  const whole = { paymentTermsId: String(terms), freight: "12,50", validUntil: soon, answerNote: "Fecho hoje" };
  const line = { "lines.0.sku": soap.sku, "lines.0.quantity": "10", "lines.0.price": "", "lines.0.discount": "" };
  const send = (said: Record<string, string>, act = "answer") =>
    office.send(`/office/quotes/${number}`, { ...whole, ...line, ...said, act });
  for (const [said, sentence] of [
    [{ "lines.0.discount": "11" }, "passa dos 10%"],
    [{ "lines.0.price": "8,99" }, "passa dos 10%"],
    [{ "lines.0.price": "9,50", "lines.0.discount": "5" }, "não os dois"],
    [{ "lines.0.quantity": "1,5" }, "número inteiro"],
    [{ validUntil: "2026-01-05" }, "A validade precisa ficar entre"],
    [{ "lines.0.total": "1" }, "campo que não esperávamos"],
  ] as const) {
    const answer = await send(said);
    const text = await answer.text();
    expect([sentence, answer.status, text.includes(sentence), text.includes("Fecho hoje")]).toEqual([
      sentence,
      422,
      true,
      true,
    ]);
  }
  const worked = await (await send({ "lines.0.discount": "5" }, "preview")).text();
  expect(worked).toContain("107,50");
  expect((await send({ "lines.0.price": "9,1234" })).status).toBe(303);
  expect((await send({ "lines.0.price": "9,00" })).status).toBe(409);
  const accepted = { act: "accept", addressId, "lines.0.price": "1" };
  expect((await shop.send(`/quotes/${number}`, accepted)).status).toBe(422);
  const order = await shop.send(`/quotes/${number}`, { act: "accept", addressId });
  expect([order.status, order.headers.get("Location")]).toEqual([303, expect.stringMatching(/^\/orders\/\d+/)]);
  const twice = await shop.send(`/quotes/${number}`, { act: "accept", addressId });
  expect(twice.headers.get("Location")).toBe(order.headers.get("Location"));
  expect((await shop.send(`/quotes/${number}`, { act: "decline" })).status).toBe(409);
  const page = await (await shop.open(order.headers.get("Location") ?? "")).text();
  expect(page).toContain(`Orçamento ${number}`);
  expect(page).toContain("9,1234");
});

test("the PDF of a quote is its own customer's and their rep's, kept by nobody, and says what was answered", async () => {
  const [one, other] = [await company(), await company()];
  const { number, soap } = await asked(one.buyer, now, { quantity: 10 });
  await answered(one.rep, number, [priced(soap.sku, 91_234)], now, { validUntil: soon, paymentTermsId: terms });
  for (const [visitor, path] of [
    [one.shop, `/quotes/${number}/pdf`],
    [one.office, `/office/quotes/${number}/pdf`],
  ] as const) {
    const answer = await visitor.open(path);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "application/pdf"]);
    expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
    const text = pagesOf(new Uint8Array(await answer.arrayBuffer())).join("\n");
    for (const said of [`Orçamento ${number}`, soap.sku, "9,1234", "91,23", "28/56/84"]) expect(text).toContain(said);
  }
  expect((await other.shop.open(`/quotes/${number}/pdf`)).status).toBe(404);
  expect((await other.office.open(`/office/quotes/${number}/pdf`)).status).toBe(404);
  for (const odd of ["0", "abc", "99999999999999", "1e3"])
    expect((await one.shop.open(`/quotes/${odd}/pdf`)).status).toBe(404);
});

test("taken back, the goods go into the cart again; declined, the rep reads why", async () => {
  const { buyer, shop, office, rep } = await company();
  const { number, soap } = await asked(buyer, now);
  const back = await shop.send(`/quotes/${number}`, { act: "withdrawToCart" });
  expect([back.status, back.headers.get("Location")]).toEqual([303, "/cart"]);
  expect((await openCartOf(buyer, now)).lines).toMatchObject([{ sku: soap.sku, quantity: 10 }]);
  const second = await asked(buyer, now);
  const first =
    await sql`select wished_quantity as wished from quote_lines where quote_number = ${second.number} order by line`;
  expect(first.map(({ wished }) => wished)).toEqual([10, 10]);
  const lines = [priced(soap.sku, 95_000), priced(second.soap.sku, 95_000)];
  await answered(rep, second.number, lines, now, { validUntil: soon, paymentTermsId: terms });
  await shop.send(`/quotes/${second.number}`, { act: "decline", reason: "<b>caro</b> demais" });
  const page = await (await office.open(`/office/quotes/${second.number}`)).text();
  expect(page).toContain("&lt;b&gt;caro&lt;/b&gt; demais");
  const again = await shop.send(`/quotes/${second.number}`, { act: "again" });
  expect(again.headers.get("Location")).toMatch(/^\/quotes\/\d+\?done=asked/);
});

test("the office's one search finds a quote by its number and by its customer, and only a rep's own", async () => {
  const one = await company();
  const other = await company();
  const { number } = await asked(one.buyer, now);
  const [customer] = await sql<{ name: string }[]>`
    select trade_name as name from customers where id = ${one.buyer.customerId}`;
  type Results = { results: { group: string; label: string; detail: string; href: string }[] };
  const found = async (who: typeof one, q: string) => {
    const answer = await who.office.open(`/office/search?q=${encodeURIComponent(q)}`);
    return ((await answer.json()) as Results).results.filter(({ href }) => href === `/office/quotes/${number}`);
  };
  const [byNumber] = await found(one, String(number));
  expect(byNumber).toMatchObject({ group: "Orçamentos", label: `Orçamento ${number}` });
  expect(byNumber?.detail).toContain("Aguardando resposta");
  await sql`update customers set search_text = 'emporio ze da esquina' where id = ${one.buyer.customerId}`;
  expect(await found(one, "zé da esquina")).toHaveLength(1);
  expect(customer?.name && byNumber?.detail.startsWith(customer.name)).toBe(true);
  expect([await found(other, String(number)), await found(other, "zé da esquina")]).toEqual([[], []]);
});
