import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { rejectedFileOf } from "#app/domain/imports/rejected-file.server.ts";
import { notFound } from "#app/http/answer.ts";
import { rowId } from "#app/http/shapes.ts";

/** The rejected rows of an import, with line and reason, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, "imports");
  const id = rowId.safeParse(params.id);
  const file = id.success ? await rejectedFileOf(id.data) : null;
  if (!file) throw notFound();
  return new Response(file.body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${file.name.replace(/[^\w.-]/g, "-")}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
