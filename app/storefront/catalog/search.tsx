import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { requireBuyer } from "#app/access/doors.server.ts";
import { aislesOf } from "#app/domain/catalog/catalog.server.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { shelfFor } from "#app/domain/pricing/shelf.server.ts";
import { isPlainSearch } from "#app/domain/pricing/shelf.ts";
import { seeOther } from "#app/http/answer.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { catalogWords } from "#app/words/catalog.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { ShelfBar } from "./shelf-bar.tsx";
import { ShelfCards } from "./shelf-cards.tsx";
import { ShelfList } from "./shelf-list.tsx";
import { askedShelf } from "./shelf-wish.ts";
import { shown } from "./shown-item.ts";

/** What a buyer searches for, at their own prices; the search and what it found are written down once. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer, mayOrder, buyer } = await requireBuyer(request);
  const { wish, view, headers } = askedShelf(request);
  if (wish.q === "") throw seeOther(paths.catalog());
  const now = new Date();
  const today = dayOf(now);
  const [aisles, shelf] = await Promise.all([aislesOf(wish), shelfFor(customer, wish, today, buyer.userId)]);
  const { rows, total, page, pageSize, isSimilar } = shelf;
  // A look-alike is no hit: the list of searches without result lives on this.
  if (isPlainSearch(wish)) {
    await recordStep(buyer, { kind: "searched", query: wish.q, results: isSimilar ? 0 : total }, now);
  }
  const aisle = ({ key, name }: { key: string; name: string }) => ({ key, name });
  return data(
    {
      items: rows.map(shown),
      total,
      page,
      pageSize,
      isSimilar,
      q: wish.q,
      categories: aisles.categories.map(aisle),
      category: wish.category,
      suppliers: aisles.suppliers.map(aisle),
      supplier: wish.supplier,
      isBought: wish.isBought,
      sort: wish.sort,
      view,
      today,
      mayOrder,
    },
    { headers },
  );
}

export default function Search() {
  const shelf = useLoaderData<typeof loader>();
  const w = useWords(catalogWords);
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const here = `${pathname}${search}`;
  const hasFilter = shelf.category !== null || shelf.supplier !== null || shelf.isBought;
  return (
    <div className="page">
      <PageHeader
        title={w.resultsFor(shelf.q)}
        lead={w.products(formatNumber(shelf.total, locale), shelf.total === 1)}
      />
      <ShelfBar {...shelf} hasSearch />
      {shelf.isSimilar ? <Notice>{w.similarTo(shelf.q)}</Notice> : null}
      {shelf.items.length === 0 ? (
        <EmptyState
          icon="search"
          title={w.nothingFor(shelf.q)}
          action={
            <a className="btn" href={hasFilter ? paths.search({ q: shelf.q }) : paths.catalog()}>
              {w.seeAll}
            </a>
          }
        >
          {hasFilter ? w.nothingWithFilters : w.nothingHint}
        </EmptyState>
      ) : shelf.view === "list" ? (
        <ShelfList
          items={shelf.items}
          today={shelf.today}
          returnTo={here}
          mayOrder={shelf.mayOrder}
          caption={w.resultsFor(shelf.q)}
        />
      ) : (
        <ShelfCards items={shelf.items} today={shelf.today} returnTo={here} mayOrder={shelf.mayOrder} />
      )}
      <Pagination page={shelf.page} pageSize={shelf.pageSize} total={shelf.total} />
    </div>
  );
}
