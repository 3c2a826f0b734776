import type { ProductFilter } from "#app/domain/catalog/product-list.ts";
import { Filters, SearchBox } from "#app/kit/filters.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { productWords } from "#app/words/products.ts";

/** What a list of products can be narrowed to; the state is the address. */
export function ProductFilters({
  filter,
  suppliers,
  categories,
}: {
  filter: ProductFilter;
  suppliers: { code: string; name: string }[];
  categories: { slug: string; name: string }[];
}) {
  const w = useWords(productWords);
  return (
    <Filters
      filters={[
        {
          name: "category",
          label: w.category,
          options: categories.map(({ slug, name }) => ({ value: slug, label: name })),
          more: { source: paths.office.choices("category"), by: "code" },
          chosen: filter.category,
          many: true,
        },
        {
          name: "supplier",
          label: w.supplier,
          options: suppliers.map(({ code, name }) => ({ value: code, label: name })),
          more: { source: paths.office.choices("supplier"), by: "code" },
          chosen: filter.supplier,
          many: true,
        },
        {
          name: "state",
          label: w.state,
          options: [
            { value: "active", label: w.active },
            { value: "inactive", label: w.inactive },
          ],
          chosen: filter.state ? [filter.state] : [],
        },
        {
          name: "stock",
          label: w.stockState,
          options: [
            { value: "none", label: w.stockNone },
            { value: "low", label: w.stockLow },
          ],
          chosen: filter.stock ? [filter.stock] : [],
        },
        {
          name: "unpriced",
          label: w.price,
          options: [{ value: "1", label: w.unpriced }],
          chosen: filter.isUnpriced ? ["1"] : [],
        },
      ]}
    >
      <SearchBox value={filter.q} label={w.search} />
    </Filters>
  );
}
