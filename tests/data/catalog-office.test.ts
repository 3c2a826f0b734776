import { expect, test } from "vitest";
import type { ProductDetails } from "#app/domain/catalog/product.ts";
import { productsIn } from "#app/domain/catalog/product-list.server.ts";
import { productOf, registerProduct, reviseProduct } from "#app/domain/catalog/products.server.ts";
import { movementsOf, moveStock, stockOf } from "#app/domain/catalog/stock.server.ts";
import {
  categoriesOfTheHouse,
  keepCategory,
  keepSupplier,
  suppliersOfTheHouse,
} from "#app/domain/catalog/suppliers.server.ts";
import { sql } from "#db/connection.server.ts";

const at = new Date("2026-11-22T12:00:00Z");
const scope = { userId: 1, repId: null };
const soap: ProductDetails = {
  sku: "SAB-1",
  ean: "7891000000011",
  name: "Sabonete líquido",
  description: null,
  unit: "un",
  packMultiple: 12,
  minimumQuantity: 12,
  supplierId: null,
  categoryId: null,
  picture: null,
  isActive: true,
};
const everything = { q: "", category: [], supplier: [], state: null, stock: null, isUnpriced: false } as const;
const all = { ...everything, category: [], supplier: [] };

test("a product is written down once and found by its words; the same code again is refused", async () => {
  await registerProduct(scope, soap, at);
  await expect(registerProduct(scope, soap, at)).rejects.toMatchObject({ code: "code_taken" });
  expect((await productsIn({ ...all, q: "sabonete liquido" }, "name", 1)).rows.map((row) => row.sku)).toEqual([
    "SAB-1",
  ]);
  const trail = await sql`select action, subject from audit_entries where subject = 'product SAB-1'`;
  expect(trail).toHaveLength(1);
});

test("renaming a supplier or category changes what its products are found by", async () => {
  await keepSupplier(scope, null, { code: "AUR", name: "Aurora", minimumOrderCents: 50_000, isActive: true }, at);
  await keepCategory(scope, null, { name: "Higiene Pessoal", position: 1, picture: null }, at);
  const supplier = (await suppliersOfTheHouse()).find((one) => one.code === "AUR");
  const category = (await categoriesOfTheHouse()).find((one) => one.slug === "higiene-pessoal");
  const { sku, ...details } = soap;
  await reviseProduct(scope, sku, { ...details, supplierId: supplier?.id ?? 0, categoryId: category?.id ?? 0 }, at);
  await keepSupplier(
    scope,
    supplier?.id ?? 0,
    { code: "AUR", name: "Estrela", minimumOrderCents: 50_000, isActive: true },
    at,
  );
  expect((await productsIn({ ...all, q: "estrela" }, "name", 1)).total).toBe(1);
  expect((await productsIn({ ...all, q: "aurora" }, "name", 1)).total).toBe(0);
  expect((await productsIn({ ...all, category: ["higiene-pessoal"] }, "name", 1)).total).toBe(1);
  await expect(
    keepCategory(scope, null, { name: "higiene pessoal", position: 2, picture: null }, at),
  ).rejects.toMatchObject({
    code: "code_taken",
  });
});

test("every change of stock leaves its movement, and their sum is what lies there", async () => {
  const { id } = await productOf("SAB-1");
  await moveStock(scope, { sku: "SAB-1", reason: "purchase", quantity: 240, note: "NF 10" }, at);
  await moveStock(scope, { sku: "SAB-1", reason: "count", quantity: 236, note: null }, at);
  await moveStock(scope, { sku: "SAB-1", reason: "count", quantity: 236, note: null }, at);
  await moveStock(scope, { sku: "SAB-1", reason: "returned", quantity: 12, note: null }, at);
  expect(await stockOf(id)).toEqual({ onHand: 248, reserved: 0 });
  const movements = await movementsOf(id);
  expect(movements.map((one) => one.quantity)).toEqual([12, -4, 240]);
});

test("what is promised to orders cannot be counted away", async () => {
  const { id } = await productOf("SAB-1");
  await sql`update stock set reserved = 100 where product_id = ${id}`;
  await expect(moveStock(scope, { sku: "SAB-1", reason: "count", quantity: 99, note: null }, at)).rejects.toMatchObject(
    { code: "stock_below_reserved", details: { reserved: 100 } },
  );
  await moveStock(scope, { sku: "SAB-1", reason: "count", quantity: 100, note: null }, at);
  expect((await productsIn({ ...all, stock: "none" }, "name", 1)).rows.map((row) => row.sku)).toEqual(["SAB-1"]);
});

test("fifty movements at once keep the sum right", async () => {
  await registerProduct(scope, { ...soap, sku: "SAB-2", ean: null }, at);
  await Promise.all(
    Array.from({ length: 50 }, () =>
      moveStock(scope, { sku: "SAB-2", reason: "purchase", quantity: 3, note: null }, at),
    ),
  );
  const { id } = await productOf("SAB-2");
  expect((await stockOf(id))?.onHand).toBe(150);
  const [sum] = await sql`select sum(quantity) as n from stock_movements where product_id = ${id}`;
  expect(sum?.n).toBe(150);
});
