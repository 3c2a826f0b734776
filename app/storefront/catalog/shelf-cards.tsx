import { ProductPicture } from "#app/kit/product-picture.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { Star, TellMe } from "#app/storefront/lists/mark-buttons.tsx";
import { catalogWords } from "#app/words/catalog.ts";
import { listWords } from "#app/words/lists.ts";
import { formatUnitPrice } from "#app/words/numbers.ts";
import { AddForm } from "./add-form.tsx";
import { nextBreak } from "./next-break.tsx";
import {
  boughtSaid,
  isOnSale,
  isSoldOut,
  packingSaid,
  promotionSaid,
  type ShownItem,
  stockSaid,
} from "./shown-item.ts";

/** Products as cards made for buying: own price, pack, stock, what was bought, and one key to add. */
export function ShelfCards({
  items,
  today,
  returnTo,
  mayOrder,
  heading: Heading = "h3",
}: {
  items: readonly ShownItem[];
  today: string;
  returnTo: string;
  mayOrder: boolean;
  /** `h2` where the products are the page itself, not a section of it. */
  heading?: "h2" | "h3";
}) {
  const w = useWords(catalogWords);
  const l = useWords(listWords);
  const locale = useLocale();
  return (
    <div className="shelf">
      {items.map((item) => {
        const href = paths.product(item.sku);
        const bought = boughtSaid(item, today, w, locale);
        const promoted = promotionSaid(item, w, locale);
        const packing = packingSaid(item, w);
        return (
          <article key={item.sku} id={`p-${item.sku}`} className="shelf-card">
            <ProductPicture picture={item.picture} alt="" />
            <Star sku={item.sku} name={item.name} isFavourite={item.marks?.isFavourite === true} w={l} />
            <div>
              <p className="shelf-facts">
                {item.sku}
                {item.supplierName ? ` · ${item.supplierName}` : null}
              </p>
              <Heading>
                <a href={href}>{item.name}</a>
              </Heading>
              {item.unitPriceE4 === null ? (
                <p className="shelf-none">{w.noPrice}</p>
              ) : (
                <p className="shelf-price">
                  {formatUnitPrice(item.unitPriceE4, locale)} <small>{w.per(item.unit)}</small>
                  {item.promotion ? (
                    <>
                      {" "}
                      <del className="text-sm font-normal text-muted">
                        {formatUnitPrice(item.promotion.wasE4, locale)}
                      </del>
                    </>
                  ) : null}
                </p>
              )}
              {promoted ? (
                <p className="shelf-facts">
                  <span className="badge badge-accent max-w-full whitespace-normal">{promoted}</span>
                </p>
              ) : null}
              {nextBreak(item, mayOrder, w, locale)}
              <p className="shelf-facts">
                {packing ? `${packing} · ` : null}
                <span className={item.available < item.least ? "text-bad" : undefined}>
                  {stockSaid(item, w, locale)}
                </span>
              </p>
              {bought ? <p className="shelf-facts text-accent">{bought}</p> : null}
            </div>
            {mayOrder && isOnSale(item) ? <AddForm item={item} w={w} returnTo={`${returnTo}#p-${item.sku}`} /> : null}
            {isSoldOut(item) ? (
              <TellMe sku={item.sku} name={item.name} isAwaited={item.marks?.isAwaited === true} w={l} />
            ) : null}
          </article>
        );
      })}
    </div>
  );
}
