import { z } from "zod";
import { type ShelfSort, type ShelfWish, shelfSorts } from "#app/domain/pricing/shelf.ts";
import { keepPreference, preferencesOf, type ShelfView } from "#app/http/preference-cookie.ts";
import { searchOf } from "#app/http/search.ts";

const asked = z.object({
  q: z.string().trim().max(100).default(""),
  category: z.string().max(100).optional(),
  supplier: z.string().max(100).optional(),
  bought: z.literal("1").optional(),
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

/** Reads the address of a shelf; `category` is given where it stands in the path. */
export function askedShelf(request: Request, category?: string | null): AskedShelf {
  const { value } = searchOf(request, asked);
  const kept = preferencesOf(request).shelf;
  const usual: ShelfSort = value.q ? "relevance" : "name";
  return {
    wish: {
      category: (category === undefined ? value.category : category) ?? null,
      supplier: value.supplier ?? null,
      q: value.q,
      isBought: value.bought === "1",
      sort: value.sort ?? usual,
      page: value.page,
    },
    view: value.view ?? kept,
    headers: value.view && value.view !== kept ? { "Set-Cookie": keepPreference("shelf", value.view) } : undefined,
  };
}
