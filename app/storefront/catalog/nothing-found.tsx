import { useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { type Packed, unpacked } from "#app/http/packed.ts";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { catalogWords } from "#app/words/catalog.ts";
import { ShelfCards } from "./shelf-cards.tsx";
import type { ShownItem } from "./shown-item.ts";

/** A search nothing answers: what was searched for, what looks like it, and where else to go. */
export function NothingFound({
  q,
  alike,
  today,
  mayOrder,
  here,
  children,
}: {
  q: string;
  alike: readonly ShownItem[];
  today: string;
  mayOrder: boolean;
  here: string;
  /** The way to ask somebody. */
  children: ReactNode;
}) {
  const w = useWords(catalogWords);
  const frame = useRouteLoaderData<{ categories: Packed<{ key: string; name: string }[]> }>("storefront/layout/layout");
  const categories = frame ? unpacked(frame.categories) : [];
  return (
    <div className="page gap-8">
      <PageHeader title={w.nothingFor(q)} lead={w.nothingHint} />
      {alike.length > 0 ? (
        <div className="in-vain">
          <section className="stack" aria-labelledby="alike">
            <h2 id="alike">{w.looksAlike}</h2>
            <ShelfCards items={alike} today={today} returnTo={here} mayOrder={mayOrder} />
          </section>
          {children}
        </div>
      ) : (
        children
      )}
      <section className="stack" aria-labelledby="categories">
        <h2 id="categories">{w.categories}</h2>
        <div className="row">
          {categories.map(({ key, name }) => (
            <a key={key} className="chip" href={paths.catalog(key)}>
              {name}
            </a>
          ))}
          <a className="chip" href={paths.catalog()}>
            {w.seeAll}
          </a>
        </div>
      </section>
    </div>
  );
}
