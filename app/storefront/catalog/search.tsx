import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { askingOf, askRep } from "#app/domain/activities/product-asks.server.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { alikeTo, shelfFor } from "#app/domain/pricing/shelf.server.ts";
import { isNarrowed, isPlainSearch } from "#app/domain/pricing/shelf.ts";
import { seeOther, unlessRefused, unreadable } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { packed, packedRows, unpacked, unpackedRows } from "#app/http/packed.ts";
import { maybe, optionalText, quantity, text } from "#app/http/shapes.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { PageHeader } from "#app/kit/page-header.tsx";
import { Pagination } from "#app/kit/pagination.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { catalogWords } from "#app/words/catalog.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { AskInstead, AskRep } from "./ask-rep.tsx";
import { CatalogPdfMenu } from "./catalog-pdf-menu.tsx";
import { NothingFound } from "./nothing-found.tsx";
import { ShelfBar } from "./shelf-bar.tsx";
import { ShelfCards } from "./shelf-cards.tsx";
import { ShelfList } from "./shelf-list.tsx";
import { askedShelf, chosenIn } from "./shelf-wish.ts";
import { shown } from "./shown-item.ts";

/** What a buyer searches for, at their own prices; the search and what it found are written down once. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer, mayOrder, buyer } = await requireBuyer(request);
  const { wish, view, headers } = askedShelf(request);
  if (wish.q === "") throw seeOther(paths.catalog());
  const now = new Date();
  const today = dayOf(now);
  const shelf = await shelfFor(customer, wish, today, buyer.userId);
  const { rows, total, page, pageSize, corrected, facets } = shelf;
  const isInVain = total === 0 && !isNarrowed(wish);
  const [alike, asking] = await Promise.all([
    isInVain ? alikeTo(customer, wish.q, today, buyer.userId) : [],
    isInVain || corrected !== null ? askingOf(buyer, wish.q, today) : null,
  ]);
  // What only looks like it is no hit: the list of searches without result lives on this.
  if (isPlainSearch(wish)) {
    await recordStep(buyer, { kind: "searched", query: wish.q, results: corrected === null ? total : 0 }, now);
  }
  return data(
    {
      items: packedRows(rows.map(shown)),
      total,
      page,
      pageSize,
      corrected,
      q: wish.q,
      facets: packed(facets),
      chosen: packed(chosenIn(wish)),
      isNarrowed: isNarrowed(wish),
      alike: packedRows(alike.map(shown)),
      asking,
      sort: wish.sort,
      view,
      today,
      mayOrder,
    },
    { headers },
  );
}

const ask = z.object({
  query: text(100),
  wanted: text(100),
  quantity: maybe(quantity),
  note: optionalText(500),
});

/** Asks the rep for what the search did not find. */
export async function action({ request }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const form = await formOf(request, ask);
  if (!form.ok) return unreadable(form);
  return unlessRefused(form.typed, async () => {
    await askRep(buyer, form.value, new Date());
    return seeOther(paths.search({ q: form.value.query }));
  });
}

export default function Search() {
  const shelf = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const w = useWords(catalogWords);
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const here = `${pathname}${search}`;
  const items = unpackedRows(shelf.items);
  const { today, mayOrder } = shelf;
  if (shelf.total === 0 && !shelf.isNarrowed) {
    return (
      <NothingFound q={shelf.q} alike={unpackedRows(shelf.alike)} today={today} mayOrder={mayOrder} here={here}>
        {shelf.asking ? <AskRep q={shelf.q} {...shelf.asking} answer={answer} /> : null}
      </NothingFound>
    );
  }
  return (
    <div className="page">
      <PageHeader
        title={w.resultsFor(shelf.q)}
        lead={w.products(formatNumber(shelf.total, locale), shelf.total === 1)}
        actions={shelf.corrected || items.length === 0 ? null : <CatalogPdfMenu search={search} category={null} />}
      />
      {shelf.corrected && items.length > 0 ? <Notice>{w.correctedTo(shelf.q, shelf.corrected)}</Notice> : null}
      <ShelfBar
        facets={unpacked(shelf.facets)}
        chosen={unpacked(shelf.chosen)}
        isOfCategory={false}
        sort={shelf.sort}
        view={shelf.view}
        hasSearch
      />
      {items.length === 0 ? (
        <EmptyState
          icon="search"
          title={w.nothing}
          action={
            <a className="btn" href={paths.search({ q: shelf.q })}>
              {w.clearFilters}
            </a>
          }
        >
          {w.nothingWithFilters}
        </EmptyState>
      ) : shelf.view === "list" ? (
        <ShelfList items={items} today={today} returnTo={here} mayOrder={mayOrder} caption={w.resultsFor(shelf.q)} />
      ) : (
        <ShelfCards heading="h2" items={items} today={today} returnTo={here} mayOrder={mayOrder} />
      )}
      {shelf.asking ? <AskInstead q={shelf.q} asking={shelf.asking} answer={answer} /> : null}
      <Pagination page={shelf.page} pageSize={shelf.pageSize} total={shelf.total} />
    </div>
  );
}
