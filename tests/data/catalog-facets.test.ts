import { beforeAll, expect, test } from "vitest";
import { searchTextOf } from "#app/domain/catalog/product.ts";
import type { PricedCustomer } from "#app/domain/pricing/prices.server.ts";
import { shelfFor } from "#app/domain/pricing/shelf.server.ts";
import { anyShelf, type Facets, type ShelfWish, shelfPageSize } from "#app/domain/pricing/shelf.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, generalTable } from "#tests/builders/distributor.ts";

const today = "2026-11-22";
const aisles = ["a", "b", "c"];
const kinds = ["sabonete", "detergente", "vela"];

interface Thing {
  sku: string;
  name: string;
  category: string | null;
  supplier: string | null;
  isInStock: boolean;
  isBought: boolean;
}

/** Goods of every kind: each draw differs from the next in a way that repeats only after thousands. */
const things = Array.from({ length: 240 }, (_, n): Thing => {
  const drawn = (turn: number, of: number) => ((Math.imul(n * 7 + turn, 2_654_435_761) >>> 0) >>> 9) % of;
  return {
    sku: `T${1000 + n}`,
    name: `${kinds[drawn(0, 3)]} ${n}`,
    category: aisles[drawn(1, 4)] ?? null,
    supplier: aisles[drawn(2, 4)] ?? null,
    isInStock: drawn(3, 3) > 0,
    isBought: drawn(4, 4) === 0,
  };
});

let customer: PricedCustomer;

beforeAll(async () => {
  const { customerId } = await customerWithBuyer();
  customer = { id: customerId, groupId: null, uf: "SP", priceTableId: null, terms: null };
  const tableId = await generalTable();
  for (const key of aisles) {
    await sql`insert into categories (slug, name) values (${key}, ${`Categoria ${key}`})`;
    await sql`insert into suppliers (code, name) values (${key}, ${`Casa ${key}`})`;
  }
  for (const { sku, name, category, supplier, isInStock, isBought } of things) {
    const searchText = searchTextOf({ sku, name, ean: null, categoryName: category, supplierName: supplier });
    const [row] =
      await sql`insert into products (sku, name, category_id, supplier_id, pack_multiple, search_text, created_at)
      values (${sku}, ${name}, (select id from categories where slug = ${category}),
        (select id from suppliers where code = ${supplier}), 6, ${searchText}, now()) returning id`;
    // Five are there, and six is the least that can be ordered: not in stock.
    await sql`insert into stock (product_id, on_hand) values (${row?.id}, ${isInStock ? 6 : 5})`;
    await sql`insert into prices (price_table_id, product_id, unit_price_e4) values (${tableId}, ${row?.id}, 10000)`;
    if (!isBought) continue;
    await sql`insert into product_days (customer_id, product_id, day, channel, orders)
      values (${customerId}, ${row?.id}, '2026-10-01', 'storefront', 1)`;
  }
});

type Facet = "categories" | "suppliers" | "isInStock" | "isBought";

const fits = (thing: Thing, wish: ShelfWish, but: Facet | null): boolean =>
  (wish.q === "" || thing.name.includes(wish.q)) &&
  (but === "categories" || wish.categories.length === 0 || wish.categories.includes(thing.category ?? "")) &&
  (but === "suppliers" || wish.suppliers.length === 0 || wish.suppliers.includes(thing.supplier ?? "")) &&
  (but === "isInStock" || !wish.isInStock || thing.isInStock) &&
  (but === "isBought" || !wish.isBought || thing.isBought);

/** The same counts, made by looking at every product. */
function counted(wish: ShelfWish): Facets {
  const left = (but: Facet, more: (thing: Thing) => boolean) =>
    things.filter((thing) => fits(thing, wish, but) && more(thing)).length;
  const options = (facet: "categories" | "suppliers", of: "category" | "supplier", named: string) =>
    aisles
      .map((key) => ({ key, name: `${named} ${key}`, count: left(facet, (thing) => thing[of] === key) }))
      .filter(({ key, count }) => count > 0 || wish[facet].includes(key));
  return {
    categories: options("categories", "category", "Categoria"),
    suppliers: options("suppliers", "supplier", "Casa"),
    inStock: left("isInStock", (thing) => thing.isInStock),
    bought: left("isBought", (thing) => thing.isBought),
    promoted: 0,
  };
}

const choices = [[], ["a"], ["b", "c"]];
const wishes = ["", "sabonete", "e"].flatMap((q) =>
  choices.flatMap((categories) =>
    choices.flatMap((suppliers) =>
      [false, true].flatMap((isInStock) =>
        [false, true].map((isBought): ShelfWish => ({ ...anyShelf, q, categories, suppliers, isInStock, isBought })),
      ),
    ),
  ),
);

test("searched or walked along, under any choice: the counts are those of the products one by one, and so is the page", async () => {
  for (const wish of wishes) {
    const shelf = await shelfFor(customer, { ...wish, sort: "name" }, today);
    const all = things.filter((thing) => fits(thing, wish, null));
    expect([wish, shelf.facets]).toEqual([wish, counted(wish)]);
    expect(shelf.total).toBe(all.length);
    const names = all.map(({ sku }) => sku).sort();
    if (all.length <= shelfPageSize) expect(shelf.rows.map(({ sku }) => sku).sort()).toEqual(names);
    else expect(names).toEqual(expect.arrayContaining(shelf.rows.map(({ sku }) => sku)));
  }
});

test("every order of a shelf holds the same products, on as many pages", async () => {
  for (const q of ["", "sabonete"]) {
    for (const sort of ["name", "price", "-price", "bought"] as const) {
      const pages = [1, 2, 3].map((page) =>
        shelfFor(customer, { ...anyShelf, q, suppliers: ["a"], sort, page }, today),
      );
      const [first, ...more] = await Promise.all(pages);
      const seen = new Set([first, ...more].flatMap((shelf) => shelf?.rows.map(({ sku }) => sku) ?? []));
      expect(seen.size).toBe(Math.min(first?.total ?? 0, 3 * shelfPageSize));
    }
  }
});
