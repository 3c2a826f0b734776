import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";
import { PageHeader } from "#app/kit/page-header.tsx";
import { useWords } from "#app/kit/words.tsx";
import { settingsWords } from "#app/words/settings.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "settings");
  return null;
}

export default function Settings() {
  const w = useWords(settingsWords);
  return (
    <div className="page">
      <PageHeader title={w.settings} />
    </div>
  );
}
