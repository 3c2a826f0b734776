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

let customer: PricedCustomer;
let productIds: number[] = [];
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
  customer = { id: customerId, groupId: group?.id, uf: "RS", priceTableId: tableIds.get("assigned") ?? null };
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
});

test("whatever was written down, the shelf, its order by own price and the quote say the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(written, { selector: (one) => `${one.table} ${one.product} ${one.fromQuantity}`, maxLength: 30 }),
      fc.tuple(tableDays, tableDays, tableDays, tableDays),
      async (all, days) => {
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
        const rising = await shelfFor(customer, wish, today);
        const falling = await shelfFor(customer, { ...wish, sort: "-price" }, today);
        const wanted = rising.rows.map((row) => ({ productId: row.id, quantity: row.least }));
        const quotes = await quotesFor(customer, wanted, today);
        expect(rising.rows).toHaveLength(productIds.length);
        for (const row of rising.rows) {
          expect(row.unitPriceE4).toBe(quotes.get(row.id)?.unitPriceE4 ?? null);
          expect(row.next).toEqual(quotes.get(row.id)?.next ?? null);
        }
        const prices = rising.rows.map((row) => row.unitPriceE4);
        const known = prices.filter((one) => one !== null).sort((a, b) => a - b);
        expect(prices).toEqual([...known, ...Array(prices.length - known.length).fill(null)]);
        const fallingPrices = falling.rows.map((row) => row.unitPriceE4);
        expect(fallingPrices).toEqual([...known.reverse(), ...Array(prices.length - known.length).fill(null)]);
      },
    ),
    { numRuns: 40 },
  );
});

test("prices of another customer, another state and another group are nobody else's", async () => {
  await sql`delete from prices`;
  await sql`delete from customer_prices`;
  await sql`update price_tables set valid_from = null, valid_until = null, is_active = true`;
  const productId = productIds[0] ?? 0;
  const { customerId: other } = await customerWithBuyer({ uf: "SP" });
  const stranger: PricedCustomer = { id: other, groupId: null, uf: "SP", priceTableId: null };
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
