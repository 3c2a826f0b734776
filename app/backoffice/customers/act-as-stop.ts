import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { stopActing } from "#app/access/acting.server.ts";
import { requireStaff } from "#app/access/doors.server.ts";
import { seeOther } from "#app/http/answer.ts";
import { paths } from "#app/paths.ts";

/** Acting ends by a button, never by a link. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "portfolio");
  return seeOther(paths.office.morning());
}

/** Brings a member of staff back to the record of the customer they acted as. */
export async function action({ request, context }: ActionFunctionArgs) {
  const staff = await requireStaff(request, "portfolio");
  const coming = { request, address: context.clientAddress, requestId: context.requestId };
  const headers = await stopActing(staff, coming, new Date());
  return seeOther(staff.actingAs ? paths.office.customer(staff.actingAs.id) : paths.office.morning(), headers);
}
