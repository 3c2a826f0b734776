import type { ActionFunctionArgs } from "@remix-run/node";
import { hear } from "#app/domain/payments/told.server.ts";

/** Takes in what the payment house tells; 400 for what it did not sign, or signed too long ago. */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return new Response(null, { status: 405 });
  const heard = await hear(await request.text(), request.headers.get("Stripe-Signature") ?? "", new Date());
  const status = { noted: 200, repeated: 200, ignored: 200, unsigned: 400, closed: 404 }[heard];
  return Response.json({ heard }, { status, headers: { "Cache-Control": "no-store" } });
}
