import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBuyer } from "#app/access/doors.server.ts";
import { customerOf } from "#app/domain/customers/customers.server.ts";
import { letterheadAsOf } from "#app/domain/customers/letterhead.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { statementOf } from "#app/domain/receivables/statement.server.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { pdfAnswer } from "#app/http/pdf.server.ts";
import { statementDocument } from "#app/http/pdf-statement.ts";

/** Everything that is open of the buyer's company, as a PDF. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { buyer, user } = await requireBuyer(request);
  const asOf = new Date();
  const [customer, statement, letterhead] = await Promise.all([
    customerOf({ userId: buyer.userId, repId: null }, buyer.customerId),
    statementOf(buyer.customerId, dayOf(asOf)),
    letterheadAsOf(asOf),
  ]);
  const locale = localeOf(request, user.locale);
  const document = statementDocument(statement, customer, dayOf(asOf), locale);
  return pdfAnswer(`${document.title} ${dayOf(asOf)}`, letterhead, document, locale);
}
