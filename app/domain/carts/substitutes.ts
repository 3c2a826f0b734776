import type { PriceE4 } from "#app/domain/money.ts";

/** A product that could stand in for one that cannot be had, at this customer's price for the quantity it would take. */
export interface Candidate {
  sku: string;
  name: string;
  unit: string;
  /** How much of it would go in: what is missing, in whole packs of this one. */
  quantity: number;
  available: number;
  unitPriceE4: PriceE4;
  /** Set in the office; those come first, in its order. */
  isChosen: boolean;
  /** How alike the names are, 0…1. */
  likeness: number;
}

/** How many are offered for a line. */
export const mostOffered = 3;

/** How far a price lies from the one it replaces, 0 the same, 1 twice as much or nothing; 0 where there is none to compare with. */
function priceDistance(priceE4: PriceE4, wasE4: PriceE4 | null): number {
  if (wasE4 === null || wasE4 === 0) return 0;
  return Math.min(1, Math.abs(priceE4 - wasE4) / wasE4);
}

/**
 * The substitutes to offer: only what is there in full, the office's own first and in its order, then the nearest by name and
 * price, half a point of likeness weighing as much as half the price.
 */
export function nearest(candidates: readonly Candidate[], wasE4: PriceE4 | null): Candidate[] {
  const far = (one: Candidate) => priceDistance(one.unitPriceE4, wasE4) - one.likeness;
  const there = candidates.filter((one) => one.available >= one.quantity);
  const chosen = there.filter((one) => one.isChosen);
  const similar = there
    .filter((one) => !one.isChosen && !chosen.some(({ sku }) => sku === one.sku))
    .sort((a, b) => far(a) - far(b) || (a.sku < b.sku ? -1 : 1));
  return [...chosen, ...similar].slice(0, mostOffered);
}
