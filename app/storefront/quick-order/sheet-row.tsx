import { memo } from "react";
import type { EnteredRow } from "#app/domain/carts/entry-row.ts";
import { Icon } from "#app/kit/icon.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { quickOrderWords } from "#app/words/quick-order.ts";
import { RowMessages } from "./row-messages.tsx";
import { RowQuantity } from "./row-quantity.tsx";
import { RowQuestion } from "./row-question.tsx";

/** One line of the list; everything about it travels in its own fields. Drawn again only when its answer changed. */
export const SheetRow = memo(
  function SheetRow({ row, at, askSoon }: { row: EnteredRow; at: number; askSoon: () => void }) {
    const w = useWords(quickOrderWords);
    const locale = useLocale();
    const field = (name: string) => `row.${at}.${name}`;
    const { product } = row;
    return (
      <tr className={row.isReady ? undefined : "entry-open"}>
        <td className="entry-said phone-hide">
          <span className="line-clamp-2">{row.said.replaceAll("\t", " · ")}</span>
        </td>
        <td className="wrap phone-wide" colSpan={product ? undefined : 4}>
          <input type="hidden" name={field("id")} value={row.id} />
          <input type="hidden" name={field("said")} value={row.said} />
          <input type="hidden" name={field("sku")} value={row.sku} />
          <input type="hidden" name={field("because")} value={row.because ?? ""} />
          {product ? (
            <>
              <input type="hidden" name={field("wanted")} value={row.wanted} />
              <RowProduct row={row} product={product} />
            </>
          ) : (
            <RowQuestion row={row} field={field} askSoon={askSoon} />
          )}
        </td>
        {product ? (
          <>
            <td className="num" data-label={w.quantity}>
              <RowQuantity row={row} name={field("quantity")} askSoon={askSoon} />
            </td>
            <td className="num tnum entry-price">
              {row.unitPriceE4 === null ? null : formatUnitPrice(row.unitPriceE4, locale)}
            </td>
            <td className="num tnum entry-total" data-label={row.isReady ? w.total : undefined}>
              {row.isReady ? formatCents(row.lineCents, locale) : null}
            </td>
          </>
        ) : null}
        <td className="entry-remove">
          <button
            type="submit"
            name="act"
            value={`remove:${row.id}`}
            className="btn btn-quiet btn-sm btn-icon"
            aria-label={w.remove(row.said)}
          >
            <Icon name="trash" />
          </button>
        </td>
      </tr>
    );
  },
  (before, now) => before.at === now.at && JSON.stringify(before.row) === JSON.stringify(now.row),
);

function RowProduct({ row, product }: { row: EnteredRow; product: NonNullable<EnteredRow["product"]> }) {
  const w = useWords(quickOrderWords);
  const locale = useLocale();
  const because = row.because === "alias" ? w.alias : row.because === "usual" ? w.usual : null;
  return (
    <div className="entry-product">
      <ProductPicture picture={product.picture} alt="" size={40} />
      <div className="min-w-0">
        <a className="link-plain font-medium" href={paths.product(product.sku)} target="_blank" rel="noreferrer">
          {product.name}
        </a>
        <p className="text-xs text-muted">
          <span className="tnum">{product.sku}</span>
          {product.packMultiple > 1 ? ` · ${w.packs(formatNumber(product.packMultiple, locale), product.unit)}` : null}
          {` · ${product.available > 0 ? w.available(formatNumber(product.available, locale)) : w.soldOut}`}
          {because ? ` · ${because}` : null}{" "}
          {row.because === "code" ? null : (
            <button
              type="submit"
              name="act"
              value={`ask:${row.id}`}
              className="link"
              aria-label={w.anotherFor(row.said)}
            >
              {w.another}
            </button>
          )}
        </p>
        <RowMessages row={row} />
      </div>
    </div>
  );
}
