import type { Answer } from "#app/kit/answered.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Count } from "#app/kit/count.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Field } from "#app/kit/field.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { Table } from "#app/kit/table.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { productWords } from "#app/words/products.ts";

interface CategoryShown {
  id: number;
  slug: string;
  name: string;
  position: number;
  picture: string | null;
  products: number;
}

const here = `${paths.office.suppliers()}?tab=categories`;

/** The categories of the shop in their order. */
export function CategoryTable({ categories }: { categories: CategoryShown[] }) {
  const w = useWords(productWords);
  return (
    <Table
      caption={w.categories}
      rows={categories}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="tags" title={w.noCategories}>
          {w.noCategoriesLead}
        </EmptyState>
      }
      columns={[
        { key: "position", head: w.position, number: true, phone: "hide", cell: (row) => row.position },
        {
          key: "name",
          head: w.name,
          phone: "title",
          cell: (row) => (
            <span className="flex items-center gap-2">
              <span className="w-7 shrink-0">
                <ProductPicture picture={row.picture} alt="" size={28} />
              </span>
              <a className="link-plain" href={`${here}&edit=${row.id}`}>
                {row.name}
              </a>
            </span>
          ),
        },
        {
          key: "products",
          head: w.productsSold,
          number: true,
          cell: (row) => (
            <a className="link" href={paths.office.products({ category: row.slug, state: "active" })}>
              <Count value={row.products} />
            </a>
          ),
        },
      ]}
    />
  );
}

/** What is written down about a category; without one, a new one. */
export function CategoryForm({ category, answer }: { category: CategoryShown | null; answer: Answer }) {
  const w = useWords(productWords);
  const common = useWords(commonWords);
  return (
    <form method="post" className="form">
      <input type="hidden" name="act" value="category" />
      {category ? <input type="hidden" name="id" value={category.id} /> : null}
      <Field name="name" label={w.name} answer={answer} value={category?.name} required maxLength={80} />
      <Field
        name="position"
        label={w.position}
        answer={answer}
        value={category?.position ?? 0}
        inputMode="numeric"
        required
      />
      <Field name="picture" label={w.picture} optional answer={answer} value={category?.picture} maxLength={300} />
      <div className="form-foot">
        <Button look="primary">{common.save}</Button>
        {category ? (
          <ButtonLink look="quiet" href={here}>
            {common.cancel}
          </ButtonLink>
        ) : null}
      </div>
    </form>
  );
}
