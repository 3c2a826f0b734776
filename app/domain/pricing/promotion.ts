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

/** On which products a promotion is, and for whom. */
export const promotionScopes = ["products", "category", "supplier"] as const;
export const promotionAudiences = ["all", "group", "uf", "customers"] as const;

/** What is written down about a promotion. */
export interface PromotionDetails extends PromotionRule {
  name: string;
  scope: (typeof promotionScopes)[number];
  skus: string[];
  categoryId: number | null;
  supplierId: number | null;
  audience: (typeof promotionAudiences)[number];
  groupId: number | null;
  uf: string | null;
  customerCodes: string[];
  validFrom: Day;
  /** First day on which it no longer counts. */
  validUntil: Day;
  unitLimit: number | null;
}

/** A promotion as the house keeps it; it is over from the moment somebody ended it. */
export interface KeptPromotion extends PromotionDetails {
  id: number;
  usedUnits: number;
  endedAt: Date | null;
  /** The category, supplier, group or state it names. */
  scopeName: string | null;
  groupName: string | null;
}

/** How far a promotion is on a day. */
export function promotionState(
  one: Pick<KeptPromotion, "endedAt" | "validFrom" | "validUntil" | "unitLimit" | "usedUnits">,
  on: Day,
): "running" | "coming" | "over" | "sold_out" {
  if (one.endedAt !== null || one.validUntil <= on) return "over";
  if (one.unitLimit !== null && one.usedUnits >= one.unitLimit) return "sold_out";
  return one.validFrom > on ? "coming" : "running";
}
