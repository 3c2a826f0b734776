import type { ProductFilter } from "#app/domain/catalog/product-list.ts";
import { categoriesOfTheHouse, suppliersOfTheHouse } from "#app/domain/catalog/suppliers.server.ts";
import { offeredOf } from "#app/domain/page.ts";

/** What the filters over products offer: of suppliers and categories the first ones, and those that are chosen. */
export async function listChoices({ supplier, category }: ProductFilter) {
  const [suppliers, categories] = await Promise.all([suppliersOfTheHouse(), categoriesOfTheHouse()]);
  return {
    suppliers: offeredOf(suppliers, ({ code }) => supplier.includes(code)).map(({ code, name }) => ({ code, name })),
    categories: offeredOf(categories, ({ slug }) => category.includes(slug)).map(({ slug, name }) => ({ slug, name })),
  };
}
