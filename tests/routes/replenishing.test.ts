import { expect, test } from "vitest";
import { rebuildFacts } from "#app/domain/orders/facts.server.ts";
import { dayOf, daysAfter, momentAt } from "#app/domain/period.ts";
import { sql } from "#db/connection.server.ts";
import { product } from "#tests/builders/distributor.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
let number = 0;

/** A buyer whose company bought these products every fortnight, the last time sixteen days ago. */
async function buyerOf(products: { id: number; sku: string }[], buyerRole: "orders" | "views" = "orders") {
  const { email, customerId } = await person("buyer", { buyerRole });
  await sql`update customers set access_granted_at = '2026-01-05' where id = ${customerId}`;
  for (const daysAgo of [58, 44, 30, 16]) {
    const on = daysAfter(dayOf(new Date()), -daysAgo);
    const [order] = await sql<{ id: number }[]>`
      insert into orders (customer_id, number, channel, placed_at, placed_on, goods_cents)
      values (${customerId}, ${`N${++number}`}, 'phone', ${momentAt(on, "09:00:00")}, ${on}, 12000) returning id`;
    for (const [place, { id }] of products.entries()) {
      await sql`insert into order_lines (customer_id, order_id, line, product_id, sku, name, quantity, unit_price_e4, total_cents)
        select ${customerId}, ${order?.id ?? 0}, ${place + 1}, id, sku, name, 12, 100000, 12000 from products where id = ${id}`;
    }
  }
  await rebuildFacts();
  return { visitor: await new Visitor(site.url).signIn(email, anyPassword), customerId: Number(customerId) };
}

/** The rows of the list as the form sends them. */
const rows = (typed: [sku: string, quantity: string, chosen?: boolean][]): Record<string, string> =>
  Object.fromEntries(
    typed.flatMap(([sku, quantity, chosen = true], place) => [
      [`lines.${place}.sku`, sku],
      [`lines.${place}.quantity`, quantity],
      ...(chosen ? [[`lines.${place}.chosen`, "on"]] : []),
    ]),
  );

const inCart = (customerId: number) =>
  sql<{ sku: string; quantity: number }[]>`select p.sku, l.quantity from cart_lines l
    join products p on p.id = l.product_id where l.customer_id = ${customerId} order by p.sku`;

test("the list goes into the cart by one form, and the page then says so with the quantity that was typed", async () => {
  const [soap, milk] = [await product(), await product()];
  const { visitor, customerId } = await buyerOf([soap, milk]);
  const page = await (await visitor.open("/replenish")).text();
  expect(page.match(/type="checkbox"[^>]*checked/g)).toHaveLength(2);
  expect(await (await visitor.open("/")).text()).toContain("2 produtos para repor");
  const answer = await visitor.send("/replenish", {
    ...rows([
      [soap.sku, "20"],
      [milk.sku, "12", false],
    ]),
    act: "cart",
  });
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/cart"]);
  expect([...(await inCart(customerId))]).toEqual([{ sku: soap.sku, quantity: 20 }]);
  const after = await (await visitor.open("/replenish")).text();
  expect(after).toContain("20 já no carrinho");
  expect(after).toMatch(new RegExp(`id="q-${soap.sku}"[^>]*value="20"`));
  expect(after).toContain("sua quantidade");
  expect(after.match(/type="checkbox"[^>]*checked/g)).toHaveLength(1);
});

test("whatever is typed for a quantity, a bad one is answered beside its row with nothing lost and nothing in the cart", async () => {
  const [soap, milk] = [await product(), await product()];
  await sql`update products set pack_multiple = 6 where id = ${soap.id}`;
  const { visitor, customerId } = await buyerOf([soap, milk]);
  for (const [typed, said] of [
    ["0", "1 ou mais"],
    ["-1", "número inteiro"],
    ["1,5", "número inteiro"],
    ["1000000000", "número inteiro"],
    ["100001", "no máximo 100000"],
    ["", "número inteiro"],
    ["uma dúzia", "número inteiro"],
    ["13", "múltiplos de 6"],
  ] as const) {
    const answer = await visitor.send("/replenish", {
      ...rows([
        [soap.sku, typed],
        [milk.sku, "30", false],
      ]),
      act: "cart",
    });
    const page = await answer.text();
    expect([typed, answer.status]).toEqual([typed, 422]);
    const row = page.slice(page.indexOf(`value="${soap.sku}"/>`), page.indexOf(`value="${milk.sku}"/>`));
    expect(row).toContain(said);
    expect(row).toContain('aria-invalid="true"');
    expect(row).toContain(`value="${typed}"`);
    expect(page).toMatch(new RegExp(`id="q-${milk.sku}"[^>]*value="30"`));
    expect(page.match(/type="checkbox"[^>]*checked/g)).toHaveLength(1);
  }
  expect(await inCart(customerId)).toHaveLength(0);
  expect(await sql`select from replenishment_choices where customer_id = ${customerId}`).toHaveLength(0);
});

test("a product leaves the list and comes back; a price or a stranger's product in the form gets nowhere", async () => {
  const [soap, foreign] = [await product(), await product()];
  const { visitor, customerId } = await buyerOf([soap]);
  const hidden = await visitor.send("/replenish", { ...rows([[soap.sku, ""]]), hide: soap.sku });
  expect([hidden.status, hidden.headers.get("Location")]).toEqual([303, `/replenish?hidden=${soap.sku}`]);
  const page = await (await visitor.open(`/replenish?hidden=${soap.sku}`)).text();
  expect(page).toContain("Nada para repor agora");
  expect(page).toContain("Desfazer");
  expect((await visitor.send("/replenish", { show: soap.sku })).status).toBe(303);
  expect(await (await visitor.open("/replenish")).text()).toContain("1 produto para repor");
  const priced = { ...rows([[soap.sku, "12"]]), "lines.0.unitPriceE4": "1", act: "cart" };
  expect((await visitor.send("/replenish", priced)).status).toBe(422);
  for (const fields of [{ hide: foreign.sku }, { show: foreign.sku }, rows([[foreign.sku, "12"]])]) {
    expect((await visitor.send("/replenish", fields)).status).toBe(422);
  }
  expect(await sql`select from replenishment_choices where customer_id = ${customerId}`).toHaveLength(0);
  expect(await inCart(customerId)).toHaveLength(0);
});

test("nothing ticked is answered with a sentence, and whoever may only look sees the list without a way to change it", async () => {
  const soap = await product();
  const { visitor } = await buyerOf([soap]);
  const nothing = await visitor.send("/replenish", { ...rows([[soap.sku, "12", false]]), act: "cart" });
  expect([nothing.status, (await nothing.text()).includes("Marque ao menos um produto")]).toEqual([422, true]);
  const viewer = await buyerOf([soap], "views");
  const page = await (await viewer.visitor.open("/replenish")).text();
  expect(page).toContain(soap.sku);
  expect(page).not.toContain("Pôr no carrinho");
  const refused = await viewer.visitor.send("/replenish", { ...rows([[soap.sku, "12"]]), act: "cart" });
  expect([refused.status, (await refused.text()).includes("só de consulta")]).toEqual([422, true]);
});

test("whoever never bought reads what will be there", async () => {
  const { visitor } = await buyerOf([]);
  const page = await (await visitor.open("/replenish")).text();
  expect(page).toContain("Nada para repor agora");
  expect(page).toContain("quatro dias ou mais");
  expect(await (await visitor.open("/")).text()).not.toContain("para repor");
});

test("the rep reads the same list of their own customer only, with the text to send", async () => {
  const soap = await product();
  const { customerId } = await buyerOf([soap]);
  const [rep, other] = [await person("rep"), await person("rep")];
  await sql`update customers set rep_id = ${rep.id}, phone = '11987654321' where id = ${customerId}`;
  const path = `/office/customers/${customerId}?tab=replenishment`;
  const page = await (await (await new Visitor(site.url).signIn(rep.email, anyPassword)).open(path)).text();
  expect(page).toContain("Roteiro da ligação");
  expect(page).toContain(`• 12 un Produto ${soap.sku}`);
  expect(page).toContain("https://wa.me/5511987654321?text=Ol%C3%A1");
  expect(page).toContain('name="redirectTo" value="/replenish"');
  expect((await (await new Visitor(site.url).signIn(other.email, anyPassword)).open(path)).status).toBe(404);
});
