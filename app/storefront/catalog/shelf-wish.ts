import { z } from "zod";
import { type ShelfSort, type ShelfWish, shelfSorts } from "#app/domain/pricing/shelf.ts";
import { keepPreference, preferencesOf, type ShelfView } from "#app/http/preference-cookie.ts";
import { searchOf } from "#app/http/search.ts";
import type { ChosenFacets } from "./shelf-facets.tsx";

const keys = z.array(z.string().trim().min(1).max(100)).max(50).default([]);
const on = z.literal("1").optional();

const asked = z.object({
  q: z.string().trim().max(100).default(""),
  category: keys,
  supplier: keys,
  stock: on,
  promotion: on,
  bought: on,
  sort: z.enum(shelfSorts).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  view: z.enum(["grid", "list"]).optional(),
});

/** What the address asks of the shop, how to show it, and the cookie that keeps that choice when it was just made. */
export interface AskedShelf {
  wish: ShelfWish;
  view: ShelfView;
  headers: HeadersInit | undefined;
}

/** Reads the address of a shelf; `category` is given where one stands in the path: then it is the only one. */
export function askedShelf(request: Request, category: string | null = null): AskedShelf {
  const { value } = searchOf(request, asked);
  const kept = preferencesOf(request).shelf;
  const usual: ShelfSort = value.q ? "relevance" : "name";
  return {
    wish: {
      categories: category === null ? [...new Set(value.category)] : [category],
      suppliers: [...new Set(value.supplier)],
      q: value.q,
      isInStock: value.stock === "1",
      isPromoted: value.promotion === "1",
      isBought: value.bought === "1",
      sort: value.sort ?? usual,
      page: value.page,
    },
    view: value.view ?? kept,
    headers: value.view && value.view !== kept ? { "Set-Cookie": keepPreference("shelf", value.view) } : undefined,
  };
}

/** What of the wish narrows the shelf, as the bar shows it. */
export function chosenIn({ categories, suppliers, isInStock, isPromoted, isBought }: ShelfWish): ChosenFacets {
  return { categories, suppliers, isInStock, isPromoted, isBought };
}
