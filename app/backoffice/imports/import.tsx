import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { importWords } from "#app/words/imports.ts";

/** Only who may see this page comes in. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "imports");
  return {};
}

/** The page by its name. */
export default function Import() {
  return <PageHeader title={useWords(importWords).title} />;
}
