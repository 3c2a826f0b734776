import { Icon } from "#app/kit/icon.tsx";
import { Menu } from "#app/kit/menu.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { catalogSheetWords } from "#app/words/catalog-sheet.ts";

/** What the shelf shows, to take along: with the reader's own prices, or without to hand on. */
export function CatalogPdfMenu({ search, category }: { search: string; category: string | null }) {
  const w = useWords(catalogSheetWords);
  const asked = new URLSearchParams(search);
  for (const name of ["page", "view", "sort"]) asked.delete(name);
  if (category !== null) asked.set("category", category);
  const href = (prices: "1" | null) => {
    const query = new URLSearchParams(asked);
    if (prices) query.set("prices", prices);
    const said = query.toString();
    return said ? `${paths.catalogPdf()}?${said}` : paths.catalogPdf();
  };
  return (
    <Menu
      className="btn"
      label={
        <>
          <Icon name="download" />
          {w.menu}
        </>
      }
    >
      <a className="menu-item" href={href("1")}>
        {w.withPrices}
      </a>
      <a className="menu-item" href={href(null)}>
        {w.withoutPrices}
      </a>
    </Menu>
  );
}
