import { memo, useEffect, useRef } from "react";
import type { EnteredRow } from "#app/domain/carts/entry-row.ts";
import { Icon } from "#app/kit/icon.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { quickOrderWords } from "#app/words/quick-order.ts";
import { RowMessages } from "./row-messages.tsx";
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
        <td className="wrap phone-wide">
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
            <RowQuestion row={row} name={field("wanted")} />
          )}
        </td>
        <td className="num" data-label={w.quantity}>
          <RowQuantity row={row} name={field("quantity")} askSoon={askSoon} />
        </td>
        <td className="num tnum phone-hide" data-label={w.price}>
          {row.unitPriceE4 === null ? null : formatUnitPrice(row.unitPriceE4, locale)}
        </td>
        <td className="num tnum font-semibold" data-label={w.total}>
          {row.isReady ? formatCents(row.lineCents, locale) : null}
        </td>
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

/** A quantity that is its own field: what the answer made of it is shown unless somebody is writing in it. */
function RowQuantity({ row, name, askSoon }: { row: EnteredRow; name: string; askSoon: () => void }) {
  const w = useWords(quickOrderWords);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = input.current;
    if (field && field !== document.activeElement) field.value = row.quantity;
  }, [row.quantity]);
  const isWrong = row.question === "quantity" || row.question === "pack" || (row.product !== null && !row.isReady);
  return (
    <input
      ref={input}
      id={row.product ? `row-${row.id}` : undefined}
      name={name}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={40}
      className="input entry-quantity"
      aria-label={w.quantityOf(row.product?.name ?? row.said)}
      aria-invalid={isWrong ? true : undefined}
      aria-describedby={isWrong ? `messages-${row.id}` : undefined}
      defaultValue={row.quantity}
      onChange={askSoon}
    />
  );
}
