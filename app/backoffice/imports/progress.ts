import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { notFound } from "#app/http/answer.ts";

/** How far an import has come. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "imports");
  throw notFound();
}
