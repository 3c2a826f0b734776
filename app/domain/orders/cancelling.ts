import type { Reason } from "#app/domain/refusal.ts";
import type { OrderState } from "./order.ts";

/** What decides whether a buyer may still take an order back. */
export interface CancellableOrder {
  kind: "order" | "return";
  isImported: boolean;
  state: OrderState;
}

/**
 * Why a buyer cannot cancel the order themselves; nothing while they can: from the moment it is placed until the house confirms
 * it. What came in from elsewhere and what was given back is history.
 */
export function reasonsNotToCancel({ kind, isImported, state }: CancellableOrder): Reason[] {
  if (kind === "return" || isImported || state === "cancelled") return [{ code: "order_not_cancellable", details: {} }];
  return state === "placed" ? [] : [{ code: "order_under_way", details: {} }];
}

/** Whether a buyer may still cancel the order; the button and the act ask the same. */
export const mayBuyerCancel = (order: CancellableOrder): boolean => reasonsNotToCancel(order).length === 0;
