import type { Cents } from "#app/domain/money.ts";
import { type Day, daysAfter, daysBetween, weekStart } from "#app/domain/period.ts";

/** One part of what an order owes, with the day it is due. */
export interface Instalment {
  instalment: number;
  instalments: number;
  dueOn: Day;
  amountCents: Cents;
}

/**
 * The instalments of an invoiced amount by its payment terms (days after invoicing): they add up to it exactly, differ by a
 * centavo at most, the larger ones first. Terms without days are due at once; an amount of fewer centavos than instalments makes
 * one of each centavo, and nothing owed makes none.
 */
export function instalmentsOf(totalCents: Cents, days: readonly number[], invoicedOn: Day): Instalment[] {
  if (!Number.isSafeInteger(totalCents) || totalCents < 0) throw new RangeError(`not an amount to owe: ${totalCents}`);
  const due = days.length > 0 ? days : [0];
  const instalments = Math.min(due.length, totalCents);
  const share = instalments === 0 ? 0 : Math.floor(totalCents / instalments);
  const over = totalCents - share * instalments;
  return due.slice(0, instalments).map((after, at) => ({
    instalment: at + 1,
    instalments,
    dueOn: daysAfter(invoicedOn, after),
    amountCents: at < over ? share + 1 : share,
  }));
}

/** How a receivable stands on a day. */
export const receivableStates = ["open", "overdue", "paid", "cancelled"] as const;
export type ReceivableState = (typeof receivableStates)[number];

/** What a receivable's state is read from. */
export interface ReceivableFacts {
  dueOn: Day;
  amountCents: Cents;
  paidCents: Cents;
  isCancelled: boolean;
}

/** What is still owed: nothing of a cancelled one. */
export const openCentsOf = ({ amountCents, paidCents, isCancelled }: ReceivableFacts): Cents =>
  isCancelled ? 0 : amountCents - paidCents;

/** Paid to the last centavo, cancelled, overdue from the day after it was due, else open. */
export function receivableStateOf(receivable: ReceivableFacts, today: Day): ReceivableState {
  if (receivable.paidCents >= receivable.amountCents) return "paid";
  if (receivable.isCancelled) return "cancelled";
  return receivable.dueOn < today ? "overdue" : "open";
}

/** How old what is overdue is, in days. */
export const overdueAges = ["1-15", "16-30", "31-60", "60+"] as const;
export type OverdueAge = (typeof overdueAges)[number];

/** From which to which day late an age reaches; the last one has no end. */
export const ageDays: Record<OverdueAge, { from: number; to: number | null }> = {
  "1-15": { from: 1, to: 15 },
  "16-30": { from: 16, to: 30 },
  "31-60": { from: 31, to: 60 },
  "60+": { from: 61, to: null },
};

/** Days late on a day; 0 until the due day is over. */
export const daysLate = (dueOn: Day, today: Day): number => Math.max(0, daysBetween(dueOn, today));

/** The age of something that was due on `dueOn`; null while it is not late. */
export function ageOf(dueOn: Day, today: Day): OverdueAge | null {
  const late = daysLate(dueOn, today);
  return overdueAges.find((age) => late >= ageDays[age].from && late <= (ageDays[age].to ?? late)) ?? null;
}

/** The due days an age stands for, both included; null has no end. */
export function dueBetween(age: OverdueAge, today: Day): { from: Day | null; to: Day } {
  const { from, to } = ageDays[age];
  return { from: to === null ? null : daysAfter(today, -to), to: daysAfter(today, -from) };
}

/** The Mondays of the weeks one asks about: this one and those after it. */
export const dueWeeks = (today: Day, count = 6): Day[] =>
  Array.from({ length: count }, (_, week) => daysAfter(weekStart(today), week * 7));
