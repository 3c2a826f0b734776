import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { type PricedCustomer, quotesFor } from "#app/domain/pricing/prices.server.ts";
import { shelfFor } from "#app/domain/pricing/shelf.server.ts";
import { anyShelf, type ShelfWish } from "#app/domain/pricing/shelf.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, product } from "#tests/builders/distributor.ts";

const today = "2026-11-22";
const wish: ShelfWish = { ...anyShelf, sort: "price" };
const day = fc.constantFrom(null, "2026-01-01", today, "2026-11-23", "2027-01-01");
const written = fc.record({
  table: fc.constantFrom("customer", "assigned", "group", "uf", "general"),
  product: fc.nat({ max: 3 }),
  fromQuantity: fc.constantFrom(1, 6, 12, 30),
  unitPriceE4: fc.integer({ min: 1, max: 500_000 }),
  validFrom: day,
  validUntil: day,
});
const tableDays = fc.record({ validFrom: day, validUntil: day, isActive: fc.boolean() });
const scopes = ["assigned", "group", "uf", "general"] as const;

const running = fc.record({
  product: fc.constantFrom(null, 0, 1, 2, 3),
  audience: fc.constantFrom("all", "group", "uf", "customers"),
  offBasisPoints: fc.constantFrom(null, 500, 1234, 4000),
  unitPriceE4: fc.integer({ min: 1, max: 400_000 }),
  fromQuantity: fc.constantFrom(1, 6, 30),
  unitLimit: fc.constantFrom(null, 1, 12, 1000),
});

let customer: PricedCustomer;
let productIds: number[] = [];
let categoryId = 0;
const tableIds = new Map<string, number>();

beforeAll(async () => {
  const { customerId } = await customerWithBuyer({ uf: "RS" });
  const [group] = await sql`insert into customer_groups (name) values ('Rede Sul') returning id`;
  for (const scope of scopes) {
    const [table] = await sql`
      insert into price_tables (code, name, scope, uf, group_id, created_at)
      values (${scope}, ${scope}, ${scope}, ${scope === "uf" ? "RS" : null}, ${scope === "group" ? group?.id : null}, now()) returning id`;
    tableIds.set(scope, table?.id);
  }
  await sql`update customers set group_id = ${group?.id}, price_table_id = ${tableIds.get("assigned") ?? null} where id = ${customerId}`;
  customer = {
    id: customerId,
    groupId: group?.id,
    uf: "RS",
    priceTableId: tableIds.get("assigned") ?? null,
    terms: null,
  };
  const made = [];
  for (const [packMultiple, minimumQuantity] of [
    [1, 1],
    [6, 1],
    [6, 10],
    [1, 30],
  ]) {
    made.push(await product({ priceE4: null, packMultiple, minimumQuantity }));
  }
  productIds = made.map((one) => one.id);
  const [category] = await sql<
    { id: number }[]
  >`insert into categories (slug, name) values ('tudo', 'Tudo') returning id`;
  categoryId = category?.id ?? 0;
  await sql`update products set category_id = ${categoryId}`;
});

type Running = typeof running extends fc.Arbitrary<infer Value> ? Value : never;

/** These promotions and no others, on one product or on the category of all. */
async function runPromotions(all: Running[]) {
  await sql`delete from promotion_products`;
  await sql`delete from promotion_customers`;
  await sql`delete from promotions`;
  for (const one of all) {
    const { offBasisPoints, audience, product: place } = one;
    const [made] = await sql<{ id: number }[]>`
      insert into promotions (name, off_basis_points, unit_price_e4, from_quantity, scope, category_id, audience, group_id, uf,
        valid_from, valid_until, unit_limit, created_at)
      values ('Oferta', ${offBasisPoints}, ${offBasisPoints === null ? one.unitPriceE4 : null}, ${one.fromQuantity},
        ${place === null ? "category" : "products"}, ${place === null ? categoryId : null}, ${audience},
        ${audience === "group" ? customer.groupId : null}, ${audience === "uf" ? "RS" : null}, '2026-01-01', '2027-01-01',
        ${one.unitLimit}, now()) returning id`;
    const id = made?.id ?? 0;
    if (place !== null)
      await sql`insert into promotion_products (product_id, promotion_id) values (${productIds[place] ?? 0}, ${id})`;
    if (audience === "customers") {
      await sql`insert into promotion_customers (customer_id, promotion_id) values (${customer.id}, ${id})`;
    }
  }
}

test("whatever was written down and runs, the shelf, its order by own price and the quote say the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(written, { selector: (one) => `${one.table} ${one.product} ${one.fromQuantity}`, maxLength: 30 }),
      fc.tuple(tableDays, tableDays, tableDays, tableDays),
      fc.array(running, { maxLength: 4 }),
      fc.constantFrom(0, -150, 330),
      async (all, days, promotions, terms) => {
        await sql`delete from prices`;
        await sql`delete from customer_prices`;
        for (const [at, scope] of scopes.entries()) {
          const { validFrom = null, validUntil = null, isActive = true } = days[at] ?? {};
          await sql`update price_tables set valid_from = ${validFrom}, valid_until = ${validUntil}, is_active = ${isActive}
            where id = ${tableIds.get(scope) ?? 0}`;
        }
        for (const one of all) {
          const productId = productIds[one.product] ?? 0;
          if (one.table === "customer") {
            await sql`insert into customer_prices (customer_id, product_id, from_quantity, unit_price_e4, valid_from, valid_until)
              values (${customer.id}, ${productId}, ${one.fromQuantity}, ${one.unitPriceE4}, ${one.validFrom}, ${one.validUntil})`;
          } else {
            await sql`insert into prices (price_table_id, product_id, from_quantity, unit_price_e4)
              values (${tableIds.get(one.table) ?? 0}, ${productId}, ${one.fromQuantity}, ${one.unitPriceE4})`;
          }
        }
        await runPromotions(promotions);
        customer = { ...customer, terms: terms === 0 ? null : { id: 1, name: "14 dias", basisPoints: terms } };
        const rising = await shelfFor(customer, wish, today);
        const falling = await shelfFor(customer, { ...wish, sort: "-price" }, today);
        const wanted = rising.rows.map((row) => ({ productId: row.id, quantity: row.least }));
        const quotes = await quotesFor(customer, wanted, today);
        expect(rising.rows).toHaveLength(productIds.length);
        for (const row of rising.rows) {
          expect(row.unitPriceE4).toBe(quotes.get(row.id)?.unitPriceE4 ?? null);
          expect(row.next).toEqual(quotes.get(row.id)?.next ?? null);
          expect(row.promotion?.wasE4).toEqual(quotes.get(row.id)?.promotion?.wasE4);
        }
        const prices = rising.rows.map((row) => row.unitPriceE4);
        const known = prices.filter((one) => one !== null).sort((a, b) => a - b);
        expect(prices).toEqual([...known, ...Array(prices.length - known.length).fill(null)]);
        const fallingPrices = falling.rows.map((row) => row.unitPriceE4);
        expect(fallingPrices).toEqual([...known.reverse(), ...Array(prices.length - known.length).fill(null)]);
      },
    ),
    { numRuns: 30 },
  );
});

test("prices of another customer, another state and another group are nobody else's", async () => {
  await sql`delete from prices`;
  await sql`delete from customer_prices`;
  await sql`update price_tables set valid_from = null, valid_until = null, is_active = true`;
  await runPromotions([]);
  customer = { ...customer, terms: null };
  const productId = productIds[0] ?? 0;
  const { customerId: other } = await customerWithBuyer({ uf: "SP" });
  const stranger: PricedCustomer = { id: other, groupId: null, uf: "SP", priceTableId: null, terms: null };
  await sql`insert into customer_prices (customer_id, product_id, unit_price_e4) values (${customer.id}, ${productId}, 1)`;
  for (const scope of ["assigned", "group", "uf"]) {
    await sql`insert into prices (price_table_id, product_id, unit_price_e4) values (${tableIds.get(scope) ?? 0}, ${productId}, 2)`;
  }
  const wanted = [{ productId, quantity: 1 }];
  expect((await quotesFor(customer, wanted, today)).get(productId)?.source).toBe("customer");
  expect((await quotesFor(stranger, wanted, today)).has(productId)).toBe(false);
  const shelf = await shelfFor(stranger, wish, today);
  expect(shelf.rows.map((row) => row.unitPriceE4)).toEqual([null, null, null, null]);
});
