import type { Cents } from "#app/domain/money.ts";
import { type Day, daysAfter } from "#app/domain/period.ts";
import type { Reason } from "#app/domain/refusal.ts";

/** What is due and not paid, and since when the oldest of it. */
export interface Overdue {
  cents: Cents;
  sinceOn: Day;
}

/** Leave to order although the credit is held: up to a day, or (null) for one order. */
export interface Override {
  id: number;
  untilOn: Day | null;
}

/** What a customer may buy on account, and what of it is in use by open receivables and orders not yet paid. */
export interface Credit {
  /** Null when no limit was agreed: then nothing is exceeded. */
  limitCents: Cents | null;
  usedCents: Cents;
  /** Held by hand. */
  isHeld: boolean;
  /** Null while nothing is overdue. */
  overdue: Overdue | null;
  /** Something unpaid that was due before this day holds the credit; null where the company does not hold for that. */
  holdsBefore: Day | null;
  /** Null without one. */
  override: Override | null;
}

/** What is left to order on account: never below zero, null without a limit. */
export function creditLeft(credit: Credit): Cents | null {
  return credit.limitCents === null ? null : Math.max(0, credit.limitCents - credit.usedCents);
}

/** Why the credit is held, by hand or for what is overdue, an override or not; null when it is not. */
export function holdOf({ isHeld, overdue, holdsBefore }: Omit<Credit, "override">): Reason | null {
  if (isHeld) return { code: "credit_held", details: {} };
  if (!overdue || holdsBefore === null || overdue.sinceOn >= holdsBefore) return null;
  return { code: "credit_overdue", details: { overdueCents: overdue.cents, sinceOn: overdue.sinceOn } };
}

/** Why an order of this total cannot go on account: the credit is held and nobody let it pass, or the limit is short by the missing amount. */
export function reasonsAgainstCredit(credit: Credit, totalCents: Cents): Reason[] {
  const hold = holdOf(credit);
  if (hold && !credit.override) return [hold];
  if (credit.limitCents === null) return [];
  const missingCents = credit.usedCents + totalCents - credit.limitCents;
  if (missingCents <= 0) return [];
  const leftCents = Math.max(0, credit.limitCents - credit.usedCents);
  return [{ code: "credit_exceeded", details: { missingCents, leftCents, limitCents: credit.limitCents } }];
}

/** Reasons that stand against an order whoever pays how: those of the credit stand against buying on account only. */
export const reasonsBesideCredit = (reasons: readonly Reason[]): Reason[] =>
  reasons.filter(({ code }) => !["credit_held", "credit_overdue", "credit_exceeded"].includes(code));

/** The day before which something due and unpaid holds the credit: overdue for more days than the setting; 0 days holds never. */
export const holdsBeforeOn = (holdOverdueAfterDays: number, today: Day): Day | null =>
  holdOverdueAfterDays > 0 ? daysAfter(today, -holdOverdueAfterDays) : null;
