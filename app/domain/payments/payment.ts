import { businessDaysAfter } from "#app/domain/business-days.ts";
import type { Cents } from "#app/domain/money.ts";
import { dayOf, daysAfter, startOf } from "#app/domain/period.ts";

/** How an order can be paid online. */
export const paymentMethods = ["card", "boleto", "pix"] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** How far an attempt to pay came: being opened, its page open, a boleto or Pix awaited, and the four ways it ends. */
export const attemptStates = ["starting", "open", "processing", "cancelled", "expired", "failed", "paid"] as const;
export type AttemptState = (typeof attemptStates)[number];

/** What the payment house says of an attempt when it is looked at; giving one up is ours alone. */
export type SeenState = Exclude<AttemptState, "starting" | "cancelled">;

/** Where each state may lead. Nothing leads back, and money that came in after all always counts. */
export const nextStates: Record<AttemptState, readonly AttemptState[]> = {
  starting: ["open", "processing", "cancelled", "expired", "failed", "paid"],
  open: ["processing", "cancelled", "expired", "failed", "paid"],
  processing: ["cancelled", "expired", "failed", "paid"],
  cancelled: ["paid"],
  expired: ["paid"],
  failed: ["paid"],
  paid: [],
};

/** The state after somebody looked: what was seen, where it leads forward, else what it was. */
export const stateAfter = (state: AttemptState, seen: AttemptState): AttemptState =>
  nextStates[state].includes(seen) ? seen : state;

/** An attempt that may still be paid; an order has one at most. */
export const isLive = (state: AttemptState): boolean => ["starting", "open", "processing"].includes(state);

/** The moments the state of an attempt is read from. */
export interface AttemptMoments {
  openedAt: Date | null;
  processingAt: Date | null;
  paidAt: Date | null;
  failedAt: Date | null;
  expiredAt: Date | null;
  cancelledAt: Date | null;
}

/** The state of an attempt, read from its moments. */
export function attemptStateOf(attempt: AttemptMoments): AttemptState {
  if (attempt.paidAt) return "paid";
  if (attempt.failedAt) return "failed";
  if (attempt.expiredAt) return "expired";
  if (attempt.cancelledAt) return "cancelled";
  if (attempt.processingAt) return "processing";
  return attempt.openedAt ? "open" : "starting";
}

/** What the payment house had of an attempt at one look. */
export interface Sighting {
  sessionId: string;
  /** The key the attempt was opened with, as we wrote it on it; null where it is not ours. */
  key: string | null;
  state: SeenState;
  receivedCents: Cents | null;
  currency: string | null;
  /** Names the money; null before there is any. */
  paymentRef: string | null;
  /** Where the boleto or the Pix code can be seen again. */
  voucherUrl: string | null;
  voucherDueAt: Date | null;
}

/** Why money that came in was not taken for its order, or has to be looked at again. */
export const decisionKinds = [
  "amount_differs",
  "order_cancelled",
  "paid_twice",
  "on_account",
  "refunded",
  "disputed",
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What staff can do about it: take the money for the order, pay it back, or note how it was settled otherwise. */
export const settlements = ["accepted", "refunded", "otherwise"] as const;
export type Settlement = (typeof settlements)[number];

/** What stands against taking received money for its order; null takes it. */
export function verdictOn(
  received: { cents: Cents | null; currency: string | null },
  attempt: { amountCents: Cents },
  order: { isCancelled: boolean; isPaid: boolean; isOnline: boolean },
): Extract<DecisionKind, "amount_differs" | "order_cancelled" | "paid_twice" | "on_account"> | null {
  if (order.isPaid) return "paid_twice";
  if (order.isCancelled) return "order_cancelled";
  if (!order.isOnline) return "on_account";
  return received.cents === attempt.amountCents && received.currency === "brl" ? null : "amount_differs";
}

/** The ways out of a decision: money is accepted only where the order still lacks it, and a boleto is not paid back there. */
export function settlementsFor(kind: DecisionKind, method: PaymentMethod): Settlement[] {
  const ways: Settlement[] = [];
  if (kind === "amount_differs" || kind === "order_cancelled") ways.push("accepted");
  if (kind !== "refunded" && kind !== "disputed" && method !== "boleto") ways.push("refunded");
  return [...ways, "otherwise"];
}

const minute = 60_000;
const hour = 60 * minute;

/** How long goods are kept for an online order before anybody pays. */
export const patienceHours = 24;
/** Calendar days a boleto can be paid. */
export const boletoDays = 3;
/** Business days a boleto paid on its last day takes to be known. */
export const boletoMarginDays = 2;
/** An order whose payment went wrong more often is talked about, not tried again. */
export const mostAttempts = 12;

/** Until when the goods are kept for an order that is placed now. */
export const payByFor = (placedAt: Date): Date => new Date(placedAt.getTime() + patienceHours * hour);

/** When the payment page closes: with the order's patience, but half an hour from now at least and a day at most. */
export function pageClosesAt(payByAt: Date, at: Date): Date {
  const [least, most] = [at.getTime() + 31 * minute, at.getTime() + 24 * hour - minute];
  return new Date(Math.min(most, Math.max(least, payByAt.getTime())));
}

/** Until when the goods are kept once a boleto or Pix code was made: a boleto's money is known two business days after its last day. */
export function keptUntil(method: PaymentMethod, voucherDueAt: Date): Date {
  if (method !== "boleto") return new Date(voucherDueAt.getTime() + hour);
  return startOf(daysAfter(businessDaysAfter(dayOf(voucherDueAt), boletoMarginDays), 1));
}
