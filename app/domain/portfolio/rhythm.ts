import { type Day, daysAfter, daysBetween } from "#app/domain/period.ts";

/** A customer's own rhythm over their purchase days. */
export interface Rhythm {
  purchaseDays: number;
  firstOn: Day | null;
  lastOn: Day | null;
  /** (last − first) ÷ (purchase days − 1); null with fewer than two. */
  cycleDays: number | null;
  /** Standard deviation of the gaps; null with fewer than three purchase days. */
  spreadDays: number | null;
  /** When the next purchase is due by the cycle. */
  expectedOn: Day | null;
}

/** The rhythm of purchase days given in any order; two orders on a day are one purchase. */
export function rhythmOf(days: readonly Day[]): Rhythm {
  const sorted = [...new Set(days)].sort();
  const firstOn = sorted[0] ?? null;
  const lastOn = sorted.at(-1) ?? null;
  const gaps = sorted.slice(1).map((day, index) => daysBetween(sorted[index] as Day, day));
  const cycleDays = gaps.length > 0 ? gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length : null;
  const spreadDays =
    cycleDays !== null && gaps.length > 1
      ? Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - cycleDays) ** 2, 0) / (gaps.length - 1))
      : null;
  const expectedOn = lastOn !== null && cycleDays !== null ? daysAfter(lastOn, Math.round(cycleDays)) : null;
  return { purchaseDays: sorted.length, firstOn, lastOn, cycleDays, spreadDays, expectedOn };
}
