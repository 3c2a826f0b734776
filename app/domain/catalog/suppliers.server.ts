import { asc, eq, inArray, sql } from "drizzle-orm";
import { recordAudit } from "#app/domain/audit/audit.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { forgetFilterChoices } from "#app/domain/customers/kept-choices.ts";
import type { Cents } from "#app/domain/money.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { slugOf } from "#app/domain/text.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { categories, products, suppliers } from "#db/schema/index.ts";
import { forgetAisles } from "./catalog.server.ts";
import { searchTextOf } from "./product.ts";

/** What is written down about a supplier; the minimum is what an order must reach of their goods. */
export interface SupplierDetails {
  code: string;
  name: string;
  minimumOrderCents: Cents;
  isActive: boolean;
}

/** A supplier with how many of their products are sold. */
export interface SupplierRow extends SupplierDetails {
  id: number;
  products: number;
}

/** What is written down about a category; lower positions stand first in the shop. */
export interface CategoryDetails {
  name: string;
  position: number;
  picture: string | null;
}

/** A category with how many of its products are sold. */
export interface CategoryRow extends CategoryDetails {
  id: number;
  slug: string;
  products: number;
}

const soldOf = (column: "supplier_id" | "category_id", of: "suppliers" | "categories") =>
  sql<number>`(select count(*)::int from products p where p.${sql.identifier(column)} = ${sql.identifier(of)}.id and p.is_active)`;

/** Every supplier by name. */
export function suppliersOfTheHouse(tx: Tx = db): Promise<SupplierRow[]> {
  return tx
    .select({
      id: suppliers.id,
      code: suppliers.code,
      name: suppliers.name,
      minimumOrderCents: suppliers.minimumOrderCents,
      isActive: suppliers.isActive,
      products: soldOf("supplier_id", "suppliers"),
    })
    .from(suppliers)
    .orderBy(asc(suppliers.name));
}

/** Every category in its order. */
export function categoriesOfTheHouse(tx: Tx = db): Promise<CategoryRow[]> {
  return tx
    .select({
      id: categories.id,
      slug: categories.slug,
      name: categories.name,
      position: categories.position,
      picture: categories.picture,
      products: soldOf("category_id", "categories"),
    })
    .from(categories)
    .orderBy(asc(categories.position), asc(categories.name));
}

/** Products carry the names of supplier and category in their search text; a new name is written there, too. */
async function renameInSearch(column: "supplierId" | "categoryId", id: number, tx: Tx): Promise<void> {
  const rows = await tx
    .select({
      id: products.id,
      sku: products.sku,
      ean: products.ean,
      name: products.name,
      supplierName: suppliers.name,
      categoryName: categories.name,
    })
    .from(products)
    .leftJoin(suppliers, eq(suppliers.id, products.supplierId))
    .leftJoin(categories, eq(categories.id, products.categoryId))
    .where(eq(products[column], id));
  const texts = new Map<string, number[]>();
  for (const row of rows) {
    const text = searchTextOf(row);
    texts.set(text, [...(texts.get(text) ?? []), row.id]);
  }
  for (const [searchText, ids] of texts) await tx.update(products).set({ searchText }).where(inArray(products.id, ids));
}

/** Adds a supplier, or changes the one with this id; a code in use is refused. */
export async function keepSupplier(
  scope: Scope,
  id: number | null,
  details: SupplierDetails,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    const [bearer] = await tx.select({ id: suppliers.id }).from(suppliers).where(eq(suppliers.code, details.code));
    if (bearer && bearer.id !== id) throw new Refusal("code_taken", { code: details.code });
    const subject = `supplier ${details.code}`;
    if (id === null) {
      await tx.insert(suppliers).values(details);
      await recordAudit({ actorId: scope.userId, action: "supplier_registered", subject, after: details }, at, tx);
      return;
    }
    const [before] = await tx.select().from(suppliers).where(eq(suppliers.id, id)).for("update");
    if (!before) throw new Refusal("not_found", { what: "supplier", id });
    await tx.update(suppliers).set(details).where(eq(suppliers.id, id));
    if (before.name !== details.name) await renameInSearch("supplierId", id, tx);
    await recordAudit({ actorId: scope.userId, action: "supplier_revised", subject, before, after: details }, at, tx);
  }, tx);
  forgetAisles();
  forgetFilterChoices();
}

/** Adds a category, or changes the one with this id. Its address in the shop comes from its first name and stays. */
export async function keepCategory(
  scope: Scope,
  id: number | null,
  details: CategoryDetails,
  at: Date,
  tx: Tx = db,
): Promise<void> {
  await withTx(async (tx) => {
    const subject = `category ${details.name}`;
    if (id === null) {
      const slug = slugOf(details.name);
      if (slug === "") throw new Refusal("invalid_input", { field: "name" });
      const [made] = await tx
        .insert(categories)
        .values({ ...details, slug })
        .onConflictDoNothing({ target: categories.slug })
        .returning({ id: categories.id });
      if (!made) throw new Refusal("code_taken", { code: slug });
      await recordAudit({ actorId: scope.userId, action: "category_registered", subject, after: details }, at, tx);
      return;
    }
    const [before] = await tx.select().from(categories).where(eq(categories.id, id)).for("update");
    if (!before) throw new Refusal("not_found", { what: "category", id });
    await tx.update(categories).set(details).where(eq(categories.id, id));
    if (before.name !== details.name) await renameInSearch("categoryId", id, tx);
    await recordAudit({ actorId: scope.userId, action: "category_revised", subject, before, after: details }, at, tx);
  }, tx);
  forgetAisles();
}
