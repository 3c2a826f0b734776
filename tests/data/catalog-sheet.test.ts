import { expect, test } from "vitest";
import { makeShareLink, revokeShareLink, sharedBy, shareLinksIn } from "#app/domain/catalog/share-links.server.ts";
import { catalogOf, pricedCatalogOf, promotedTo } from "#app/domain/pricing/catalog-sheet.server.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, product } from "#tests/builders/distributor.ts";
import { at, refusalOf } from "#tests/builders/ordering.ts";
import { person } from "#tests/builders/people.ts";
import { promotionOn } from "#tests/builders/promotions.ts";

const everything = { categories: [], suppliers: [], q: "", isInStock: false, boughtBy: null, among: null };
const days = (count: number) => new Date(at.getTime() + count * 86_400_000);
const wish = { name: "Feira", category: null, supplier: null, days: 30 };

test("a catalogue holds what is sold, of the categories and suppliers chosen, with the customer's own price and no other", async () => {
  const { customerId } = await customerWithBuyer();
  const [soap, rice] = [await product({ priceE4: 100_000 }), await product({ priceE4: null })];
  const gone = await product();
  await sql`update products set is_active = false where id = ${gone.id}`;
  const [category] = await sql<
    { id: number }[]
  >`insert into categories (slug, name) values ('limpeza', 'Limpeza') returning id`;
  await sql`update products set category_id = ${category?.id ?? null} where id = ${soap.id}`;
  await sql`insert into customer_prices (customer_id, product_id, from_quantity, unit_price_e4) values (${customerId}, ${soap.id}, 1, 87500)`;
  const skus = async (choice: Partial<typeof everything>) =>
    (await catalogOf({ ...everything, ...choice })).products.map(({ sku }) => sku);
  expect(await skus({})).toEqual([soap.sku, rice.sku]);
  expect(await skus({ categories: ["limpeza"] as never })).toEqual([soap.sku]);
  expect(await skus({ q: rice.sku })).toEqual([rice.sku]);
  expect(await skus({ suppliers: ["nobody"] as never })).toEqual([]);
  expect(Object.keys((await catalogOf(everything)).products[0] ?? {}).join(" ")).not.toMatch(/price|stock|available/i);
  const customer = { id: customerId, priceTableId: null, groupId: null, uf: "SP", terms: null };
  const { products } = await pricedCatalogOf(customer, everything, "2026-11-20");
  expect(products.map(({ sku, unitPriceE4 }) => [sku, unitPriceE4])).toEqual([
    [soap.sku, 87_500],
    [rice.sku, null],
  ]);
  expect(await catalogOf(everything, 1)).toMatchObject({ total: 2, products: [{ sku: soap.sku }] });
});

test("narrowed to what is on promotion, it holds what is on one open to this customer on the day, and nothing else", async () => {
  const { customerId } = await customerWithBuyer();
  const [soap, rice, beans] = [await product({ priceE4: 100_000 }), await product(), await product()];
  await promotionOn([soap.id, rice.id]);
  await promotionOn([beans.id], { until: "2026-11-15" });
  await sql`update products set is_active = false where id = ${rice.id}`;
  const customer = { id: customerId, priceTableId: null, groupId: null, uf: "SP", terms: null };
  const among = await promotedTo(customer, "2026-11-20");
  expect((await catalogOf({ ...everything, among })).products.map(({ sku }) => sku)).toEqual([soap.sku]);
  const { products } = await pricedCatalogOf(customer, { ...everything, among }, "2026-11-20");
  expect(products.map(({ unitPriceE4 }) => unitPriceE4)).toEqual([90_000]);
  expect((await catalogOf({ ...everything, among: [] })).total).toBe(0);
});

test("a link opens until it is over or ended, counts its views, and every other text is the same nothing", async () => {
  const boss = await person("manager");
  const scope = { userId: boss.id, repId: null };
  await Promise.all(Array.from({ length: 4 }, () => makeShareLink(scope, "hash-1", wish, at)));
  expect(await sharedBy("hash-1", true, days(1))).toEqual({ category: null, supplier: null });
  await Promise.all(Array.from({ length: 9 }, () => sharedBy("hash-1", true, days(2))));
  await sharedBy("hash-1", false, days(2));
  const [link, ...more] = await shareLinksIn(scope);
  expect([more.length, link?.views, link?.lastViewedAt]).toEqual([0, 10, days(2)]);
  const nothing = async (hash: string, when: Date) => (await refusalOf(sharedBy(hash, true, when))).code;
  expect(await nothing("hash-2", days(1))).toBe("not_found");
  expect(await nothing("hash-1", days(30))).toBe("not_found");
  await revokeShareLink(scope, link?.id ?? 0, days(3));
  await revokeShareLink(scope, link?.id ?? 0, days(4));
  expect(await nothing("hash-1", days(3))).toBe("not_found");
  const told = await sql`select action from audit_entries where action like 'share_link%' order by id`;
  expect(told.map(({ action }) => action)).toEqual(["share_link_made", "share_link_revoked"]);
});

test("a rep sees and ends their own links only; what does not exist cannot be shared", async () => {
  const [one, two] = [await person("rep"), await person("rep")];
  const scopeOf = (rep: { id: number }) => ({ userId: rep.id, repId: rep.id });
  await makeShareLink(scopeOf(one), "hash-3", wish, at);
  const [link] = await shareLinksIn(scopeOf(one));
  expect(await shareLinksIn(scopeOf(two))).toEqual([]);
  expect((await refusalOf(revokeShareLink(scopeOf(two), link?.id ?? 0, at))).code).toBe("not_found");
  expect(await sharedBy("hash-3", false, days(1))).toEqual({ category: null, supplier: null });
  expect((await refusalOf(makeShareLink(scopeOf(one), "hash-4", { ...wish, category: "nada" }, at))).code).toBe(
    "not_found",
  );
});
