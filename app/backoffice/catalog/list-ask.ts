import { z } from "zod";
import { type ProductFilter, productSorts } from "#app/domain/catalog/product-list.ts";
import { searchOf } from "#app/http/search.ts";

const asked = z.object({
  q: z.string().trim().max(100).default(""),
  category: z.array(z.string().max(100)).default([]),
  supplier: z.array(z.string().max(100)).default([]),
  state: z.enum(["active", "inactive"]).optional(),
  stock: z.enum(["none", "low"]).optional(),
  unpriced: z.literal("1").optional(),
  sort: z.enum(productSorts).default("name"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** What the address asks of a list of products, and what of it could not be read. */
export function askedProducts(request: Request) {
  const { value, ignored } = searchOf(request, asked);
  const { q, category, supplier, state, stock, unpriced, sort, page } = value;
  const filter: ProductFilter = {
    q,
    category,
    supplier,
    state: state ?? null,
    stock: stock ?? null,
    isUnpriced: unpriced === "1",
  };
  return { filter, sort, page, ignored };
}
