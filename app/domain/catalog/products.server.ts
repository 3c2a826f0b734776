import { eq } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { categories, products, suppliers } from "#db/schema/index.ts";
import { forgetAisles } from "./catalog.server.ts";
import { type ProductDetails, searchTextOf } from "./product.ts";

/** A product as the office keeps it. */
export interface Product extends ProductDetails {
  id: number;
  createdAt: Date;
}

/** One product by its code; refused `not_found` when there is none. */
export async function productOf(sku: string, tx: Tx = db): Promise<Product> {
  const [row] = await tx.select().from(products).where(eq(products.sku, sku));
  if (!row) throw new Refusal("not_found", { what: "product", sku });
  const { searchText: _text, isImported: _imported, ...product } = row;
  return product;
}

async function searchTextFor(details: ProductDetails, tx: Tx): Promise<string> {
  const [supplier] = details.supplierId
    ? await tx.select({ name: suppliers.name }).from(suppliers).where(eq(suppliers.id, details.supplierId))
    : [];
  const [category] = details.categoryId
    ? await tx.select({ name: categories.name }).from(categories).where(eq(categories.id, details.categoryId))
    : [];
  if (details.supplierId && !supplier) throw new Refusal("invalid_input", { field: "supplier" });
  if (details.categoryId && !category) throw new Refusal("invalid_input", { field: "category" });
  return searchTextOf({ ...details, supplierName: supplier?.name ?? null, categoryName: category?.name ?? null });
}

/** Adds a product to the catalogue; a code that is in use is refused. It has no stock and no price yet. */
export async function registerProduct(scope: Scope, details: ProductDetails, at: Date, tx: Tx = db): Promise<number> {
  const id = await withTx(async (tx) => {
    const searchText = await searchTextFor(details, tx);
    const [row] = await tx
      .insert(products)
      .values({ ...details, searchText, createdAt: at })
      .onConflictDoNothing({ target: products.sku })
      .returning({ id: products.id });
    if (!row) throw new Refusal("code_taken", { code: details.sku });
    const subject = `product ${details.sku}`;
    await recordAudit({ actorId: scope.userId, action: "product_registered", subject, after: details }, at, tx);
    return row.id;
  }, tx);
  forgetAisles();
  return id;
}

/** Changes what is written down about a product. Its code stays, for orders and files name it. */
export async function reviseProduct(
  scope: Scope,
  sku: string,
  changes: Omit<ProductDetails, "sku">,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    const { id, createdAt: _at, ...before } = await productOf(sku, tx);
    const after = { ...changes, sku };
    const searchText = await searchTextFor(after, tx);
    await tx
      .update(products)
      .set({ ...changes, searchText })
      .where(eq(products.id, id));
    const subject = `product ${sku}`;
    await recordAudit({ actorId: scope.userId, action: "product_revised", subject, before, after }, at, tx);
  }, tx);
  forgetAisles();
}
