import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBuyer } from "#app/access/doors.server.ts";
import { aisles } from "#app/domain/catalog/catalog.server.ts";
import { letterheadAsOf } from "#app/domain/customers/letterhead.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { catalogOf, pricedCatalogOf, promotedTo } from "#app/domain/pricing/catalog-sheet.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { pdfAnswer } from "#app/http/pdf.server.ts";
import { catalogDocument } from "#app/http/pdf-catalog.server.ts";
import { catalogSheetWords } from "#app/words/catalog-sheet.ts";
import { wordsOf } from "#app/words/locale.ts";
import { askedShelf } from "./shelf-wish.ts";

/** What the shelf shows as a PDF, with the customer's own prices or, to hand on, without. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { customer, user } = await requireBuyer(request);
  const { wish } = askedShelf(request);
  const hasPrices = new URL(request.url).searchParams.get("prices") === "1";
  const on = dayOf(new Date());
  const choice = {
    ...wish,
    boughtBy: wish.isBought ? customer.id : null,
    among: wish.isPromoted ? await promotedTo(customer, on) : null,
  };
  const locale = localeOf(request, user.locale);
  const w = wordsOf(catalogSheetWords, locale);
  const [sheet, letterhead, { categories, suppliers }] = await Promise.all([
    hasPrices ? pricedCatalogOf(customer, choice, on) : catalogOf(choice),
    letterheadAsOf(new Date()),
    aisles(),
  ]);
  const of = [
    ...categories.filter(({ key }) => wish.categories.includes(key)).map(({ name }) => name),
    ...suppliers.filter(({ key }) => wish.suppliers.includes(key)).map(({ name }) => name),
    ...(wish.q ? [`“${wish.q}”`] : []),
    ...(wish.isBought ? [w.bought] : []),
    ...(wish.isInStock ? [w.inStock] : []),
    ...(wish.isPromoted ? [w.onPromotion] : []),
  ];
  const made = { on, of, preparedFor: hasPrices ? customer.tradeName : null, hasPrices };
  return pdfAnswer(`${w.file} ${on}`, letterhead, await catalogDocument(sheet, made, locale), locale);
}
