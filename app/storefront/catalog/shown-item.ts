import { type Day, daysAfter, daysBetween } from "#app/domain/period.ts";
import type { ShelfItem } from "#app/domain/pricing/shelf.ts";
import { isMarked, type ShelfMarks } from "#app/domain/pricing/shelf-marks.ts";
import type { catalogWords } from "#app/words/catalog.ts";
import { formatDaysAgo, formatShortDay } from "#app/words/days.ts";
import type { Locale } from "#app/words/locale.ts";
import { formatNumber, formatUnitPrice } from "#app/words/numbers.ts";

/** The words of the catalogue in one language, handed down so that 24 cards do not look them up. */
export type CatalogWords = (typeof catalogWords)["pt-BR"];

/** What reaches the browser of a product on a shelf: no more than is shown, and marks only where there are any. */
export interface ShownItem extends Omit<ShelfItem, "id" | keyof ShelfMarks> {
  marks: ShelfMarks | null;
}

/** The item without what only the server needs; spelt out, because what is left of an object is a hash table. */
export function shown(whole: ShelfItem): ShownItem {
  const { bought, lastBoughtOn, lastPriceE4, isFavourite, isAwaited } = whole;
  return {
    sku: whole.sku,
    name: whole.name,
    unit: whole.unit,
    picture: whole.picture,
    supplierName: whole.supplierName,
    packMultiple: whole.packMultiple,
    least: whole.least,
    available: whole.available,
    unitPriceE4: whole.unitPriceE4,
    next: whole.next,
    promotion: whole.promotion,
    marks: isMarked(whole) ? { bought, lastBoughtOn, lastPriceE4, isFavourite, isAwaited } : null,
  };
}

/** True when the customer has a price for it and there is enough for the least that can be ordered. */
export const isOnSale = (item: ShownItem): boolean => item.unitPriceE4 !== null && item.available >= item.least;

/** True when the customer has a price for it and not even the least that can be ordered is there. */
export const isSoldOut = (item: ShownItem): boolean => item.unitPriceE4 !== null && item.available < item.least;

/** "120 em estoque", "Só 4 em estoque", "Sem estoque". */
export function stockSaid(item: ShownItem, w: CatalogWords, locale: Locale): string {
  if (item.available <= 0) return w.noStock;
  const count = formatNumber(item.available, locale);
  return item.available < item.least * 10 ? w.lastInStock(count) : w.inStock(count);
}

/** "múltiplo de 12 · mínimo 24", or nothing when single units are sold. */
export function packingSaid(item: ShownItem, w: CatalogWords): string {
  const said = [];
  if (item.packMultiple > 1) said.push(w.pack(item.packMultiple));
  if (item.least > item.packMultiple) said.push(w.least(item.least));
  return said.join(" · ");
}

/** "Semana do café · até 30/11", with what is left of a limited one; nothing when no promotion counts. */
export function promotionSaid({ promotion }: ShownItem, w: CatalogWords, locale: Locale): string | null {
  if (!promotion) return null;
  const until = w.untilDay(formatShortDay(daysAfter(promotion.validUntil, -1), locale));
  const left = promotion.unitsLeft === null ? [] : [w.leftOf(promotion.unitsLeft)];
  return [promotion.name, until, ...left].join(" · ");
}

/** "comprado 12× · há 3 semanas · a R$ 15,03", or nothing when they never bought it. */
export function boughtSaid({ marks }: ShownItem, today: Day, w: CatalogWords, locale: Locale): string | null {
  if (!marks || marks.bought === 0 || marks.lastBoughtOn === null) return null;
  const when = w.bought(marks.bought, formatDaysAgo(daysBetween(marks.lastBoughtOn, today), locale));
  return marks.lastPriceE4 === null ? when : `${when} · ${w.lastPrice(formatUnitPrice(marks.lastPriceE4, locale))}`;
}
