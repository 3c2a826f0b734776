import type { TermsPrice } from "#app/domain/customers/payment-terms.ts";
import { basisPointsBetween, type PriceE4, priceChangedBy } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import { chainOf, type PriceStep, type StepSource } from "./price-chain.ts";
import { type Promotion, promotedPrice } from "./promotion.ts";
import { ratesOf, type TaxRate, type TaxRule } from "./tax.ts";

/** Where a price can come from, the strongest first: an agreement with the customer, the customer's table, their group's, their state's, everybody's. */
export const priceSources = ["customer", "assigned", "group", "uf", "general"] as const;
export type PriceSource = (typeof priceSources)[number];

/** A table made of another one: that one's name, and by how much its prices are changed. */
export interface Formula {
  of: string;
  basisPoints: number;
}

/** One price somebody wrote down for a product, or that a formula makes of one, from a quantity on. */
export interface PriceCandidate {
  source: PriceSource;
  /** The place among prices of the same source, the strongest first: a supplier's table before one for all, written before by formula. */
  layer: number;
  /** The name of the price table; empty for an agreement with the customer. */
  name: string;
  fromQuantity: number;
  unitPriceE4: PriceE4;
  validFrom: Day | null;
  /** First day on which it no longer counts. */
  validUntil: Day | null;
  formula: Formula | null;
}

/** All that decides the price of one product for one customer. */
export interface PriceFacts {
  candidates: PriceCandidate[];
  promotions: Promotion[];
  taxes: TaxRule[];
  /** The payment terms the price is asked for; null where none are offered. */
  terms: TermsPrice | null;
}

/** From this quantity on another unit price counts; `basisPoints` is its distance from the price quoted now. */
export interface VolumeBreak {
  fromQuantity: number;
  unitPriceE4: PriceE4;
  basisPoints: number;
  /** The promotion that makes it, where one does. */
  promotion?: string;
}

/** The price of a product for one customer, quantity and day, with the way it came about. */
export interface Quote {
  unitPriceE4: PriceE4;
  /** The strongest source, from which the price starts out; `quote` for one the customer accepted. */
  source: StepSource;
  /** Base first, the price quoted last; never empty. */
  chain: PriceStep[];
  /** The promotion that counts, with what the unit would cost without it; null when none does. */
  promotion: (Promotion & { wasE4: PriceE4 }) | null;
  /** The nearest larger quantity that is cheaper; null when there is none. */
  next: VolumeBreak | null;
  /** Every quantity from which the price changes, ascending, the first being where selling begins. */
  breaks: VolumeBreak[];
  /** The taxes expected on top; no part of the price. */
  taxes: TaxRate[];
}

/** True when the price counts on that day: from `validFrom` up to, not including, `validUntil`. */
export function isValidOn(price: { validFrom: Day | null; validUntil: Day | null }, on: Day): boolean {
  return (price.validFrom === null || price.validFrom <= on) && (price.validUntil === null || on < price.validUntil);
}

const strengthOf = ({ source, layer }: PriceCandidate): number => priceSources.indexOf(source) * 100 + layer;

/** The row that decides: of the strongest source and layer that has one for the quantity, that of the largest quantity reached. */
function deciding(candidates: PriceCandidate[], quantity: number): PriceCandidate | null {
  let best: PriceCandidate | null = null;
  let bestStrength = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (candidate.fromQuantity > quantity) continue;
    const strength = strengthOf(candidate);
    const isLarger = best !== null && strength === bestStrength && candidate.fromQuantity > best.fromQuantity;
    if (strength < bestStrength || isLarger) {
      best = candidate;
      bestStrength = strength;
    }
  }
  return best;
}

/** A price decided: what was written down, what the terms make of it, and the promotion that beats it. */
export interface Decision {
  written: PriceCandidate;
  unitPriceE4: PriceE4;
  promotion: Promotion | null;
}

function decided(
  { candidates, promotions, terms }: PriceFacts,
  quantity: number,
): (Decision & { wasE4: PriceE4 }) | null {
  const own = deciding(candidates, quantity);
  if (!own) return null;
  const onTerms = (e4: PriceE4) => (terms === null ? e4 : priceChangedBy(e4, terms.basisPoints));
  const wasE4 = onTerms(own.unitPriceE4);
  let best: Decision = { written: own, unitPriceE4: wasE4, promotion: null };
  if (promotions.length === 0) return { ...best, wasE4 };
  const ofTables = candidates.filter(({ source }) => source !== "customer");
  const table = own.source === "customer" ? deciding(ofTables, quantity) : own;
  for (const promotion of promotions) {
    const unitPriceE4 = promotedPrice(promotion, table && onTerms(table.unitPriceE4), quantity);
    if (unitPriceE4 !== null && unitPriceE4 < best.unitPriceE4)
      best = { written: table ?? own, unitPriceE4, promotion };
  }
  return { ...best, wasE4 };
}

/** Every quantity at which the price may change. */
function thresholdsOf({ candidates, promotions }: PriceFacts): number[] {
  const all = new Set(candidates.map((one) => one.fromQuantity));
  for (const { fromQuantity, unitsLeft } of promotions) {
    all.add(fromQuantity);
    if (unitsLeft !== null) all.add(unitsLeft + 1);
  }
  return [...all].sort((a, b) => a - b);
}

/**
 * The one place that decides a price. The strongest source with a valid price for the quantity wins wholly, volume breaks count
 * inside it, the payment terms change it. A promotion is reckoned from the table price, so that it does not stack with an
 * agreement: the cheaper of the two wins, and of several promotions the cheapest; none ever makes a price dearer, and none sells
 * what has no price. Null when nobody wrote a price down for this quantity and day.
 */
export function quote(all: PriceFacts, quantity: number, on: Day): Quote | null {
  const facts: PriceFacts = {
    ...all,
    candidates: all.candidates.filter((candidate) => isValidOn(candidate, on)),
    promotions: all.promotions.filter((promotion) => isValidOn(promotion, on)),
  };
  const final = decided(facts, quantity);
  if (!final) return null;
  const { written, unitPriceE4, promotion, wasE4 } = final;
  const breaks: VolumeBreak[] = [];
  for (const fromQuantity of thresholdsOf(facts)) {
    const there = decided(facts, fromQuantity);
    if (there === null || there.unitPriceE4 === breaks.at(-1)?.unitPriceE4) continue;
    const basisPoints = basisPointsBetween(unitPriceE4, there.unitPriceE4);
    const one: VolumeBreak = { fromQuantity, unitPriceE4: there.unitPriceE4, basisPoints };
    breaks.push(there.promotion ? { ...one, promotion: there.promotion.name } : one);
  }
  return {
    unitPriceE4,
    source: written.source,
    chain: chainOf(final, facts, quantity),
    promotion: promotion && { ...promotion, wasE4 },
    next: breaks.find((one) => one.fromQuantity > quantity && one.unitPriceE4 < unitPriceE4) ?? null,
    breaks,
    taxes: ratesOf(facts.taxes),
  };
}

/**
 * The prices of several lines of one cart. What is left of a limited promotion is taken by the first lines that fit into it, so
 * that together they never take more than there is.
 */
export function quotedTogether(lines: readonly { facts: PriceFacts; quantity: number }[], on: Day): (Quote | null)[] {
  const taken = new Map<number, number>();
  return lines.map(({ facts, quantity }) => {
    const promotions = facts.promotions.map((one) =>
      one.unitsLeft === null ? one : { ...one, unitsLeft: one.unitsLeft - (taken.get(one.id) ?? 0) },
    );
    const price = quote({ ...facts, promotions }, quantity, on);
    const used = price?.promotion;
    if (used && used.unitsLeft !== null) taken.set(used.id, (taken.get(used.id) ?? 0) + quantity);
    return price;
  });
}
