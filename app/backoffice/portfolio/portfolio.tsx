import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { portfolioWords } from "#app/words/portfolio.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "portfolio");
  return null;
}

export default function Portfolio() {
  const w = useWords(portfolioWords);
  return (
    <div className="page">
      <PageHeader title={w.portfolio} />
    </div>
  );
}
