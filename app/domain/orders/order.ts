/** How far an order came. */
export const orderStates = ["placed", "confirmed", "invoiced", "shipped", "delivered", "cancelled"] as const;
export type OrderState = (typeof orderStates)[number];

/** Where an order came from: the buyer in the shop, a rep's visit or phone, or another system. */
export const orderChannels = ["storefront", "visit", "phone", "other"] as const;
export type OrderChannel = (typeof orderChannels)[number];

/** The moments an order's state is read from; none of them is ever taken back. */
export interface OrderMoments {
  isImported: boolean;
  confirmedAt: Date | null;
  invoicedAt: Date | null;
  shippedAt: Date | null;
  deliveredAt: Date | null;
  cancelledAt: Date | null;
}

/** The state of an order, read from its moments: the furthest one counts. An imported order that brought none was delivered long ago. */
export function stateOf(order: OrderMoments): OrderState {
  if (order.cancelledAt) return "cancelled";
  if (order.deliveredAt) return "delivered";
  if (order.shippedAt) return "shipped";
  if (order.invoicedAt) return "invoiced";
  if (order.confirmedAt) return "confirmed";
  return order.isImported ? "delivered" : "placed";
}

/** What the house does with an order. */
export const orderMoves = ["confirm", "invoice", "ship", "deliver", "cancel"] as const;
export type OrderMove = (typeof orderMoves)[number];

/** From which states a move starts and where it leads. */
export const moveTable: Record<OrderMove, { from: readonly OrderState[]; to: OrderState }> = {
  confirm: { from: ["placed"], to: "confirmed" },
  invoice: { from: ["placed", "confirmed"], to: "invoiced" },
  ship: { from: ["invoiced"], to: "shipped" },
  deliver: { from: ["invoiced", "shipped"], to: "delivered" },
  cancel: { from: ["placed", "confirmed"], to: "cancelled" },
};

/** The moves open to an order now. What was imported is history and moves no more: it holds no stock and no credit here. */
export function movesOpenTo(order: OrderMoments): OrderMove[] {
  if (order.isImported) return [];
  const state = stateOf(order);
  return orderMoves.filter((move) => moveTable[move].from.includes(state));
}

/** An NF-e access key: 44 digits, or letters where the issuer's CNPJ has them; spaces are let be. Null when it is none. */
export function invoiceKeyFrom(said: string): string | null {
  const plain = said.toUpperCase().replace(/[\s.-]/g, "");
  return /^[0-9A-Z]{44}$/.test(plain) ? plain : null;
}
