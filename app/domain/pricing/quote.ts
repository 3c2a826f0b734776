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
  /** What the unit costs without the promotion. */
  wasE4: PriceE4;
}

function decided({ candidates, promotions, terms }: PriceFacts, quantity: number): Decision | null {
  const own = deciding(candidates, quantity);
  if (!own) return null;
  const onTerms = (e4: PriceE4) =>
    terms === null || terms.basisPoints === 0 ? e4 : priceChangedBy(e4, terms.basisPoints);
  const wasE4 = onTerms(own.unitPriceE4);
  const best: Decision = { written: own, unitPriceE4: wasE4, promotion: null, wasE4 };
  if (promotions.length === 0) return best;
  const ofTables = candidates.filter(({ source }) => source !== "customer");
  const table = own.source === "customer" ? deciding(ofTables, quantity) : own;
  for (const promotion of promotions) {
    const unitPriceE4 = promotedPrice(promotion, table && onTerms(table.unitPriceE4), quantity);
    if (unitPriceE4 === null || unitPriceE4 >= best.unitPriceE4) continue;
    best.written = table ?? own;
    best.unitPriceE4 = unitPriceE4;
    best.promotion = promotion;
  }
  return best;
}

/** Every quantity at which the price may change, from `least` on, ascending. */
function thresholdsOf({ candidates, promotions }: PriceFacts, least: number): number[] {
  const all: number[] = [];
  // They are two or three: to put them in as they come is a tenth of the work of sorting them.
  const add = (quantity: number) => {
    if (quantity < least || all.includes(quantity)) return;
    const at = all.findIndex((one) => one > quantity);
    if (at < 0) all.push(quantity);
    else all.splice(at, 0, quantity);
  };
  for (const { fromQuantity } of candidates) add(fromQuantity);
  for (const { fromQuantity, unitsLeft } of promotions) {
    add(fromQuantity);
    if (unitsLeft !== null) add(unitsLeft + 1);
  }
  return all;
}

/** The facts that count on the day. */
function countingOn(all: PriceFacts, on: Day): PriceFacts {
  const counts = (one: { validFrom: Day | null; validUntil: Day | null }) => isValidOn(one, on);
  if (all.candidates.every(counts) && all.promotions.every(counts)) return all;
  return { ...all, candidates: all.candidates.filter(counts), promotions: all.promotions.filter(counts) };
}

/** A price without the way it came about: what a shelf shows. */
export type ShortQuote = Pick<Quote, "unitPriceE4" | "promotion" | "next">;

/** The same price as `quote()` says, its promotion and its next break, and no more. */
export function shortQuote(all: PriceFacts, quantity: number, on: Day): ShortQuote | null {
  const facts = countingOn(all, on);
  const final = decided(facts, quantity);
  if (!final) return null;
  const { unitPriceE4, promotion, wasE4 } = final;
  return {
    unitPriceE4,
    promotion: promotion && { ...promotion, wasE4 },
    next: nextBreak(facts, quantity, unitPriceE4),
  };
}

function breakAt(facts: PriceFacts, fromQuantity: number, beside: PriceE4): VolumeBreak | null {
  const there = decided(facts, fromQuantity);
  if (there === null) return null;
  const { unitPriceE4, promotion } = there;
  const basisPoints = basisPointsBetween(beside, unitPriceE4);
  if (!promotion) return { fromQuantity, unitPriceE4, basisPoints };
  return { fromQuantity, unitPriceE4, basisPoints, promotion: promotion.name };
}

function nextBreak(facts: PriceFacts, quantity: number, unitPriceE4: PriceE4): VolumeBreak | null {
  for (const fromQuantity of thresholdsOf(facts, quantity + 1)) {
    const there = breakAt(facts, fromQuantity, unitPriceE4);
    if (there && there.unitPriceE4 < unitPriceE4) return there;
  }
  return null;
}

/**
 * The one place that decides a price. The strongest source with a valid price for the quantity wins wholly, volume breaks count
 * inside it, the payment terms change it. A promotion is reckoned from the table price, so that it does not stack with an
 * agreement: the cheaper of the two wins, and of several promotions the cheapest; none ever makes a price dearer, and none sells
 * what has no price. Null when nobody wrote a price down for this quantity and day.
 */
export function quote(all: PriceFacts, quantity: number, on: Day): Quote | null {
  const facts = countingOn(all, on);
  const final = decided(facts, quantity);
  if (!final) return null;
  const { written, unitPriceE4, promotion, wasE4 } = final;
  const breaks: VolumeBreak[] = [];
  for (const fromQuantity of thresholdsOf(facts, 0)) {
    const there = breakAt(facts, fromQuantity, unitPriceE4);
    if (there && there.unitPriceE4 !== breaks.at(-1)?.unitPriceE4) breaks.push(there);
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
