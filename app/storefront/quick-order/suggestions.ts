import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { shelfFor } from "#app/domain/pricing/shelf.server.ts";
import { anyShelf } from "#app/domain/pricing/shelf.ts";
import { searchOf } from "#app/http/search.ts";

const asked = z.object({ q: z.string().trim().max(200).default("") });
const most = 8;

/** The products that come to mind while a line is typed, at this customer's own prices; only what is sold to them. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer } = await requireBuyer(request);
  const { q } = searchOf(request, asked).value;
  const shelf = q === "" ? null : await shelfFor(customer, { ...anyShelf, q }, dayOf(new Date()));
  const products = (shelf?.rows ?? [])
    .filter((row) => row.unitPriceE4 !== null)
    .slice(0, most)
    .map(({ sku, name, unit, packMultiple, least, unitPriceE4, available, bought }) => ({
      ...{ sku, name, unit, packMultiple, least, available, bought },
      unitPriceE4: unitPriceE4 ?? 0,
    }));
  return Response.json({ products }, { headers: { "Cache-Control": "private, no-store" } });
}
