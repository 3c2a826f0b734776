import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBuyer } from "#app/access/doors.server.ts";
import { quoteOf } from "#app/domain/quotes/quote-sheet.server.ts";
import { foundOr404, notFound } from "#app/http/answer.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { quotePdf } from "#app/http/quote-pdf.server.ts";
import { quoteNumberIn } from "./quote-form.ts";

/** A quote of the buyer's own company as a PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const number = quoteNumberIn(params.number);
  if (number === null) throw notFound();
  return quotePdf(await foundOr404(quoteOf(buyer, number)), await localeOf(request), new Date());
}
