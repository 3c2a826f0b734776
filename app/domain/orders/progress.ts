import { type OrderMoments, type OrderState, stateOf } from "./order.ts";

/** Something that happened to an order, with its moment. */
export interface OrderEvent {
  state: OrderState;
  at: Date;
}

/** What happened to an order so far, in the order it happened. */
export function eventsOf(order: OrderMoments & { placedAt: Date }): OrderEvent[] {
  const events: [OrderState, Date | null][] = [
    ["placed", order.placedAt],
    ["confirmed", order.confirmedAt],
    ["invoiced", order.invoicedAt],
    ["shipped", order.shippedAt],
    ["delivered", order.deliveredAt],
    ["cancelled", order.cancelledAt],
  ];
  return events.flatMap(([state, at]) => (at ? [{ state, at }] : [])).sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What both faces show of an order's course: its state now and its events. */
export const progressOf = (order: OrderMoments & { placedAt: Date }): { state: OrderState; events: OrderEvent[] } => ({
  state: stateOf(order),
  events: eventsOf(order),
});
