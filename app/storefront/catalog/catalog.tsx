import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { requireBuyer } from "#app/access/doors.server.ts";
import { aisles } from "#app/domain/catalog/catalog.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { shelfFor } from "#app/domain/pricing/shelf.server.ts";
import { notFound } from "#app/http/answer.ts";
import { packed, packedRows, unpacked, unpackedRows } from "#app/http/packed.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { catalogWords } from "#app/words/catalog.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { CatalogPdfMenu } from "./catalog-pdf-menu.tsx";
import { ShelfBar } from "./shelf-bar.tsx";
import { ShelfCards } from "./shelf-cards.tsx";
import { ShelfList } from "./shelf-list.tsx";
import { askedShelf, chosenIn } from "./shelf-wish.ts";
import { shown } from "./shown-item.ts";

/** One page of the catalogue, or of one category of it, at the customer's own prices. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { customer, mayOrder, buyer } = await requireBuyer(request);
  const { wish, view, headers } = askedShelf(request, params.category ?? null);
  const today = dayOf(new Date());
  const [{ categories }, shelf] = await Promise.all([aisles(), shelfFor(customer, wish, today, buyer.userId)]);
  const category = categories.find((aisle) => aisle.key === params.category);
  if (params.category !== undefined && !category) throw notFound();
  const { rows, total, page, pageSize, facets } = shelf;
  return data(
    {
      items: packedRows(rows.map(shown)),
      total,
      page,
      pageSize,
      name: category?.name ?? null,
      facets: packed(facets),
      chosen: packed(chosenIn(wish)),
      sort: wish.sort,
      view,
      today,
      mayOrder,
    },
    { headers },
  );
}

export default function Catalog() {
  const { items: packedItems, facets, chosen: packedChoice, ...shelf } = useLoaderData<typeof loader>();
  const items = unpackedRows(packedItems);
  const chosen = unpacked(packedChoice);
  const w = useWords(catalogWords);
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const title = shelf.name ?? w.catalog;
  const here = `${pathname}${search}`;
  return (
    <div className="page">
      <PageHeader
        title={title}
        lead={w.products(formatNumber(shelf.total, locale), shelf.total === 1)}
        trail={
          shelf.name
            ? [{ label: w.home, href: paths.home() }, { label: w.catalog, href: paths.catalog() }, { label: title }]
            : undefined
        }
        actions={
          items.length === 0 ? null : (
            <CatalogPdfMenu search={search} category={shelf.name === null ? null : (chosen.categories[0] ?? null)} />
          )
        }
      />
      <ShelfBar
        facets={unpacked(facets)}
        chosen={chosen}
        isOfCategory={shelf.name !== null}
        sort={shelf.sort}
        view={shelf.view}
        hasSearch={false}
      />
      {items.length === 0 ? (
        <EmptyState
          icon="box"
          title={w.nothing}
          action={
            <a className="btn" href={paths.catalog()}>
              {w.seeAll}
            </a>
          }
        >
          {chosen.isBought ? w.nothingBought : w.nothingWithFilters}
        </EmptyState>
      ) : shelf.view === "list" ? (
        <ShelfList items={items} today={shelf.today} returnTo={here} mayOrder={shelf.mayOrder} caption={title} />
      ) : (
        <ShelfCards heading="h2" items={items} today={shelf.today} returnTo={here} mayOrder={shelf.mayOrder} />
      )}
      <Pagination page={shelf.page} pageSize={shelf.pageSize} total={shelf.total} />
    </div>
  );
}
