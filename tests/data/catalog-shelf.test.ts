import { beforeAll, expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { aisles } from "#app/domain/catalog/catalog.server.ts";
import { searchTextOf } from "#app/domain/catalog/product.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { offerOf } from "#app/domain/pricing/offer.server.ts";
import type { PricedCustomer } from "#app/domain/pricing/prices.server.ts";
import { alikeTo, boughtBefore, shelfFor } from "#app/domain/pricing/shelf.server.ts";
import { type ShelfWish, anyShelf as wish } from "#app/domain/pricing/shelf.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, generalTable, product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { at, later, wishOf } from "#tests/builders/ordering.ts";

const today = "2026-11-22";
let customer: PricedCustomer;

const goods = [
  ["1001", "7891000000011", "Sabonete líquido lavanda 250 ml", "higiene", "aurora", 42_900],
  ["1002", "7891000000028", "Sabonete em barra coco 90 g", "higiene", "aurora", 18_500],
  ["1003", "7891000000035", "Shampoo anticaspa 400 ml", "higiene", "serra", 159_000],
  ["2001", "7891000000042", "Café torrado e moído 500 g", "mercearia", "serra", 219_000],
  ["2002", "7891000000059", "Açúcar cristal 1 kg", "mercearia", "serra", null],
  ["2003", "7891000000066", "Detergente neutro 500 ml", "limpeza", "aurora", 25_000],
] as const;

beforeAll(async () => {
  const { customerId } = await customerWithBuyer();
  customer = { id: customerId, groupId: null, uf: "SP", priceTableId: null, terms: null };
  const tableId = await generalTable();
  for (const name of ["higiene", "mercearia", "limpeza"]) {
    await sql`insert into categories (slug, name, picture) values (${name}, ${name}, ${`/pictures/${name}.svg`})`;
  }
  for (const name of ["aurora", "serra"]) await sql`insert into suppliers (code, name) values (${name}, ${name})`;
  for (const [sku, ean, name, category, supplier, unitPriceE4] of goods) {
    const searchText = searchTextOf({ sku, ean, name, categoryName: category, supplierName: supplier });
    const [row] = await sql`
      insert into products (sku, ean, name, category_id, supplier_id, search_text, created_at)
      values (${sku}, ${ean}, ${name}, (select id from categories where slug = ${category}),
        (select id from suppliers where code = ${supplier}), ${searchText}, now()) returning id`;
    await sql`insert into stock (product_id, on_hand, reserved) values (${row?.id}, 50, 8)`;
    if (unitPriceE4 === null) continue;
    await sql`insert into prices (price_table_id, product_id, unit_price_e4) values (${tableId}, ${row?.id}, ${unitPriceE4})`;
  }
});

async function found(more: Partial<ShelfWish>): Promise<string[]> {
  return (await shelfFor(customer, { ...wish, ...more }, today)).rows.map((row) => row.sku);
}

test("a product is found without its accents, in any order of words, and in the plural", async () => {
  expect(await found({ q: "cafe moido" })).toEqual(["2001"]);
  expect(await found({ q: "lavanda sabonete" })).toEqual(["1001"]);
  expect(new Set(await found({ q: "Sabonetes" }))).toEqual(new Set(["1001", "1002"]));
  expect(await found({ q: "AÇUCAR" })).toEqual(["2002"]);
});

test("a typo still finds the product, and the answer says for which words", async () => {
  const shelf = await shelfFor(customer, { ...wish, q: "detergnete" }, today);
  expect(shelf.rows.map((row) => row.sku)).toEqual(["2003"]);
  expect(shelf.corrected).toBe("detergente");
  expect((await shelfFor(customer, { ...wish, q: "detergente" }, today)).corrected).toBeNull();
  expect(await found({ q: "shampo anticapsa" })).toEqual(["1003"]);
  expect(await found({ q: "sabonte lavnda" })).toEqual(["1001"]);
  expect((await shelfFor(customer, { ...wish, q: "acucra cristl" }, today)).corrected).toBe("açúcar cristal");
});

test("one mistyped word among right ones still finds, and what nothing resembles is not made up for by the others", async () => {
  expect(await found({ q: "sabonete liquido lavamda 250 ml" })).toEqual(["1001"]);
  expect(await found({ q: "sabonete xilofone" })).toEqual([]);
  const alike = await alikeTo(customer, "sabonete xilofone coco", today, null);
  expect(alike.map((row) => row.sku)).toEqual(["1002", "1001"]);
  expect(await alikeTo(customer, "xilofone", today, null)).toEqual([]);
});

test("small words, plurals and the space before a measure do not matter", async () => {
  expect(await found({ q: "sabonete de coco em barras" })).toEqual(["1002"]);
  expect(await found({ q: "shampoos 400ml" })).toEqual(["1003"]);
  expect(await found({ q: "cafés 500g" })).toEqual(["2001"]);
});

test("the code and the EAN come first", async () => {
  expect(await found({ q: "1002" })).toEqual(["1002"]);
  expect(await found({ q: "7891000000042" })).toEqual(["2001"]);
  expect((await found({ q: "100" }))[0]).toBe("1002");
});

test("what nothing resembles finds nothing", async () => {
  expect(await found({ q: "xilofone" })).toEqual([]);
  expect(await found({ q: "%" })).toEqual([]);
  expect(await found({ q: "'; drop table products; --" })).toEqual([]);
  expect(await found({ q: "' or 1=1 --" })).toEqual(await found({ q: "or 1" }));
});

test("category and supplier narrow the shelf, several of each, and count what is left", async () => {
  const shelf = await shelfFor(customer, { ...wish, categories: ["higiene"], suppliers: ["aurora"] }, today);
  expect(shelf.total).toBe(2);
  const counts = (options: { key: string; count: number }[]) => options.map(({ key, count }) => [key, count]);
  const { facets } = await shelfFor(customer, { ...wish, categories: ["higiene"] }, today);
  expect(counts(facets.suppliers)).toEqual([
    ["aurora", 2],
    ["serra", 1],
  ]);
  expect(counts(facets.categories)).toEqual([
    ["higiene", 3],
    ["limpeza", 1],
    ["mercearia", 2],
  ]);
  expect((await shelfFor(customer, { ...wish, categories: ["higiene", "limpeza"] }, today)).total).toBe(4);
  expect((await shelfFor(customer, { ...wish, categories: ["nowhere"] }, today)).total).toBe(0);
  expect((await aisles()).categories.map((aisle) => [aisle.key, aisle.count])).toContainEqual(["higiene", 3]);
});

test("the shelf says price, what can be sold and the picture of the category; without a price it is null and last", async () => {
  const { rows } = await shelfFor(customer, { ...wish, sort: "price" }, today);
  expect(rows.map((row) => row.unitPriceE4)).toEqual([18_500, 25_000, 42_900, 159_000, 219_000, null]);
  expect(rows[0]).toMatchObject({ available: 42, picture: "/pictures/higiene.svg", least: 1, supplierName: "aurora" });
});

test("what was bought before comes from the customer's own orders only", async () => {
  const { customerId: other } = await customerWithBuyer();
  const [cafe] = await sql`select id from products where sku = '2001'`;
  const [sabonete] = await sql`select id from products where sku = '1001'`;
  for (const [who, what, day, orders] of [
    [customer.id, cafe?.id, "2026-10-01", 2],
    [customer.id, cafe?.id, "2026-11-01", 1],
    [other, sabonete?.id, "2026-11-02", 9],
  ] as const) {
    await sql`insert into product_days (customer_id, product_id, day, channel, orders) values (${who}, ${what}, ${day}, 'storefront', ${orders})`;
  }
  const usual = await boughtBefore(customer, today);
  expect(usual.map(({ sku, bought, lastBoughtOn }) => [sku, bought, lastBoughtOn])).toEqual([
    ["2001", 3, "2026-11-01"],
  ]);
  expect(await found({ isBought: true })).toEqual(["2001"]);
  expect((await found({ sort: "bought" }))[0]).toBe("2001");
});

test("what the customer bought before goes ahead of what only answers as well, never of a code", async () => {
  expect(await found({ q: "5" })).toContain("2001");
  expect((await found({ q: "500" }))[0]).toBe("2001");
  await sql`insert into product_days (customer_id, product_id, day, channel, orders)
    select ${customer.id}, id, '2026-11-03', 'storefront', 1 from products where sku = '1001'`;
  expect(await found({ q: "sabonete" })).toEqual(["1001", "1002"]);
  expect((await found({ q: "1002" }))[0]).toBe("1002");
});

test("a product's page offers its like, and a product that is no longer sold is not there", async () => {
  const offer = await offerOf(customer, "1001", today);
  expect(offer?.quote?.unitPriceE4).toBe(42_900);
  expect(offer?.similar.map((row) => row.sku)).toEqual(["1002", "1003"]);
  expect((await offerOf(customer, "2002", today))?.quote).toBeNull();
  await sql`update products set is_active = false where sku = '1003'`;
  expect(await offerOf(customer, "1003", today)).toBeNull();
  expect(await offerOf(customer, "9999", today)).toBeNull();
});

test("a page past the end shows the first", async () => {
  const shelf = await shelfFor(customer, { ...wish, page: 9 }, today);
  expect(shelf.page).toBe(1);
  expect(shelf.rows.length).toBeGreaterThan(0);
});

test("what was ordered a moment ago counts as bought before on the very next page, though such counts are kept", async () => {
  const { buyer, addressId, customerId } = await customerWithBuyer();
  const terms = await termsOfTheHouse();
  const soap = await product();
  const own: PricedCustomer = { id: customerId, groupId: null, uf: "SP", priceTableId: null, terms: null };
  const bought = async () => (await shelfFor(own, wish, dayOf(at))).facets.bought;
  expect(await bought()).toBe(0);
  await addToCart(buyer, { sku: soap.sku, quantity: 10 }, at);
  await placeOrder(buyer, await wishOf(buyer, terms, addressId), later(1));
  expect(await bought()).toBe(1);
});
