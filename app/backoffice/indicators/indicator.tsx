import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { indicatorWords } from "#app/words/indicators.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "indicators");
  return null;
}

export default function IndicatorPage() {
  const w = useWords(indicatorWords);
  return (
    <div className="page">
      <PageHeader title={w.indicators} />
    </div>
  );
}
