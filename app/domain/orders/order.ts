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

/** How an order is paid, and how far that is. */
export interface OrderPayment {
  paymentMethod: "account" | "online";
  /** Until when its goods are kept for an online payment; null on account. */
  payByAt: Date | null;
  paidAt: Date | null;
}

/** True while an online order lacks its money: nobody works on it, and its goods are kept for a while only. */
export const isAwaitingPayment = (order: OrderPayment & Pick<OrderMoments, "cancelledAt">): boolean =>
  order.paymentMethod === "online" && order.paidAt === null && order.cancelledAt === null;

/** An order as far as the way it is paid can be changed. */
type ChangingOrder = OrderMoments &
  OrderPayment & { kind: "order" | "return"; isBonus: boolean; isFreightOpen: boolean };

/** True while an order on account can be paid online instead: nobody has begun to work on it, and what it costs is known whole. */
export const mayTurnOnline = (order: ChangingOrder): boolean =>
  order.kind === "order" &&
  order.paymentMethod === "account" &&
  stateOf(order) === "placed" &&
  !order.isBonus &&
  !order.isFreightOpen;

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

/**
 * The moves open to an order now. What was imported is history and moves no more: it holds no stock and no credit here. An order
 * that awaits its payment can only be given up.
 */
export function movesOpenTo(order: OrderMoments & OrderPayment): OrderMove[] {
  if (order.isImported) return [];
  const state = stateOf(order);
  const open = orderMoves.filter((move) => moveTable[move].from.includes(state));
  return isAwaitingPayment(order) ? open.filter((move) => move === "cancel") : open;
}

/** Why an order was given up when nobody paid it in time; screens say it in the reader's words. */
export const unpaidInTime = "payment_expired";

/** An NF-e access key: 44 digits, or letters where the issuer's CNPJ has them; spaces are let be. Null when it is none. */
export function invoiceKeyFrom(said: string): string | null {
  const plain = said.toUpperCase().replace(/[\s.-]/g, "");
  return /^[0-9A-Z]{44}$/.test(plain) ? plain : null;
}
