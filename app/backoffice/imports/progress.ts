import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { importRunOf } from "#app/domain/imports/runs.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { notFound } from "#app/http/answer.ts";
import { rowId } from "#app/http/shapes.ts";

/** How far an import has come, for whoever watches without a page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, "imports");
  const id = rowId.safeParse(params.id);
  if (!id.success) throw notFound();
  const run = await importRunOf(id.data, new Date()).catch((fault) => {
    throw fault instanceof Refusal ? notFound() : fault;
  });
  const { state, isDryRun, progress } = run;
  return Response.json({ state, isDryRun, progress }, { headers: { "Cache-Control": "private, no-store" } });
}
