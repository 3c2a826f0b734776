import { basisPointsBetween, type PriceE4, priceChangedBy } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import type { PromotionRule } from "./promotion.ts";
import type { Decision, Formula, PriceCandidate, PriceFacts } from "./quote.ts";

/** What a step of a price can be: where it was written down, the quantity, the payment terms, a promotion, or a quote of the house. */
export const stepSources = [
  "customer",
  "assigned",
  "group",
  "uf",
  "general",
  "volume",
  "terms",
  "promotion",
  "quote",
] as const;
export type StepSource = (typeof stepSources)[number];

/** One step on the way from the general price to the customer's own; `basisPoints` is the change against the step before. */
export interface PriceStep {
  source: StepSource;
  name: string;
  fromQuantity: number;
  unitPriceE4: PriceE4;
  basisPoints: number;
  validUntil: Day | null;
  /** Not on orders of before November 28, 2026, nor what follows. */
  validFrom?: Day | null;
  formula?: Formula;
  /** The rule of a promotion, and its number. */
  rule?: PromotionRule & { id: number; isLimited: boolean };
}

type Step = Omit<PriceStep, "basisPoints">;

const writtenStep = (one: PriceCandidate, source: StepSource): Step => ({
  source,
  name: one.name,
  fromQuantity: one.fromQuantity,
  unitPriceE4: one.unitPriceE4,
  validFrom: one.validFrom,
  validUntil: one.validUntil,
  ...(one.formula ? { formula: one.formula } : {}),
});

/** The smallest quantity's price beside one: same source, same layer. */
function baseOf(one: PriceCandidate, candidates: PriceCandidate[]): PriceCandidate {
  return candidates.reduce(
    (least, other) =>
      other.source === one.source && other.layer === one.layer && other.fromQuantity < least.fromQuantity
        ? other
        : least,
    one,
  );
}

/** Everybody's price at the smallest quantity, of the strongest general table. */
function generalBase(candidates: PriceCandidate[], quantity: number): PriceCandidate | null {
  const general = candidates.filter((one) => one.source === "general" && one.fromQuantity <= quantity);
  return general.sort((a, b) => a.layer - b.layer || a.fromQuantity - b.fromQuantity)[0] ?? null;
}

/** The way a price came about: everybody's, the customer's own, the volume break, the payment terms, the promotion, as far as each counts. */
export function chainOf(decision: Decision, { candidates, terms }: PriceFacts, quantity: number): PriceStep[] {
  const { written, promotion } = decision;
  const base = baseOf(written, candidates);
  const general = generalBase(candidates, quantity);
  const way: Step[] = [];
  if (general && general !== base) way.push(writtenStep(general, general.source));
  way.push(writtenStep(base, base.source));
  if (base !== written) way.push(writtenStep(written, "volume"));
  if (terms && terms.basisPoints !== 0) {
    const unitPriceE4 = priceChangedBy(written.unitPriceE4, terms.basisPoints);
    way.push({ source: "terms", name: terms.name, fromQuantity: 1, unitPriceE4, validFrom: null, validUntil: null });
  }
  if (promotion) {
    const { id, name, fromQuantity, offBasisPoints, validFrom, validUntil } = promotion;
    const rule = {
      id,
      offBasisPoints,
      unitPriceE4: promotion.unitPriceE4,
      fromQuantity,
      isLimited: promotion.unitsLeft !== null,
    };
    way.push({
      source: "promotion",
      name,
      fromQuantity,
      unitPriceE4: decision.unitPriceE4,
      validFrom,
      validUntil,
      rule,
    });
  }
  return way.map((step, at) => {
    const before = way[at - 1];
    return { ...step, basisPoints: before ? basisPointsBetween(before.unitPriceE4, step.unitPriceE4) : 0 };
  });
}
