import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { startActing } from "#app/access/acting.server.ts";
import { requireStaff } from "#app/access/doors.server.ts";
import { foundOr404, ownPath, seeOther, unreadableWithoutPage } from "#app/http/answer.ts";
import { formOf } from "#app/http/form.ts";
import { rowId } from "#app/http/shapes.ts";
import { paths } from "#app/paths.ts";

const wanted = z.object({ customerId: rowId, redirectTo: z.string().max(2000).default("") });

/** Acting begins by a button, never by a link. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "portfolio");
  return seeOther(paths.office.customers());
}

/** Takes a member of staff into the shop as one of their customers. */
export async function action({ request, context }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "portfolio");
  const form = await formOf(request, wanted);
  if (!form.ok) return unreadableWithoutPage(form);
  const coming = { request, address: context.clientAddress, requestId: context.requestId };
  const headers = await foundOr404(startActing(staff, form.value.customerId, coming, new Date()));
  return seeOther(ownPath(form.value.redirectTo, paths.home()), headers);
}
