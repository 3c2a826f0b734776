import type { Cents } from "#app/domain/money.ts";
import type { Reason } from "#app/domain/refusal.ts";

/** What a customer may buy on account, and what of it is in use by open receivables and orders not yet paid. */
export interface Credit {
  /** Null when no limit was agreed: then nothing is exceeded. */
  limitCents: Cents | null;
  usedCents: Cents;
  isHeld: boolean;
}

/** What is left to order on account: never below zero, null without a limit. */
export function creditLeft(credit: Credit): Cents | null {
  return credit.limitCents === null ? null : Math.max(0, credit.limitCents - credit.usedCents);
}

/** Why an order of this total cannot go on account: the credit is held, or the limit is short by the missing amount. */
export function reasonsAgainstCredit(credit: Credit, totalCents: Cents): Reason[] {
  if (credit.isHeld) return [{ code: "credit_held", details: {} }];
  if (credit.limitCents === null) return [];
  const missingCents = credit.usedCents + totalCents - credit.limitCents;
  if (missingCents <= 0) return [];
  const leftCents = Math.max(0, credit.limitCents - credit.usedCents);
  return [{ code: "credit_exceeded", details: { missingCents, leftCents, limitCents: credit.limitCents } }];
}
