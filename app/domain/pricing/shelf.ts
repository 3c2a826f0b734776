import type { TermsPrice } from "#app/domain/customers/payment-terms.ts";
import type { Day } from "#app/domain/period.ts";
import type { Promotion } from "./promotion.ts";
import { type PriceCandidate, priceSources, type Quote, shortQuote, type VolumeBreak } from "./quote.ts";
import type { ShelfMarks } from "./shelf-marks.ts";

/** How a shelf can be ordered; `price` is the customer's own, rising or falling. */
export const shelfSorts = ["relevance", "name", "price", "-price", "bought"] as const;
export type ShelfSort = (typeof shelfSorts)[number];

/** How many products one page of the shop holds. */
export const shelfPageSize = 24;

/** What a buyer looks for. */
export interface ShelfWish {
  /** Slugs of categories: one of them; none means any. */
  categories: readonly string[];
  /** Codes of suppliers: one of them; none means any. */
  suppliers: readonly string[];
  q: string;
  /** Only what can be had now. */
  isInStock: boolean;
  /** Only what the customer finds on promotion today. */
  isPromoted: boolean;
  /** Only what the customer bought before. */
  isBought: boolean;
  sort: ShelfSort;
  page: number;
}

/** The whole shop, nothing narrowed. */
export const anyShelf: ShelfWish = {
  ...{ categories: [], suppliers: [], q: "", sort: "relevance", page: 1 },
  ...{ isInStock: false, isPromoted: false, isBought: false },
};

/** A category or supplier to narrow the shelf by, and how many products it would leave. */
export interface FacetOption {
  key: string;
  name: string;
  count: number;
}

/** What a shelf can be narrowed by further, each counted under the choices of all the others. */
export interface Facets {
  categories: FacetOption[];
  suppliers: FacetOption[];
  inStock: number;
  promoted: number;
  bought: number;
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
  promotion: ShelfPromotion | null;
}

/** The promotion that counts on a shelf: what the unit cost without it, and its end. */
export interface ShelfPromotion {
  name: string;
  wasE4: number;
  /** First day on which it no longer counts. */
  validUntil: Day;
  unitsLeft: number | null;
}

/** A price that could be the customer's, without its names. */
export type ShelfCandidate = [rank: number, layer: number, fromQuantity: number, unitPriceE4: number];

/** The price of a product on a shelf; the candidates are valid on the day already. */
export function shelfPriceOf(
  found: readonly ShelfCandidate[],
  promotions: Promotion[],
  terms: TermsPrice | null,
  least: number,
  on: Day,
): Pick<ShelfItem, "unitPriceE4" | "next" | "promotion"> | null {
  const candidates: PriceCandidate[] = found.map(([rank, layer, fromQuantity, unitPriceE4]) => ({
    source: priceSources[rank] ?? "general",
    layer,
    name: "",
    fromQuantity,
    unitPriceE4,
    validFrom: null,
    validUntil: null,
    formula: null,
  }));
  const price = shortQuote({ candidates, promotions, terms, taxes: [] }, least, on);
  if (!price) return null;
  const { unitPriceE4, next, promotion: own } = price;
  if (!own) return { unitPriceE4, next, promotion: null };
  const { name, wasE4, validUntil, unitsLeft } = own;
  return { unitPriceE4, next, promotion: { name, wasE4, validUntil, unitsLeft } };
}

/** True where something narrows the shelf besides its words. */
export const isNarrowed = (wish: ShelfWish): boolean =>
  wish.categories.length + wish.suppliers.length > 0 || wish.isInStock || wish.isPromoted || wish.isBought;

/** True for a search as it was typed: its first page, nothing filtered, nothing re-ordered. */
export const isPlainSearch = (wish: ShelfWish): boolean =>
  wish.page === 1 && wish.sort === "relevance" && !isNarrowed(wish);

/** A product with the whole quote of one customer for the least that can be ordered; null when it is not sold to them. */
export interface ExplainedItem {
  sku: string;
  name: string;
  least: number;
  quote: Quote | null;
}
