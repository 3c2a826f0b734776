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

/** The same products as dense as a price sheet: one line each, prices in a column. */
export function ShelfList({
  items,
  today,
  returnTo,
  mayOrder,
  caption,
}: {
  items: readonly ShownItem[];
  today: string;
  returnTo: string;
  mayOrder: boolean;
  caption: string;
}) {
  const w = useWords(catalogWords);
  const l = useWords(listWords);
  const locale = useLocale();
  return (
    <div className="table-wrap">
      <table className="table table-cards shelf-list">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{w.sku}</th>
            <th scope="col">{w.product}</th>
            <th scope="col">{w.supplier}</th>
            <th scope="col">{w.boughtHead}</th>
            <th scope="col">{w.stock}</th>
            <th scope="col" className="num">
              {w.price}
            </th>
            <th scope="col">
              <span className="sr-only">{w.add}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.sku} id={`p-${item.sku}`}>
              <td className="tnum text-muted" data-label={w.sku}>
                <Star sku={item.sku} name={item.name} isFavourite={item.marks?.isFavourite === true} w={l} />
                {item.sku}
              </td>
              <td className="wrap phone-title">
                <a className="link-plain" href={paths.product(item.sku)}>
                  {item.name}
                </a>
                {item.packMultiple > 1 || item.least > 1 ? (
                  <span className="faint ml-2 font-normal">{packingSaid(item, w)}</span>
                ) : null}
              </td>
              <td className="phone-hide text-muted">{item.supplierName}</td>
              <td className="wrap phone-hide text-sm text-muted">
                {boughtSaid(item, today, w, locale) ?? w.neverBought}
              </td>
              <td
                className={item.available < item.least ? "text-sm text-bad" : "text-sm text-muted"}
                data-label={w.stock}
              >
                {stockSaid(item, w, locale)}
              </td>
              <td className="num" data-label={w.price}>
                {item.unitPriceE4 === null ? (
                  <span className="text-sm whitespace-normal text-muted">{w.noPrice}</span>
                ) : (
                  <>
                    <strong className="font-semibold">{formatUnitPrice(item.unitPriceE4, locale)}</strong>{" "}
                    <span className="faint">{w.per(item.unit)}</span>
                    {item.promotion ? (
                      <span className="block text-xs leading-tight">
                        <del className="text-muted">{formatUnitPrice(item.promotion.wasE4, locale)}</del>{" "}
                        <span className="text-accent">{promotionSaid(item, w, locale)}</span>
                      </span>
                    ) : null}
                    {nextBreak(item, mayOrder, w, locale)}
                  </>
                )}
              </td>
              <td className="phone-wide">
                {mayOrder && isOnSale(item) ? (
                  <AddForm item={item} w={w} returnTo={`${returnTo}#p-${item.sku}`} />
                ) : null}
                {isSoldOut(item) ? (
                  <TellMe sku={item.sku} name={item.name} isAwaited={item.marks?.isAwaited === true} w={l} />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
