import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { customerOf } from "#app/domain/customers/customers.server.ts";
import { letterheadAsOf } from "#app/domain/customers/letterhead.server.ts";
import { orderIn } from "#app/domain/orders/order-sheet.server.ts";
import { receivablesOfOrder } from "#app/domain/receivables/receivable-list.server.ts";
import { foundOr404 } from "#app/http/answer.ts";
import { localeOf } from "#app/http/locale.server.ts";
import { pdfAnswer } from "#app/http/pdf.server.ts";
import { orderDocument } from "#app/http/pdf-order.ts";

/** An order of the scope as a PDF, as its customer gets it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope, user } = await requireStaff(request, "portfolio");
  const order = await foundOr404(orderIn(scope, params.number ?? ""));
  const [customer, receivables, letterhead] = await Promise.all([
    customerOf(scope, order.customerId),
    receivablesOfOrder(order.customerId, order.number),
    letterheadAsOf(new Date()),
  ]);
  const locale = localeOf(request, user.locale);
  const document = orderDocument(order, customer, receivables, locale);
  return pdfAnswer(document.title, letterhead, document, locale);
}
