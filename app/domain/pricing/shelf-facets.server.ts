import { aisles } from "#app/domain/catalog/catalog.server.ts";
import type { FacetChoice, FacetCounts } from "#app/domain/catalog/facets.ts";
import type { FacetOption, Facets, ShelfWish } from "./shelf.ts";

/** What was chosen to narrow a shelf by, as numbers. */
export async function choiceOf(wish: ShelfWish): Promise<FacetChoice> {
  const { categories, suppliers, isInStock, isBought, isPromoted } = wish;
  const flags = { isInStock, isBought, isPromoted };
  if (categories.length + suppliers.length === 0) return { ...flags, categoryIds: [], supplierIds: [] };
  const all = await aisles();
  // What is not there, or no longer, is a choice that nothing fits.
  const idsOf = (keys: readonly string[], of: { key: string; id: number }[]) =>
    keys.map((key) => of.find((one) => one.key === key)?.id ?? 0);
  return { ...flags, categoryIds: idsOf(categories, all.categories), supplierIds: idsOf(suppliers, all.suppliers) };
}

/** What a shelf can be narrowed by further, by name. */
export async function facetsOf(wish: ShelfWish, counts: FacetCounts): Promise<Facets> {
  const { categories, suppliers } = await aisles();
  const options = (
    all: { id: number; key: string; name: string }[],
    by: Map<number, number>,
    chosen: readonly string[],
  ) =>
    all.flatMap(({ id, key, name }): FacetOption[] => {
      const count = by.get(id) ?? 0;
      return count > 0 || chosen.includes(key) ? [{ key, name, count }] : [];
    });
  return {
    categories: options(categories, counts.categories, wish.categories),
    suppliers: options(suppliers, counts.suppliers, wish.suppliers),
    inStock: counts.inStock,
    promoted: counts.promoted,
    bought: counts.bought,
  };
}
