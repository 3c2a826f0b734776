import { expect, test } from "vitest";
import { searchTextOf } from "#app/domain/catalog/product.ts";
import { sql } from "#db/connection.server.ts";
import { product } from "#tests/builders/distributor.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();

async function buyer(priceE4 = 0) {
  const { email, customerId } = await person("buyer", { buyerRole: "orders" });
  await sql`update customers set access_granted_at = '2026-01-05' where id = ${customerId}`;
  if (priceE4 > 0) {
    await sql`insert into customer_prices (customer_id, product_id, from_quantity, unit_price_e4)
      select ${customerId}, id, 1, ${priceE4} from products`;
  }
  return { visitor: await new Visitor(site.url).signIn(email, anyPassword), customerId };
}

async function called(name: string): Promise<string> {
  const { id, sku } = await product();
  const searchText = searchTextOf({ name, sku, ean: null, supplierName: null, categoryName: null });
  await sql`update products set name = ${name}, search_text = ${searchText} where id = ${id}`;
  return sku;
}

const suggested = async (visitor: Visitor, q: string) => {
  const answer = await visitor.open(`/search/suggestions?q=${encodeURIComponent(q)}`);
  return { cache: answer.headers.get("Cache-Control"), ...(await answer.json()) };
};

test("an address with several choices of a facet is a whole view, and what cannot be read in it is let be", async () => {
  const { visitor } = await buyer(10_000);
  for (const slug of ["doces", "salgados", "frios"]) {
    await sql`insert into categories (slug, name) values (${slug}, ${slug})`;
    const sku = await called(`Sortido ${slug}`);
    await sql`update products set category_id = (select id from categories where slug = ${slug}) where sku = ${sku}`;
  }
  const page = await (await visitor.open("/search?q=sortido&category=doces&category=frios&page=x")).text();
  expect(page.match(/class="shelf-card"/g)).toHaveLength(2);
  expect(page.match(/name="category"[^>]*checked=""[^>]*value="(\w+)"/g)).toHaveLength(2);
  expect(page).toMatch(/value="salgados"\/><span>salgados<\/span><small>1</);
});

test("suggestions carry the asking customer's own price, are kept by no cache, and are no search of theirs", async () => {
  const sku = await called("Café torrado 500 g");
  const [ana, rui] = [await buyer(77_700), await buyer(99_900)];
  for (const [who, price] of [
    [ana, 77_700],
    [rui, 99_900],
  ] as const) {
    const said = await suggested(who.visitor, "cafe torado");
    expect(said.cache).toBe("private, no-store");
    expect(said.products).toMatchObject([{ sku, unitPriceE4: price }]);
  }
  expect(await sql`select from journey_steps where kind = 'searched'`).toHaveLength(0);
  expect((await suggested(ana.visitor, "")).products).toEqual([]);
  expect((await fetch(`${site.url}/search/suggestions?q=cafe`, { redirect: "manual" })).status).toBe(302);
});

test("what one person searched for is suggested to them and to nobody else", async () => {
  await called("Vela votiva 7 dias");
  const [ana, rui] = [await buyer(), await buyer()];
  await ana.visitor.open("/search?q=vela+votiva");
  expect((await suggested(ana.visitor, "")).recent).toEqual(["vela votiva"]);
  expect((await suggested(rui.visitor, "")).recent).toEqual([]);
});

test("a search in vain asks the rep once, keeps what was typed when a field is wrong, and says that it was sent", async () => {
  const { visitor, customerId } = await buyer();
  const { id: repId } = await person("rep");
  await sql`update customers set rep_id = ${repId} where id = ${customerId}`;
  const page = await (await visitor.open("/search?q=incenso")).text();
  expect(page).toContain("Nada encontrado para “incenso”");
  const ask = { query: "incenso", wanted: "Incenso de lavanda", note: "Qualquer marca" };
  for (const quantity of ["0", "-1", "1.5", "1000000000", "muitos"]) {
    const answer = await visitor.send("/search?q=incenso", { ...ask, quantity });
    expect([quantity, answer.status]).toEqual([quantity, 422]);
    expect(await answer.text()).toContain('value="Incenso de lavanda"');
  }
  expect((await visitor.send("/search?q=incenso", { ...ask, quantity: "1", customerId: "1" })).status).toBe(422);
  for (let turn = 0; turn < 2; turn++) {
    const answer = await visitor.send("/search?q=incenso", { ...ask, quantity: "12" });
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/search?q=incenso"]);
  }
  expect(await sql`select subject from activities where customer_id = ${customerId}`).toMatchObject([
    { subject: "Procura na loja: Incenso de lavanda (12)" },
  ]);
  expect(await (await visitor.open("/search?q=incenso")).text()).toContain("já tem isto na agenda");
});
