import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireToken } from "#app/access/api-tokens.server.ts";
import { customerNamed } from "#app/domain/customers/customers.server.ts";
import { placeDirectOrder } from "#app/domain/orders/direct.server.ts";
import { ordersFrom } from "#app/domain/orders/order-cursor.server.ts";
import { orderIn } from "#app/domain/orders/order-sheet.server.ts";
import { bodyOf, idempotencyKeyIn, queryOf, said, takesOnly, unlessProblem } from "#app/http/problem.ts";
import { paths } from "#app/paths.ts";
import { listedOrderFrom, wholeOrderFrom } from "./order-document.ts";
import { newOrder, nextFrom, ordersQuery } from "./order-shapes.ts";

/** `GET /api/v1/orders`: the orders of the company, the latest first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { scope } = await requireToken(request, "portfolio");
  const { limit, next: after, customer = null, from = null, to = null } = queryOf(request, ordersQuery);
  const { orders, next } = await ordersFrom(scope, { customer, from, to }, after ?? null, limit);
  return said({ orders: orders.map(listedOrderFrom), next: next && nextFrom(next) });
}

/** `POST /api/v1/orders`: places an order for a customer at the customer's own prices, once per `Idempotency-Key`. */
export async function action({ request }: ActionFunctionArgs) {
  const { token, scope } = await requireToken(request, "portfolio");
  takesOnly(request, "POST");
  const wish = await bodyOf(request, newOrder);
  const idempotencyKey = idempotencyKeyIn(request) ?? randomUUID();
  return unlessProblem(request, async () => {
    const { id: customerId } = await customerNamed(wish.customer);
    const { lines, poNumber, notes, channel, paymentTermsId = null, addressId = null, totalCents = null } = wish;
    const direct = { lines, poNumber, notes, channel, paymentTermsId, addressId, totalCents, idempotencyKey };
    const { number, isRepeated } = await placeDirectOrder(customerId, token.id, direct, new Date());
    const order = wholeOrderFrom(await orderIn(scope, number));
    return said(order, isRepeated ? 200 : 201, { Location: paths.api.order(number) });
  });
}
