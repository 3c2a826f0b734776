import type { z } from "zod";
import type { ProductDetails } from "#app/domain/catalog/product.ts";
import { chosenBy, saidOf } from "#app/domain/choices/choices.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import type { productFields } from "./product-shape.ts";

type Chosen = Pick<ProductDetails, "supplierId" | "categoryId">;

/** What the form's fields say of a product's supplier and category. */
export const saidOfProduct = (scope: Scope, { supplierId, categoryId }: Chosen) =>
  saidOf(scope, { supplier: ["supplier", supplierId], category: ["category", categoryId] });

/** The product as it is kept, from what was typed. */
export async function productFrom<Fields extends z.output<typeof productFields>>(
  scope: Scope,
  { supplier, category, ...typed }: Fields,
  before: Chosen | null,
): Promise<Omit<Fields, "supplier" | "category"> & Chosen> {
  const chosen = await chosenBy(scope, {
    supplier: { kind: "supplier", said: supplier, kept: before?.supplierId ?? null },
    category: { kind: "category", said: category, kept: before?.categoryId ?? null },
  });
  return { ...typed, supplierId: chosen.supplier?.id ?? null, categoryId: chosen.category?.id ?? null };
}
