import type { Quote, VolumeBreak } from "./quote.ts";
import type { ShelfMarks } from "./shelf-marks.ts";

/** How a shelf can be ordered; `price` is the customer's own, rising or falling. */
export const shelfSorts = ["relevance", "name", "price", "-price", "bought"] as const;
export type ShelfSort = (typeof shelfSorts)[number];

/** How many products one page of the shop holds. */
export const shelfPageSize = 24;

/** What a buyer looks for. */
export interface ShelfWish {
  /** Slug of the category. */
  category: string | null;
  /** Code of the supplier. */
  supplier: string | null;
  q: string;
  isBought: boolean;
  sort: ShelfSort;
  page: number;
}

/** A product as it stands on the shelf of one customer: their price, what can be had, what they bought of it. */
export interface ShelfItem extends ShelfMarks {
  id: number;
  sku: string;
  name: string;
  unit: string;
  picture: string | null;
  supplierName: string | null;
  packMultiple: number;
  /** The smallest quantity that can be ordered; the price is that of this quantity. */
  least: number;
  available: number;
  /** Null when the customer has no price for it: then it is not sold to them. */
  unitPriceE4: number | null;
  next: VolumeBreak | null;
}

/** True for a search as it was typed: its first page, nothing filtered, nothing re-ordered. */
export const isPlainSearch = (wish: ShelfWish): boolean =>
  wish.page === 1 && wish.sort === "relevance" && wish.category === null && wish.supplier === null && !wish.isBought;

/** A product with the whole quote of one customer for the least that can be ordered; null when it is not sold to them. */
export interface ExplainedItem {
  sku: string;
  name: string;
  least: number;
  quote: Quote | null;
}
