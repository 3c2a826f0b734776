import { type PriceE4, priceChangedBy } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";

/** What a promotion does: takes a share off the table price, or names a fixed one, from a quantity on. One of the two is null. */
export interface PromotionRule {
  offBasisPoints: number | null;
  unitPriceE4: PriceE4 | null;
  fromQuantity: number;
}

/** A promotion open to one customer for one product. */
export interface Promotion extends PromotionRule {
  id: number;
  name: string;
  validFrom: Day;
  /** First day on which it no longer counts. */
  validUntil: Day;
  /** What is left of a limited one; null: no limit. */
  unitsLeft: number | null;
}

/**
 * What a promotion makes of the table price (at the chosen terms) for a quantity; null where it does not reach: too few, more
 * than is left of it, or a share of a price nobody wrote down. A fixed price is the same on all terms.
 */
export function promotedPrice(rule: Promotion, tableE4: PriceE4 | null, quantity: number): PriceE4 | null {
  if (quantity < rule.fromQuantity || (rule.unitsLeft !== null && quantity > rule.unitsLeft)) return null;
  if (rule.unitPriceE4 !== null) return rule.unitPriceE4;
  return tableE4 === null || rule.offBasisPoints === null ? null : priceChangedBy(tableE4, -rule.offBasisPoints);
}
