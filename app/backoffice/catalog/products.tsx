import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/access/doors.server.ts";
import { productsIn } from "#app/domain/catalog/product-list.server.ts";
import { Badge } from "#app/kit/badge.tsx";
import { ButtonLink } from "#app/kit/button.tsx";
import { Count } from "#app/kit/count.tsx";
import { UnitPrice } from "#app/kit/money.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { Table } from "#app/kit/table.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { commonWords } from "#app/words/everyday.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { productWords } from "#app/words/products.ts";
import { askedProducts } from "./list-ask.ts";
import { listChoices } from "./list-choices.server.ts";
import { NoProducts } from "./no-products.tsx";
import { ProductFilters } from "./product-filters.tsx";

/** A page of the catalogue as the office keeps it. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "catalog");
  const { filter, sort, page, ignored } = askedProducts(request);
  const [products, choices] = await Promise.all([productsIn(filter, sort, page), listChoices(filter)]);
  return { products, ...choices, filter, sort, ignored };
}

export default function Products() {
  const { products, suppliers, categories, filter, sort, ignored } = useLoaderData<typeof loader>();
  const w = useWords(productWords);
  const common = useWords(commonWords);
  const locale = useLocale();
  return (
    <div className="page">
      <PageHeader
        title={w.products}
        lead={w.productsLead(formatNumber(products.total, locale))}
        actions={
          <>
            <ButtonLink href={paths.office.indicator("searches-without-result")}>{w.searchedInVain}</ButtonLink>
            <ButtonLink href={paths.office.stock()}>{w.stock}</ButtonLink>
            <ButtonLink href={paths.office.suppliers()}>{w.suppliers}</ButtonLink>
            <ButtonLink look="primary" icon="plus" href={paths.office.newProduct()}>
              {w.newProduct}
            </ButtonLink>
          </>
        }
      />
      <ProductFilters filter={filter} suppliers={suppliers} categories={categories} />
      {ignored.length > 0 ? <Notice tone="warn">{common.ignoredFilters(ignored.join(", "))}</Notice> : null}
      <Table
        caption={w.products}
        rows={products.rows}
        rowKey={(row) => row.sku}
        sort={sort}
        empty={<NoProducts filter={filter} />}
        columns={[
          { key: "sku", head: w.sku, sort: true, cell: (row) => <span className="tnum text-muted">{row.sku}</span> },
          {
            key: "name",
            head: w.name,
            sort: true,
            phone: "title",
            cell: (row) => (
              <>
                <a className="link-plain" href={paths.office.product(row.sku)}>
                  {row.name}
                </a>{" "}
                {row.isActive ? null : <Badge>{w.inactive}</Badge>}
              </>
            ),
          },
          { key: "supplier", head: w.supplier, sort: true, phone: "hide", cell: (row) => row.supplierName ?? w.none },
          { key: "category", head: w.category, sort: true, phone: "hide", cell: (row) => row.categoryName ?? w.none },
          {
            key: "pack",
            head: w.packMultiple,
            number: true,
            phone: "hide",
            cell: (row) => <Count value={row.packMultiple} />,
          },
          {
            key: "available",
            head: w.available,
            number: true,
            sort: true,
            cell: (row) => (
              <span className={row.available <= 0 ? "text-bad" : undefined}>
                <Count value={row.available} />
              </span>
            ),
          },
          {
            key: "price",
            head: w.price,
            number: true,
            cell: (row) =>
              row.unitPriceE4 === null ? (
                <span className="text-warn">{w.unpriced}</span>
              ) : (
                <>
                  <UnitPrice e4={row.unitPriceE4} /> <span className="faint">/ {row.unit}</span>
                </>
              ),
          },
        ]}
      />
      <Pagination page={products.page} pageSize={products.pageSize} total={products.total} />
    </div>
  );
}
