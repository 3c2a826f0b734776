import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { type ShelfSort, shelfSorts } from "#app/domain/pricing/shelf.ts";
import { type Packed, unpacked } from "#app/http/packed.ts";
import type { ShelfView } from "#app/http/preference-cookie.ts";
import { hrefWith } from "#app/kit/address.ts";
import { Filters } from "#app/kit/filters.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { Menu } from "#app/kit/menu.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { catalogWords } from "#app/words/catalog.ts";

interface AisleChoice {
  key: string;
  name: string;
  count?: number;
}

/** What can be chosen on a shelf, all of it in the address: whose products, in which order, as cards or as a list. */
export function ShelfBar({
  suppliers,
  supplier,
  categories,
  category,
  isBought,
  sort,
  hasSearch,
  view,
}: {
  suppliers: readonly AisleChoice[];
  supplier: string | null;
  /** Only where the category is a filter and not the page itself. */
  categories?: readonly AisleChoice[];
  category?: string | null;
  isBought: boolean;
  sort: ShelfSort;
  hasSearch: boolean;
  view: ShelfView;
}) {
  const w = useWords(catalogWords);
  const { search } = useLocation();
  const options = (aisles: readonly AisleChoice[]) =>
    aisles.map(({ key, name, count }) => ({ value: key, label: name, count }));
  return (
    <div className="spread">
      <Filters
        filters={[
          ...(categories
            ? [
                {
                  name: "category",
                  label: w.category,
                  options: options(categories),
                  chosen: category ? [category] : [],
                },
              ]
            : []),
          { name: "supplier", label: w.supplier, options: options(suppliers), chosen: supplier ? [supplier] : [] },
        ]}
      >
        {categories ? null : <CategoryMenu />}
        <a className={isBought ? "chip chip-on" : "chip"} href={hrefWith(search, { bought: isBought ? null : 1 })}>
          <Icon name="repeat" />
          {w.onlyBought}
        </a>
      </Filters>
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

/** The way to another category where the frame has no room for its aisles; the frame has already loaded them. */
function CategoryMenu() {
  const w = useWords(catalogWords);
  const frame = useRouteLoaderData<{ categories: Packed<AisleChoice[]> }>("storefront/layout/layout");
  const { pathname } = useLocation();
  if (!frame) return null;
  const aisles = unpacked(frame.categories);
  const here = aisles.find((category) => paths.catalog(category.key) === pathname);
  return (
    <span className="lg:hidden">
      <Menu
        side="left"
        className={here ? "chip chip-on" : "chip"}
        label={
          <>
            {here?.name ?? w.category}
            <Icon name="down" />
          </>
        }
      >
        <a className="menu-item" href={paths.catalog()}>
          {w.allCategories}
        </a>
        {aisles.map((category) => (
          <a
            key={category.key}
            className="menu-item"
            href={paths.catalog(category.key)}
            aria-current={category === here ? "true" : undefined}
          >
            {category.name}
          </a>
        ))}
      </Menu>
    </span>
  );
}
