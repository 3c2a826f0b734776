import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import { aisles } from "#app/domain/catalog/catalog.server.ts";
import { letterheadAsOf } from "#app/domain/customers/letterhead.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { catalogOf } from "#app/domain/pricing/catalog-sheet.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { pdfAnswer } from "#app/http/pdf.server.ts";
import { catalogDocument } from "#app/http/pdf-catalog.server.ts";
import { searchOf } from "#app/http/search.ts";
import { catalogSheetWords } from "#app/words/catalog-sheet.ts";
import { wordsOf } from "#app/words/locale.ts";

const keys = z.array(z.string().trim().min(1).max(100)).max(50).default([]);
const asked = z.object({ category: keys, supplier: keys, q: z.string().trim().max(100).default("") });

/** The catalogue without prices, for a rep to hand over. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireStaff(request, "portfolio");
  const { category, supplier, q } = searchOf(request, asked).value;
  const on = dayOf(new Date());
  const [sheet, letterhead, { categories, suppliers }] = await Promise.all([
    catalogOf({ categories: category, suppliers: supplier, q, isInStock: false, boughtBy: null, among: null }),
    letterheadAsOf(new Date()),
    aisles(),
  ]);
  const locale = localeOf(request, user.locale);
  const of = [
    ...categories.filter(({ key }) => category.includes(key)).map(({ name }) => name),
    ...suppliers.filter(({ key }) => supplier.includes(key)).map(({ name }) => name),
    ...(q ? [`“${q}”`] : []),
  ];
  const document = await catalogDocument(sheet, { on, of, preparedFor: null, hasPrices: false }, locale);
  return pdfAnswer(`${wordsOf(catalogSheetWords, locale).file} ${on}`, letterhead, document, locale);
}
