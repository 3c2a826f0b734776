import type { MouseEvent, ReactNode } from "react";
import { isWithinReach } from "#app/domain/pricing/next-step.ts";
import { paths } from "#app/paths.ts";
import type { Locale } from "#app/words/locale.ts";
import { formatBasisPoints, formatUnitPrice } from "#app/words/numbers.ts";
import type { CatalogWords, ShownItem } from "./shown-item.ts";

/** Puts the quantity into the product's own field and leads on to the button that adds it. */
function filled(event: MouseEvent<HTMLAnchorElement>, quantity: number): void {
  const field = event.currentTarget.closest("article, tr")?.querySelector<HTMLInputElement>("[name=quantity]");
  if (!field || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  field.value = String(quantity);
  field.form?.querySelector<HTMLElement>("[type=submit]")?.focus();
}

/**
 * From which quantity on a product is cheaper, taken by a press where that many are there: it fills the field beside it, and
 * without scripts leads to the product with so many in its field. No component, for it is drawn 24 times a page.
 */
export function nextBreak(
  { sku, next, packMultiple, least, available }: ShownItem,
  mayOrder: boolean,
  w: CatalogWords,
  locale: Locale,
): ReactNode {
  if (!next) return null;
  const { fromQuantity: from } = next;
  const price = formatUnitPrice(next.unitPriceE4, locale);
  const percent = formatBasisPoints(next.basisPoints, locale);
  const product = { packMultiple, minimumQuantity: least, available };
  if (!mayOrder || !isWithinReach({ quantity: from }, product)) {
    return <p className="shelf-facts text-good">{w.nextBreak(from, price, percent)}</p>;
  }
  return (
    <a className="step" href={paths.product(sku, { quantity: from })} onClick={(event) => filled(event, from)}>
      {w.takeBreak(from, price, percent)}
    </a>
  );
}
