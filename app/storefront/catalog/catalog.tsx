import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBuyer } from "#app/access/doors.server.ts";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { catalogWords } from "#app/words/catalog.ts";

/** Only who may see this page comes in. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireBuyer(request);
  return {};
}

/** The page by its name. */
export default function Catalog() {
  return <PageHeader title={useWords(catalogWords).catalog} />;
}
