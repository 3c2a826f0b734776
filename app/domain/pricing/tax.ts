import { type Cents, shareOf } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";

/** A tax that is expected on a product, as a share of its goods value; null stands for any category, supplier or state. */
export interface TaxRule {
  component: string;
  basisPoints: number;
  categoryId: number | null;
  supplierId: number | null;
  uf: string | null;
  validFrom: Day;
}

/** The rate of one named tax on one product. */
export interface TaxRate {
  component: string;
  basisPoints: number;
}

/** What one named tax is expected to come to. */
export interface TaxEstimate {
  component: string;
  cents: Cents;
}

/** What a tax is expected to come to on a line, with its rate. */
export type LineTax = TaxRate & TaxEstimate;

/** How narrowly a rule is meant: the product's category before its supplier before the state. */
const narrowness = (rule: TaxRule): number =>
  (rule.categoryId === null ? 0 : 4) + (rule.supplierId === null ? 0 : 2) + (rule.uf === null ? 0 : 1);

/** Of the rules that fit a product, the narrowest of each tax, the latest where two are as narrow; by name, those of nothing left out. */
export function ratesOf(rules: readonly TaxRule[]): TaxRate[] {
  const decided = new Map<string, TaxRule>();
  for (const rule of rules) {
    const before = decided.get(rule.component);
    const gain = before ? narrowness(rule) - narrowness(before) : 1;
    if (!before || gain > 0 || (gain === 0 && rule.validFrom > before.validFrom)) decided.set(rule.component, rule);
  }
  return [...decided.values()]
    .filter((rule) => rule.basisPoints > 0)
    .map(({ component, basisPoints }) => ({ component, basisPoints }))
    .sort((a, b) => (a.component < b.component ? -1 : 1));
}

/** What the taxes are expected to come to on a line of this goods value, each rounded once. */
export const taxesOn = (rates: readonly TaxRate[], goodsCents: Cents): LineTax[] =>
  rates.map((rate) => ({ ...rate, cents: shareOf(goodsCents, rate.basisPoints) }));

/** Taxes of several lines, summed by name. */
export function summedTaxes(lines: readonly (readonly TaxEstimate[])[]): TaxEstimate[] {
  const sums = new Map<string, Cents>();
  for (const { component, cents } of lines.flat()) sums.set(component, (sums.get(component) ?? 0) + cents);
  return [...sums]
    .map(([component, cents]) => ({ component, cents }))
    .sort((a, b) => (a.component < b.component ? -1 : 1));
}
