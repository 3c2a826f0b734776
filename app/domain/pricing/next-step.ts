import { mostOrderable, type Packing, roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { OfferedTerms } from "#app/domain/customers/payment-terms.ts";
import { basisPointsBetween, type Cents, lineCents, type PriceE4 } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import { type PriceFacts, type Quote, quote } from "./quote.ts";

type Saving = { basisPoints: number; savedCents: Cents };

/** Some more of a product at a lower price; `quantity` is what there is of it then. */
export type QuantityStep = Saving & {
  kind: "quantity";
  more: number;
  quantity: number;
  promotion: string | null;
  unitPriceE4: PriceE4;
};

/** Other payment terms at a lower price. */
export type TermsStep = Saving & {
  kind: "terms";
  termsId: number;
  terms: string;
  insteadOf: string;
};

/** A way to a lower price: some more of it, or other payment terms; with what it saves on the line it makes. */
export type NextStep = QuantityStep | (TermsStep & { unitPriceE4: PriceE4 });

const saved = (quantity: number, nowE4: PriceE4, thenE4: PriceE4): Cents =>
  lineCents(quantity, nowE4) - lineCents(quantity, thenE4);

/** The nearest larger quantity, in whole packs, at which a unit is cheaper; null where more is not cheaper. */
export function quantityStep(
  now: Quote,
  facts: PriceFacts,
  { quantity, packMultiple }: { quantity: number; packMultiple: number },
  on: Day,
): QuantityStep | null {
  for (const { fromQuantity } of now.breaks) {
    const wanted = Math.ceil(fromQuantity / packMultiple) * packMultiple;
    if (wanted <= quantity) continue;
    const then = quote(facts, wanted, on);
    if (!then || then.unitPriceE4 >= now.unitPriceE4) continue;
    return {
      kind: "quantity",
      more: wanted - quantity,
      quantity: wanted,
      promotion: then.promotion && then.promotion.id !== now.promotion?.id ? then.promotion.name : null,
      unitPriceE4: then.unitPriceE4,
      basisPoints: basisPointsBetween(now.unitPriceE4, then.unitPriceE4),
      savedCents: saved(wanted, now.unitPriceE4, then.unitPriceE4),
    };
  }
  return null;
}

/** The offered terms on which a unit is the next cheaper one. */
function termsStep(
  now: Quote,
  facts: PriceFacts,
  quantity: number,
  offered: readonly OfferedTerms[],
  on: Day,
): (TermsStep & { unitPriceE4: PriceE4 }) | null {
  const { terms } = facts;
  if (!terms) return null;
  let best: (TermsStep & { unitPriceE4: PriceE4 }) | null = null;
  for (const other of offered) {
    if (other.basisPoints >= terms.basisPoints) continue;
    const then = quote({ ...facts, terms: other }, quantity, on);
    if (!then || then.unitPriceE4 >= now.unitPriceE4 || (best && then.unitPriceE4 <= best.unitPriceE4)) continue;
    best = {
      kind: "terms",
      termsId: other.id,
      terms: other.name,
      insteadOf: terms.name,
      unitPriceE4: then.unitPriceE4,
      basisPoints: basisPointsBetween(now.unitPriceE4, then.unitPriceE4),
      savedCents: saved(quantity, now.unitPriceE4, then.unitPriceE4),
    };
  }
  return best;
}

/** The cheapest next steps from a quote, at most two: a little more of it, and payment terms that cost less. */
export function nextSteps(
  now: Quote,
  facts: PriceFacts,
  wanted: { quantity: number; packMultiple: number },
  offered: readonly OfferedTerms[],
  on: Day,
): NextStep[] {
  const more = quantityStep(now, facts, wanted, on);
  const sooner = termsStep(now, facts, wanted.quantity, offered, on);
  return [more, sooner].filter((step) => step !== null);
}

/** True when a press can take the step: its quantity is one the rules of any quantity let into a line, and the shelf has all of it. */
export const isWithinReach = ({ quantity }: { quantity: number }, product: Packing & { available: number }): boolean =>
  quantity <= mostOrderable(product, product.available) && quantity === roundedToPack(product, quantity);
