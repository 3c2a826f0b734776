import type { Cents } from "#app/domain/money.ts";
import type { AttemptMoments, PaymentMethod } from "./payment.ts";

/** What can happen to an attempt to pay, in the order of its life. */
export const paymentHappenings = [
  "started",
  "opened",
  "processing",
  "paid",
  "failed",
  "expired",
  "cancelled",
  "refunded",
  "disputed",
  "settled",
] as const;
export type PaymentHappening = (typeof paymentHappenings)[number];

/** One thing that happened to one of an order's attempts. */
export interface PaymentEvent {
  attemptId: number;
  method: PaymentMethod;
  amountCents: Cents;
  what: PaymentHappening;
  at: Date;
}

interface Told extends AttemptMoments {
  id: number;
  method: PaymentMethod;
  amountCents: Cents;
  receivedCents: Cents | null;
  startedAt: Date;
  refundedAt: Date | null;
  disputedAt: Date | null;
  settledAt: Date | null;
}

/** What happened to the attempts of an order, in the order it happened. */
export function storyOf(attempts: readonly Told[]): PaymentEvent[] {
  const events = attempts.flatMap((attempt) =>
    paymentHappenings.flatMap((what): PaymentEvent[] => {
      const at = attempt[`${what}At`];
      const amountCents = what === "paid" ? (attempt.receivedCents ?? attempt.amountCents) : attempt.amountCents;
      return at ? [{ attemptId: attempt.id, method: attempt.method, amountCents, what, at }] : [];
    }),
  );
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}
