import type { ActionFunctionArgs } from "@remix-run/node";
import { requireBuyer } from "#app/access/doors.server.ts";
import { quickOrderAfter } from "#app/domain/carts/quick-order.server.ts";
import { isDone } from "#app/domain/carts/quick-order.ts";
import { seeOther, unreadableWithoutPage } from "#app/http/answer.ts";
import { paths } from "#app/paths.ts";
import { sheetFormOf } from "./sheet-form.server.ts";

/** Somebody who comes here by address is sent to the page itself. */
export async function loader({ request }: ActionFunctionArgs) {
  await requireBuyer(request);
  return seeOther(paths.quickOrder());
}

/** The same as the page's own action, for its script: the page as it stands now, or where to go on. */
export async function action({ request }: ActionFunctionArgs) {
  const { buyer } = await requireBuyer(request);
  const form = await sheetFormOf(request);
  if (!form.ok) return unreadableWithoutPage(form);
  const sheet = await quickOrderAfter(buyer, form.value, new Date());
  return Response.json(isDone(sheet) ? { goTo: paths.cart() } : { sheet }, {
    headers: { "Cache-Control": "private, no-store" },
  });
}
