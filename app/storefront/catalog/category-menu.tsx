import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { type Packed, unpacked } from "#app/http/packed.ts";
import { Icon } from "#app/kit/icon.tsx";
import { Menu } from "#app/kit/menu.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { catalogWords } from "#app/words/catalog.ts";

/** The way to another category where the frame has no room for its aisles; the frame has already loaded them. */
export function CategoryMenu() {
  const w = useWords(catalogWords);
  const frame = useRouteLoaderData<{ categories: Packed<{ key: string; name: string }[]> }>("storefront/layout/layout");
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
