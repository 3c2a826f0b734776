import type { AbcClass } from "#app/domain/customers/filter.ts";
import { type Day, monthsAfter, type Period, untilOf } from "#app/domain/period.ts";

/** One customer (or product) with its value in the window, in centavos. */
export interface Valued {
  id: number;
  cents: number;
}

/** The same with its place: rank from 1, class, and the value of all before it. */
export interface Ranked extends Valued {
  rank: number;
  abcClass: AbcClass;
  beforeCents: number;
}

/** The class of one whose share before is `beforeCents` of `totalCents`: A under 80 %, B under 95 %, else C; nothing or less is C. */
export function abcClassOf(cents: number, beforeCents: number, totalCents: number): AbcClass {
  if (cents <= 0) return "C";
  if (beforeCents * 100 < totalCents * 80) return "A";
  return beforeCents * 100 < totalCents * 95 ? "B" : "C";
}

/** Ranks by value, highest first, ties by id. Values of zero or less are C and stay outside the total. */
export function ranked(list: readonly Valued[]): Ranked[] {
  const totalCents = list.reduce((sum, { cents }) => sum + Math.max(0, cents), 0);
  let beforeCents = 0;
  return [...list]
    .sort((a, b) => b.cents - a.cents || a.id - b.id)
    .map(({ id, cents }, index) => {
      const place = { id, cents, rank: index + 1, beforeCents, abcClass: abcClassOf(cents, beforeCents, totalCents) };
      beforeCents += Math.max(0, cents);
      return place;
    });
}

/** The twelve months an ABC class looks at: those that end where the reading ends. */
export function abcWindow(asOf: Date): Period {
  const to: Day = untilOf(asOf);
  return { from: monthsAfter(to, -12), to };
}
