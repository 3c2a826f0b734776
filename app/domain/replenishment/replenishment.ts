import { type Packing, roundedToPack } from "#app/domain/catalog/quantity.ts";
import { type Day, daysAfter, daysBetween } from "#app/domain/period.ts";

/** A day on which a customer bought a product, and how much of it; what went back on that very day is taken off. */
export interface PurchaseDay {
  on: Day;
  quantity: number;
}

/**
 * A product bought on fewer days than this has no rhythm yet: four purchases make three gaps, the first number whose middle one
 * holds against a single purchase made early or late.
 */
export const leastPurchases = 4;

/** Only the latest purchases are looked at, so that a rhythm that changed is followed: nine purchases, eight gaps. */
export const purchasesLookedAt = 9;

/** A rhythm is irregular when its gaps lie, in the middle, farther from the cycle than this part of it. */
export const widestSpread = 0.5;

/** A product not bought for more than so many cycles, and for more than so many days, counts as given up. */
export const givenUpAfter = { cycles: 3, days: 30 };

/** A product is due so many days before its day, yet never before half its cycle has passed. */
export const dueWithinDays = 7;

export type DueState = "overdue" | "due" | "later";

/** What a customer's purchase days of one product say about the next. */
export type Rhythm =
  | { kind: "too_few" }
  | { kind: "irregular" | "given_up"; cycleDays: number }
  | { kind: DueState; cycleDays: number; dueOn: Day };

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

/** The latest purchases, oldest first. */
const latest = (purchases: readonly PurchaseDay[]): PurchaseDay[] =>
  [...purchases].sort((a, b) => (a.on < b.on ? -1 : 1)).slice(-purchasesLookedAt);

/**
 * When the product is due again, from its own purchase days (each once, in any order, none after today): the cycle is the median
 * of the latest gaps in whole days, the due day the last purchase plus one cycle. Irregular where the median distance of the gaps
 * from their median is more than half of it. Overdue after its day; due in the seven days before it, or the second half of a
 * cycle shorter than two weeks; otherwise later. A return is no purchase and takes none away, unless it is of the same day.
 */
export function rhythmOf(purchases: readonly PurchaseDay[], today: Day): Rhythm {
  if (purchases.length < leastPurchases) return { kind: "too_few" };
  const seen = latest(purchases);
  const gaps = seen.slice(1).map(({ on }, before) => daysBetween(seen[before]?.on ?? on, on));
  const lastOn = seen.at(-1)?.on ?? today;
  const median = medianOf(gaps);
  const cycleDays = Math.round(median);
  const spread = medianOf(gaps.map((gap) => Math.abs(gap - median))) / median;
  if (spread > widestSpread) return { kind: "irregular", cycleDays };
  const silent = daysBetween(lastOn, today);
  if (silent > Math.max(givenUpAfter.cycles * cycleDays, givenUpAfter.days)) return { kind: "given_up", cycleDays };
  const dueOn = daysAfter(lastOn, cycleDays);
  const left = cycleDays - silent;
  const kind = left < 0 ? "overdue" : left <= Math.min(dueWithinDays, Math.floor(cycleDays / 2)) ? "due" : "later";
  return { kind, cycleDays, dueOn };
}

/** What the customer usually takes at once: the median of the latest purchases, in whole packs and at least the minimum. */
export function usualQuantity(product: Packing, purchases: readonly PurchaseDay[]): number {
  return roundedToPack(product, Math.max(1, medianOf(latest(purchases).map(({ quantity }) => quantity))));
}

/** Why a product somebody bought stands on no list of what is due. */
export const apartReasons = ["hidden", "irregular", "given_up", "too_few", "unsold"] as const;
export type ApartReason = (typeof apartReasons)[number];

/** A product a customer has bought, as far as the rule needs it. */
export interface KnownProduct extends Packing {
  productId: number;
  sku: string;
  isActive: boolean;
  /** The customer wants to see it no more. */
  isHidden: boolean;
  /** The customer's own quantity; null: the usual one. */
  ownQuantity: number | null;
  /** On how many days it was bought. */
  purchaseDays: number;
  lastOn: Day;
  /** The latest days it was bought on; none where they are too few. */
  purchases: PurchaseDay[];
}

/** A product that is due or will be, with the quantity to propose. */
export interface Proposal {
  product: KnownProduct;
  quantity: number;
  usual: number;
  kind: DueState;
  cycleDays: number;
  dueOn: Day;
  lastOn: Day;
}

/** A product that is left out, and why. */
export interface LeftOut {
  product: KnownProduct;
  why: ApartReason;
  cycleDays: number | null;
  lastOn: Day;
}

/** The quantity to propose: the customer's own or the usual one, in today's packs. */
export const proposedQuantity = (product: KnownProduct): number =>
  product.ownQuantity === null
    ? usualQuantity(product, product.purchases)
    : roundedToPack(product, product.ownQuantity);

/**
 * Where a bought product stands: on the list with its due day, or left out. The customer's own "no more" comes first, then that
 * it is no longer sold, then what its rhythm says.
 */
export function placeOf(product: KnownProduct, today: Day): Proposal | LeftOut {
  const rhythm = rhythmOf(product.purchases, today);
  const cycleDays = "cycleDays" in rhythm ? rhythm.cycleDays : null;
  const { lastOn } = product;
  const apart = (why: ApartReason): LeftOut => ({ product, why, cycleDays, lastOn });
  if (product.isHidden) return apart("hidden");
  if (!product.isActive) return apart("unsold");
  if (!("dueOn" in rhythm)) return apart(rhythm.kind);
  const usual = usualQuantity(product, product.purchases);
  return { product, quantity: proposedQuantity(product), usual, ...rhythm, lastOn };
}
