import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { searchTextOf } from "#app/domain/catalog/product.ts";
import { sql } from "#db/connection.server.ts";
import { changePrice, product } from "#tests/builders/distributor.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const kilobyte = 1024;
const mostOfPage = 60 * kilobyte;
const mostOfScript = 120 * kilobyte;

const site = await openSite();

/** A catalogue as a distributor has it: long names, packs, volume breaks, a dozen categories, things bought and starred. */
async function stocked(customerId: number): Promise<void> {
  const ids = [];
  for (let n = 0; n < 12; n++) {
    await sql`insert into categories (slug, name, position) values (${`categoria-de-produtos-${n}`}, ${`Categoria de produtos ${n}`}, ${n})`;
  }
  for (let n = 0; n < 8; n++)
    await sql`insert into suppliers (code, name) values (${`F${n}`}, ${`Indústria Paulista ${n}`})`;
  for (let n = 0; n < 30; n++) {
    const one = await product({ packMultiple: 12, priceE4: 123_400 + n });
    const name = `Detergente concentrado neutro Lavanda Casa ${500 + n} ml`;
    const searchText = searchTextOf({ ...one, name, ean: null, supplierName: "Indústria", categoryName: "Limpeza" });
    await sql`update products set name = ${name}, picture = '/pictures/bottle-a.svg', category_id = ${1 + (n % 12)},
      supplier_id = ${1 + (n % 8)}, search_text = ${searchText} where id = ${one.id}`;
    await changePrice(one.id, 119_900, 60);
    ids.push(one.id);
  }
  await sql`insert into product_days (customer_id, product_id, day, channel, orders, quantity, gross_cents)
    select ${customerId}, id, '2026-10-01', 'storefront', 3, 36, 44424 from unnest(${ids}::int[]) as u (id) where id % 3 = 0`;
}

const scriptsIn = (text: string): string[] => [...new Set(text.match(/\/assets\/[\w.-]+\.js/g) ?? [])];

/** Every script a page needs to come to life: those it names, and those they import before they run. */
async function scriptsOf(page: string): Promise<Map<string, number>> {
  const weights = new Map<string, number>();
  const waiting = scriptsIn(page);
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (weights.has(path)) continue;
    const answer = await fetch(site.url + path);
    expect([path, answer.status]).toEqual([path, 200]);
    const script = Buffer.from(await answer.arrayBuffer());
    weights.set(path, gzipSync(script, { level: 9 }).length);
    const imported = script.toString().matchAll(/(?:import|from)\s*"\.\/([\w.-]+\.js)"/g);
    waiting.push(...[...imported].map(([, name]) => `/assets/${name}`));
  }
  return weights;
}

/** Every script of a page together is within its limit. */
async function weighs(page: string): Promise<void> {
  const scripts = await scriptsOf(page);
  const script = [...scripts.values()].reduce((sum, weight) => sum + weight, 0);
  expect(script).toBeGreaterThan(60 * kilobyte);
  expect([script <= mostOfScript, script, [...scripts]]).toEqual([true, script, [...scripts]]);
}

test("the catalogue's first visit weighs at most 60 KB of page, unpacked, and 120 KB of packed script", async () => {
  const { email, customerId } = await person("buyer", { buyerRole: "orders" });
  await sql`update customers set access_granted_at = '2026-01-05' where id = ${customerId}`;
  await stocked(customerId as number);
  const ana = await new Visitor(site.url).signIn(email, anyPassword);
  const page = await (await ana.open("/catalog")).text();
  expect(page.match(/class="shelf-card"/g)).toHaveLength(24);
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(mostOfPage);
  await weighs(page);
});

test("a search, and one in vain, weigh no more than the catalogue", async () => {
  const ana = await new Visitor(site.url).signIn((await person("buyer")).email, anyPassword);
  await product();
  for (const q of ["produto", "nada-disto"]) {
    const page = await (await ana.open(`/search?q=${q}`)).text();
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(mostOfPage);
    await weighs(page);
  }
});

test("pages and scripts travel packed to whoever takes them so", async () => {
  const page = await (await fetch(`${site.url}/sign-in`)).text();
  const script = scriptsIn(page)[0] as string;
  for (const path of ["/sign-in", script]) {
    const answer = await fetch(site.url + path, { headers: { "Accept-Encoding": "gzip" } });
    expect([path, answer.headers.get("content-encoding")]).toEqual([path, "gzip"]);
  }
});
