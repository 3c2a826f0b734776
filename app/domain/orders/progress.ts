import { type OrderMoments, type OrderState, stateOf } from "./order.ts";

/** Something that happened to an order, with its moment. */
export interface OrderEvent {
  state: OrderState;
  at: Date;
}

/** What decides the course of an order. */
export type OrderCourse = OrderMoments & { kind: "order" | "return"; placedAt: Date };

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

const course: readonly OrderState[] = ["placed", "confirmed", "invoiced", "shipped", "delivered"];

/** What is still to come of an order, the next first: nothing of one that was cancelled, given back or came in from elsewhere. */
export function stepsAhead(order: OrderCourse): OrderState[] {
  const state = stateOf(order);
  if (order.kind === "return" || order.isImported || state === "cancelled") return [];
  return course.slice(course.indexOf(state) + 1);
}

/** What both faces show of an order's course: its state now, its events and what comes next. */
export const progressOf = (order: OrderCourse): { state: OrderState; events: OrderEvent[]; ahead: OrderState[] } => ({
  state: stateOf(order),
  events: eventsOf(order),
  ahead: stepsAhead(order),
});
