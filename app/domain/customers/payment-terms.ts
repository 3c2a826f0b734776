import type { Cents } from "#app/domain/money.ts";

/** What payment terms do to a price; `basisPoints` changes every unit price, negative where paying sooner is cheaper. */
export interface TermsPrice {
  id: number;
  name: string;
  basisPoints: number;
}

/** Payment terms open to a customer: days after invoicing of each instalment, from a goods value on. */
export interface OfferedTerms extends TermsPrice {
  days: number[];
  minimumOrderCents: Cents;
}

/** Offered terms to choose from; the usual ones are those of the customer's latest order. */
export type TermsToChoose = OfferedTerms & { isUsual: boolean };

/** Payment terms as the house keeps them. */
export interface PaymentTerms {
  code: string;
  name: string;
  /** Days after invoicing of each instalment, rising. */
  days: number[];
  minimumOrderCents: Cents;
  priceBasisPoints: number;
  isActive: boolean;
}

/** Reads days as people write them ("28/56/84", "28, 56"): whole, rising, each at most a year ahead; null when they are none. */
export function daysFrom(said: string): number[] | null {
  const parts = said.trim().split(/[\s/,;]+/);
  if (parts.length > 24 || parts.some((part) => !/^\d{1,3}$/.test(part))) return null;
  const days = parts.map(Number);
  const isRising = days.every((day, at) => day <= 365 && (at === 0 || day > (days[at - 1] ?? 0)));
  return isRising ? days : null;
}
