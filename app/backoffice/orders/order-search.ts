import { z } from "zod";
import { orderChannels, orderStates } from "#app/domain/orders/order.ts";
import { type OrderFilter, orderSorts } from "#app/domain/orders/order-filter.ts";
import { isDay } from "#app/domain/period.ts";

const someId = z.coerce.number().int().min(1).max(2_147_483_647);
const someDay = z.string().refine(isDay);

/** What the address of the office's orders can ask. */
export const orderSearch = z.object({
  q: z.string().trim().max(80).default(""),
  state: z.array(z.enum(orderStates)).default([]),
  channel: z.array(z.enum(orderChannels)).default([]),
  rep: z.array(someId).default([]),
  uf: z.array(z.string().length(2)).default([]),
  customer: someId.optional(),
  kind: z.enum(["order", "return"]).optional(),
  from: someDay.optional(),
  to: someDay.optional(),
  sort: z.enum(orderSorts).default("-placed"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** The filter the address asks for, complete. */
export function filterFrom(asked: z.output<typeof orderSearch>): OrderFilter {
  const { q, state, channel, rep, uf } = asked;
  const { customer = null, kind = null, from = null, to = null } = asked;
  return { q, state, channel, rep, uf, customer, kind, from, to };
}
