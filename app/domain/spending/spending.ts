import type { Cents } from "#app/domain/money.ts";
import type { Reason } from "#app/domain/refusal.ts";

/** What a buyer may order at once, and in a calendar month, without a colleague's approval: whole totals, freight included. Null limits nothing. */
export interface SpendingLimits {
  orderLimitCents: Cents | null;
  monthLimitCents: Cents | null;
}

/** The limits of a buyer, and what their own orders of the month come to so far, those a colleague approved among them. */
export interface Spending extends SpendingLimits {
  monthUsedCents: Cents;
}

/** Who has no limit: staff in the customer's name, and machines. */
export const unlimited: Spending = { orderLimitCents: null, monthLimitCents: null, monthUsedCents: 0 };

/** What is left of a buyer's month: never below zero, null without a limit. */
export const monthLeft = ({ monthLimitCents, monthUsedCents }: Spending): Cents | null =>
  monthLimitCents === null ? null : Math.max(0, monthLimitCents - monthUsedCents);

/** Why an order of this total needs a colleague's approval, each limit with the amount above it; none: the buyer orders alone. */
export function limitsExceeded(spending: Spending, totalCents: Cents): Reason[] {
  const { orderLimitCents, monthLimitCents, monthUsedCents } = spending;
  const reasons: Reason[] = [];
  if (orderLimitCents !== null && totalCents > orderLimitCents) {
    const overCents = totalCents - orderLimitCents;
    reasons.push({ code: "over_order_limit", details: { overCents, limitCents: orderLimitCents } });
  }
  if (monthLimitCents !== null && monthUsedCents + totalCents > monthLimitCents) {
    const overCents = monthUsedCents + totalCents - monthLimitCents;
    const leftCents = Math.max(0, monthLimitCents - monthUsedCents);
    reasons.push({ code: "over_month_limit", details: { overCents, limitCents: monthLimitCents, leftCents } });
  }
  return reasons;
}
