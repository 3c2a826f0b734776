import type { LoaderFunctionArgs } from "@remix-run/node";
import { placeFor } from "#app/access/place-asked.server.ts";
import { postalCodeFrom } from "#app/domain/customers/postal-code.ts";
import { notFound } from "#app/http/answer.ts";

/** Where a CEP is, as JSON; open to everybody, counted, and nothing but what every map tells. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const postalCode = postalCodeFrom(params.code ?? "");
  if (!postalCode) throw notFound();
  return Response.json(await placeFor(request, context.clientAddress, postalCode, new Date()));
}
