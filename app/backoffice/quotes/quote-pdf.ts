import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { customerOf } from "#app/domain/customers/customers.server.ts";
import { letterheadAsOf } from "#app/domain/customers/letterhead.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { quoteIn } from "#app/domain/quotes/quote-sheet.server.ts";
import { foundOr404, notFound } from "#app/http/answer.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { pdfAnswer } from "#app/http/pdf.server.ts";
import { quoteDocument } from "#app/http/pdf-quote.ts";
import { quoteNumberIn } from "./quote-search.ts";

/** A quote of the scope as a PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const number = quoteNumberIn(params.number);
  if (number === null) throw notFound();
  const at = new Date();
  const quote = await foundOr404(quoteIn(scope, number));
  const [customer, letterhead] = await Promise.all([customerOf(scope, quote.customerId), letterheadAsOf(at)]);
  const locale = localeOf(request, user.locale);
  const document = quoteDocument(quote, customer, dayOf(at), locale);
  return pdfAnswer(document.title, letterhead, document, locale);
}
