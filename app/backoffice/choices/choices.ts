import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireStaff } from "#app/access/doors.server.ts";
import type { Permission } from "#app/access/permissions.ts";
import { type ChoiceKind, choiceKinds, mostSaid } from "#app/domain/choices/choice.ts";
import { choicesIn } from "#app/domain/choices/choices.server.ts";
import { notFound } from "#app/http/answer.ts";
import { searchOf } from "#app/http/search.ts";

/** Who fills in the forms and uses the filters that ask for it. */
const permissionFor: Record<ChoiceKind, Permission> = {
  customer: "portfolio",
  supplier: "portfolio",
  category: "portfolio",
  group: "portfolio",
  tag: "portfolio",
  city: "portfolio",
  rep: "customers",
  "price-table": "customers",
  "table-to-copy": "catalog",
};

const asked = z.object({
  q: z.string().trim().max(mostSaid).default(""),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

/** A page of what a field of the office can name, within the scope, by words of its name or code. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const kind = choiceKinds.find((one) => one === params.kind);
  const { scope } = await requireStaff(request, kind ? permissionFor[kind] : "portfolio");
  if (!kind) throw notFound();
  const { q, page } = searchOf(request, asked).value;
  const { rows, total } = await choicesIn(scope, kind, { q, page });
  const options = rows.map(({ id, code, said, name, detail }) => ({ id, code, said, name, detail }));
  return Response.json({ q, page, total, options }, { headers: { "Cache-Control": "private, no-store" } });
}
