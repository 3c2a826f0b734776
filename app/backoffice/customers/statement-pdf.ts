import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { customerOf } from "#app/domain/customers/customers.server.ts";
import { letterheadAsOf } from "#app/domain/customers/letterhead.server.ts";
import { dayOf } from "#app/domain/period.ts";
import { statementOf } from "#app/domain/receivables/statement.server.ts";
import { foundOr404 } from "#app/http/answer.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { pdfAnswer } from "#app/http/pdf.server.ts";
import { statementDocument } from "#app/http/pdf-statement.ts";
import { customerIdIn } from "./customer-id.ts";

/** Everything that is open of a customer of the scope, as a PDF to hand over. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const asOf = new Date();
  const customer = await foundOr404(customerOf(scope, customerIdIn(params)));
  const [statement, letterhead] = await Promise.all([statementOf(customer.id, dayOf(asOf)), letterheadAsOf(asOf)]);
  const locale = localeOf(request, user.locale);
  const document = statementDocument(statement, customer, dayOf(asOf), locale);
  return pdfAnswer(`${document.title} ${customer.code} ${dayOf(asOf)}`, letterhead, document, locale);
}
