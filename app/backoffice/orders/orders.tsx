import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/access/doors.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "portfolio");
  return null;
}

export default function Screen() {
  return <div className="page" />;
}
