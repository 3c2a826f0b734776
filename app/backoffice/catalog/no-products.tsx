import type { ProductFilter } from "#app/domain/catalog/product-list.ts";
import { ButtonLink } from "#app/kit/button.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { productWords } from "#app/words/products.ts";

/** Nothing to list: either the filters let nothing through, or there is no product yet and here is how to have one. */
export function NoProducts({ filter }: { filter: ProductFilter }) {
  const w = useWords(productWords);
  const isFiltered =
    filter.q !== "" ||
    filter.category.length + filter.supplier.length > 0 ||
    filter.state !== null ||
    filter.stock !== null ||
    filter.isUnpriced;
  if (isFiltered) {
    return (
      <EmptyState icon="search" title={w.noMatch}>
        {w.noMatchLead}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon="box"
      title={w.noProducts}
      action={
        <div className="row">
          <ButtonLink look="primary" href={paths.office.newProduct()}>
            {w.newProduct}
          </ButtonLink>
          <ButtonLink href={paths.office.imports()}>{w.import}</ButtonLink>
        </div>
      }
    >
      {w.noProductsLead}
    </EmptyState>
  );
}
