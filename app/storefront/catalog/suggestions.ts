import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { aislesNamed } from "#app/domain/catalog/catalog.server.ts";
import { recentSearchesOf } from "#app/domain/journey/searches.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { shelfFor } from "#app/domain/pricing/shelf.server.ts";
import { anyShelf } from "#app/domain/pricing/shelf.ts";
import { searchOf } from "#app/http/search.ts";
import type { Suggestions } from "./suggested.ts";

const asked = z.object({ q: z.string().trim().max(100).default("") });
const most = 6;

/** What comes to mind while something is typed into the shop's search: products at own prices, aisles, own searches. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer, buyer } = await requireBuyer(request);
  const { q } = searchOf(request, asked).value;
  const now = new Date();
  const [shelf, { categories, suppliers }, recent] = await Promise.all([
    q.length < 2 ? null : shelfFor(customer, { ...anyShelf, q }, dayOf(now)),
    aislesNamed(q),
    recentSearchesOf(buyer, q, now, q === "" ? 6 : 3),
  ]);
  const suggestions: Suggestions = {
    products: (shelf?.rows ?? [])
      .slice(0, most)
      .map(({ sku, name, picture, unit, unitPriceE4 }) => ({ sku, name, picture, unit, unitPriceE4 })),
    total: shelf?.total ?? 0,
    categories,
    suppliers,
    recent,
  };
  return Response.json(suggestions, { headers: { "Cache-Control": "private, no-store" } });
}
