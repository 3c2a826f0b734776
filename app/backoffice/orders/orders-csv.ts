import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "portfolio");
  return new Response("", { headers: { "Content-Type": "text/csv" } });
}
