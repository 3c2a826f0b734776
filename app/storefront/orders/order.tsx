import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireBuyer } from "#app/access/doors.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireBuyer(request);
  return null;
}

export default function Screen() {
  return <div className="page" />;
}
