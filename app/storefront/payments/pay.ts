import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireBuyer } from "#app/access/doors.server.ts";
import { orderOf } from "#app/domain/orders/order-sheet.server.ts";
import { payOnlineInstead } from "#app/domain/payments/instead.server.ts";
import { payOnAccount } from "#app/domain/payments/on-account.server.ts";
import { startPayment } from "#app/domain/payments/paying.server.ts";
import { paymentMethods } from "#app/domain/payments/payment.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { foundOr404, seeOther, unreadableWithoutPage } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { maybe, rowId } from "#app/http/shapes.ts";
import { paths } from "#app/paths.ts";

const wanted = z.object({
  act: z.enum([...paymentMethods, "account"]),
  paymentTermsId: maybe(rowId),
  from: z.literal("account").optional(),
});

/** Nothing is seen here: it leads to the order. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const { number } = await foundOr404(orderOf(buyer, params.number ?? ""));
  return seeOther(paths.order(number));
}

/** Leads to the page on which the order is paid, or puts it on account; what was refused is said on the order. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const number = params.number ?? "";
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadableWithoutPage(form);
  const { act, paymentTermsId, from } = form.value;
  const back = (why: string) => seeOther(`${paths.order(number)}?payment=${why}`);
  try {
    if (from === "account") await payOnlineInstead(buyer, number, new Date());
    if (act !== "account") return seeOther((await startPayment(buyer, number, act, new Date())).url);
    await foundOr404(payOnAccount(buyer, number, paymentTermsId ?? 0, new Date()));
    return back("account");
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    if (fault.code === "not_found") throw new Response(null, { status: 404 });
    return back(fault.code);
  }
}
