import { basisPointsBetween, type PriceE4 } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";

/** Where a price can come from, the strongest first: an agreement with the customer, the customer's table, their group's, their state's, everybody's. */
export const priceSources = ["customer", "assigned", "group", "uf", "general"] as const;
export type PriceSource = (typeof priceSources)[number];

/** What a step on the way to a price can be: one of the sources, or a quote (orçamento) the customer accepted. */
export const stepSources = ["quote", ...priceSources] as const;
export type StepSource = (typeof stepSources)[number];

/** One price somebody wrote down for a product, from a quantity on. */
export interface PriceCandidate {
  source: PriceSource;
  /** The name of the price table; empty for an agreement with the customer. */
  name: string;
  fromQuantity: number;
  unitPriceE4: PriceE4;
  validFrom: Day | null;
  /** First day on which it no longer counts. */
  validUntil: Day | null;
}

/** One step on the way from the general price to the customer's own; `basisPoints` is the change against the step before. */
export interface PriceStep {
  source: StepSource;
  name: string;
  fromQuantity: number;
  unitPriceE4: PriceE4;
  basisPoints: number;
  validUntil: Day | null;
}

/** From this quantity on another unit price counts; `basisPoints` is its distance from the price quoted now. */
export interface VolumeBreak {
  fromQuantity: number;
  unitPriceE4: PriceE4;
  basisPoints: number;
}

/** The price of a product for one customer, quantity and day, with the way it came about. */
export interface Quote {
  unitPriceE4: PriceE4;
  /** The strongest source, which decided the price. */
  source: StepSource;
  /** Base first, the price quoted last; never empty. */
  chain: PriceStep[];
  /** The nearest larger quantity that is cheaper; null when there is none. */
  next: VolumeBreak | null;
  /** Every quantity from which the price changes, ascending, the first being where selling begins. */
  breaks: VolumeBreak[];
}

/** True when the price counts on that day: from `validFrom` up to, not including, `validUntil`. */
export function isValidOn(price: { validFrom: Day | null; validUntil: Day | null }, on: Day): boolean {
  return (price.validFrom === null || price.validFrom <= on) && (price.validUntil === null || on < price.validUntil);
}

/** The row that decides: of the strongest source that has one for the quantity, that of the largest quantity reached. */
function deciding(candidates: PriceCandidate[], quantity: number): PriceCandidate | null {
  let best: PriceCandidate | null = null;
  let bestRank: number = priceSources.length;
  for (const candidate of candidates) {
    if (candidate.fromQuantity > quantity) continue;
    const rank = priceSources.indexOf(candidate.source);
    const isLarger = best !== null && rank === bestRank && candidate.fromQuantity > best.fromQuantity;
    if (rank < bestRank || isLarger) {
      best = candidate;
      bestRank = rank;
    }
  }
  return best;
}

function chainTo(final: PriceCandidate, candidates: PriceCandidate[], quantity: number): PriceStep[] {
  const baseOf = (source: PriceSource) =>
    candidates
      .filter((one) => one.source === source && one.fromQuantity <= quantity)
      .sort((a, b) => a.fromQuantity - b.fromQuantity)[0];
  const way: PriceCandidate[] = [];
  for (const step of [baseOf("general"), baseOf(final.source), final]) {
    if (step && !way.includes(step)) way.push(step);
  }
  return way.map((step, at) => {
    const before = way[at - 1];
    return {
      source: step.source,
      name: step.name,
      fromQuantity: step.fromQuantity,
      unitPriceE4: step.unitPriceE4,
      basisPoints: before ? basisPointsBetween(before.unitPriceE4, step.unitPriceE4) : 0,
      validUntil: step.validUntil,
    };
  });
}

/**
 * The one place that decides a price. The strongest source with a valid price for the quantity wins wholly, volume breaks count
 * inside it; null when nobody wrote a price down for this quantity and day.
 */
export function quote(candidates: PriceCandidate[], quantity: number, on: Day): Quote | null {
  const valid = candidates.filter((candidate) => isValidOn(candidate, on));
  const final = deciding(valid, quantity);
  if (!final) return null;
  const breaks: VolumeBreak[] = [];
  for (const fromQuantity of [...new Set(valid.map((one) => one.fromQuantity))].sort((a, b) => a - b)) {
    const unitPriceE4 = deciding(valid, fromQuantity)?.unitPriceE4;
    if (unitPriceE4 === undefined || unitPriceE4 === breaks.at(-1)?.unitPriceE4) continue;
    breaks.push({ fromQuantity, unitPriceE4, basisPoints: basisPointsBetween(final.unitPriceE4, unitPriceE4) });
  }
  return {
    unitPriceE4: final.unitPriceE4,
    source: final.source,
    chain: chainTo(final, valid, quantity),
    next: breaks.find((one) => one.fromQuantity > quantity && one.unitPriceE4 < final.unitPriceE4) ?? null,
    breaks,
  };
}
