import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { quoteIn } from "#app/domain/quotes/quote-sheet.server.ts";
import { foundOr404, notFound } from "#app/http/answer.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { quotePdf } from "#app/http/quote-pdf.server.ts";
import { quoteNumberIn } from "./quote-search.ts";

/** A quote of the scope as a PDF. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireStaff(request, "portfolio");
  const number = quoteNumberIn(params.number);
  if (number === null) throw notFound();
  return quotePdf(await foundOr404(quoteIn(scope, number)), await localeOf(request), new Date());
}
