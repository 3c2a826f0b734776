import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireToken } from "#app/access/api-tokens.server.ts";
import { orderIn } from "#app/domain/orders/order-sheet.server.ts";
import { said, unlessProblem } from "#app/http/problem.ts";
import { wholeOrderFrom } from "./order-document.ts";

/** `GET /api/v1/orders/:number`: one order with its lines and how each price came about. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { scope } = await requireToken(request, "portfolio");
  return unlessProblem(request, async () => said(wholeOrderFrom(await orderIn(scope, params.number ?? ""))));
}
