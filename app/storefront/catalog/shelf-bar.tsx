import { useLocation } from "@remix-run/react";
import { type Facets, type ShelfSort, shelfSorts } from "#app/domain/pricing/shelf.ts";
import type { ShelfView } from "#app/http/preference-cookie.ts";
import { hrefWith } from "#app/kit/address.ts";
import { Icon } from "#app/kit/icon.tsx";
import { Menu } from "#app/kit/menu.tsx";
import { useWords } from "#app/kit/words.tsx";
import { catalogWords } from "#app/words/catalog.ts";
import { type ChosenFacets, ShelfFacets } from "./shelf-facets.tsx";

/** What can be chosen on a shelf, all of it in the address: which products, in which order, as cards or as a list. */
export function ShelfBar({
  facets,
  chosen,
  isOfCategory,
  sort,
  hasSearch,
  view,
}: {
  facets: Facets;
  chosen: ChosenFacets;
  isOfCategory: boolean;
  sort: ShelfSort;
  hasSearch: boolean;
  view: ShelfView;
}) {
  const w = useWords(catalogWords);
  const { search } = useLocation();
  return (
    <div className="spread items-start">
      <ShelfFacets facets={facets} chosen={chosen} isOfCategory={isOfCategory} />
      <div className="row">
        <Menu
          className="chip"
          label={
            <>
              <Icon name="upDown" />
              {w.sorts[sort]}
            </>
          }
          ariaLabel={`${w.sort}: ${w.sorts[sort]}`}
        >
          {shelfSorts
            .filter((one) => hasSearch || one !== "relevance")
            .map((one) => (
              <a
                key={one}
                className="menu-item"
                href={hrefWith(search, { sort: one })}
                aria-current={one === sort ? "true" : undefined}
              >
                {w.sorts[one]}
              </a>
            ))}
        </Menu>
        <nav className="row gap-1" aria-label={w.view}>
          <a
            className={view === "grid" ? "chip chip-on" : "chip"}
            href={hrefWith(search, { view: "grid" })}
            aria-label={w.grid}
            aria-current={view === "grid" ? "true" : undefined}
          >
            <Icon name="grid" />
          </a>
          <a
            className={view === "list" ? "chip chip-on" : "chip"}
            href={hrefWith(search, { view: "list" })}
            aria-label={w.list}
            aria-current={view === "list" ? "true" : undefined}
          >
            <Icon name="list" />
          </a>
        </nav>
      </div>
    </div>
  );
}
