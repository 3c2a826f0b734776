/** The question is asked so many days after delivery, for an order the buyer placed in the shop. */
export const askedAfterDays = 7;

/** An order delivered longer ago than this is not asked about any more. */
export const askedWithinDays = 30;

/** Whoever was asked is left in peace for so long, whether they answered or not. */
export const quietDays = 90;

/** Fewer answers than this make no score. */
export const leastAnswers = 5;

/** How somebody who gave a score counts. */
export type Attitude = "promoter" | "passive" | "detractor";

/** 9 and 10 promote, 0 to 6 take away, 7 and 8 count in the whole only (Reichheld 2003). */
export function attitudeOf(score: number): Attitude {
  if (!Number.isInteger(score) || score < 0 || score > 10) throw new RangeError(`no score: ${score}`);
  if (score >= 9) return "promoter";
  return score >= 7 ? "passive" : "detractor";
}

/** Promoters in per cent minus detractors in per cent, with one decimal; null where nobody answered. */
export function netPromoterScore(counted: { answers: number; promoters: number; detractors: number }): number | null {
  if (counted.answers === 0) return null;
  return Math.round((1000 * (counted.promoters - counted.detractors)) / counted.answers) / 10;
}

/** Every score there is, the lowest first. */
export const scores: readonly number[] = Array.from({ length: 11 }, (_, score) => score);
