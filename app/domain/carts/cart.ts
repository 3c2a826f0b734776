import { reasonsAgainstQuantity } from "#app/domain/catalog/quantity.ts";
import { type Credit, creditLeft, reasonsAgainstCredit } from "#app/domain/credit/credit.ts";
import { type Freight, type FreightRule, freightOf } from "#app/domain/customers/freight.ts";
import type { TermsPrice, TermsToChoose } from "#app/domain/customers/payment-terms.ts";
import type { CartSeen } from "#app/domain/journey/steps.ts";
import { type Cents, lineCents, type PriceE4 } from "#app/domain/money.ts";
import type { NextStep, TermsStep } from "#app/domain/pricing/next-step.ts";
import type { Quote } from "#app/domain/pricing/quote.ts";
import { type LineTax, summedTaxes, type TaxEstimate, taxesOn } from "#app/domain/pricing/tax.ts";
import type { Reason } from "#app/domain/refusal.ts";
import { cheaperTermsOf } from "./cheaper-terms.ts";

/** What is written down about a line of a cart, and what of the product decides whether it can be ordered. */
export interface LineFacts {
  productId: number;
  sku: string;
  name: string;
  unit: string;
  packMultiple: number;
  minimumQuantity: number;
  isActive: boolean;
  picture: string | null;
  supplierId: number | null;
  supplierName: string | null;
  supplierMinimumCents: Cents;
  quantity: number;
  /** The unit price the buyer last saw for the line; null when there was none. */
  shownUnitPriceE4: PriceE4 | null;
  available: number;
  /** The customer's own price now; null when they have none. */
  quote: Quote | null;
  /** The cheapest ways to a lower price. */
  steps: NextStep[];
}

/** A line of the cart at the price of now, with everything that stands against ordering it. */
export interface CartLine extends LineFacts {
  lineCents: Cents;
  /** The taxes expected on top; the invoice decides. */
  taxes: LineTax[];
  /** The price moved since the buyer last saw it; to be confirmed. */
  change: { wasE4: PriceE4; nowE4: PriceE4 } | null;
  reasons: Reason[];
}

/** What the lines of one supplier add up to, against the least that supplier takes. */
export interface SupplierSum {
  supplierId: number;
  name: string;
  goodsCents: Cents;
  minimumCents: Cents;
}

/** Whose cart it is and on which terms the house sells to them. */
export interface CartHolder {
  mayOrder: boolean;
  minimumOrderCents: Cents;
  credit: Credit;
  freight: FreightRule;
  /** The payment terms the prices are for; null where none are offered. */
  terms: TermsPrice | null;
  offeredTerms: TermsToChoose[];
  /** Where the goods go: the place chosen for the cart, else the customer's usual one. */
  delivery: Delivery;
}

/** The place of an order as far as it decides its cost; null where the customer has told none. */
export interface Delivery {
  addressId: number | null;
  uf: string | null;
}

/** A cart as it stands now: lines at today's prices, sums, and why it cannot be ordered (empty: it can). */
export interface OpenCart {
  /** Null before the first line. */
  id: number | null;
  lines: CartLine[];
  suppliers: SupplierSum[];
  goodsCents: Cents;
  freightCents: Cents;
  /** Whether that freight is charged, still to be agreed, or not offered to where the goods go. */
  freightKind: Freight["kind"];
  delivery: Delivery;
  totalCents: Cents;
  /** The taxes expected on top of the total, by name: an estimate, no part of what is owed or counted as credit. */
  taxes: TaxEstimate[];
  terms: TermsPrice | null;
  offeredTerms: TermsToChoose[];
  /** The terms on which all of it would be cheaper; null where none can be chosen. */
  cheaperTerms: TermsStep | null;
  minimumOrderCents: Cents;
  /** What is missing until freight is free; null when that is out of reach or freight is free already. */
  missingForFreeFreightCents: Cents | null;
  credit: Credit & { leftCents: Cents | null };
  /** True while a line's price moved since the buyer last saw it. */
  hasChangedPrices: boolean;
  reasons: Reason[];
}

/** Why a line cannot be ordered: no longer sold, without a price, not whole packs, or more than is there. */
export function reasonsAgainstLine(line: LineFacts): Reason[] {
  if (!line.isActive) return [{ code: "product_inactive", details: { sku: line.sku, name: line.name } }];
  if (!line.quote) return [{ code: "no_price", details: { sku: line.sku, name: line.name } }];
  const reasons: Reason[] = reasonsAgainstQuantity(line, line.quantity).map((reason) => ({
    ...reason,
    details: { sku: line.sku, ...reason.details },
  }));
  if (line.quantity > line.available) {
    const available = Math.max(0, line.available);
    reasons.push({
      code: "out_of_stock",
      details: { sku: line.sku, quantity: line.quantity, available, missing: line.quantity - available },
    });
  }
  return reasons;
}

function cartLineOf(line: LineFacts): CartLine {
  const nowE4 = line.quote?.unitPriceE4 ?? null;
  const wasE4 = line.shownUnitPriceE4;
  const goodsCents = nowE4 === null ? 0 : lineCents(line.quantity, nowE4);
  return {
    ...line,
    lineCents: goodsCents,
    taxes: taxesOn(line.quote?.taxes ?? [], goodsCents),
    change: nowE4 !== null && wasE4 !== null && nowE4 !== wasE4 ? { wasE4, nowE4 } : null,
    reasons: reasonsAgainstLine(line),
  };
}

function supplierSumsOf(lines: CartLine[]): SupplierSum[] {
  const sums = new Map<number, SupplierSum>();
  for (const line of lines) {
    if (line.supplierId === null) continue;
    const sum = sums.get(line.supplierId) ?? {
      supplierId: line.supplierId,
      name: line.supplierName ?? "",
      goodsCents: 0,
      minimumCents: line.supplierMinimumCents,
    };
    sum.goodsCents += line.lineCents;
    sums.set(line.supplierId, sum);
  }
  return [...sums.values()];
}

/**
 * Why this cart cannot become an order, all of it: the buyer only looks, nothing in it, a line, a supplier's minimum, the
 * customer's minimum, where it goes to, the credit. The screen shows the list, the act refuses with it, so they cannot disagree.
 */
export function reasonsNotToOrder(
  cart: Pick<OpenCart, "lines" | "suppliers" | "goodsCents" | "totalCents" | "freightKind">,
  holder: CartHolder,
): Reason[] {
  const reasons: Reason[] = holder.mayOrder ? [] : [{ code: "views_only", details: {} }];
  if (cart.lines.length === 0) return [...reasons, { code: "cart_empty", details: {} }];
  reasons.push(...cart.lines.flatMap((line) => line.reasons));
  for (const { name, goodsCents, minimumCents } of cart.suppliers) {
    if (goodsCents >= minimumCents) continue;
    const missingCents = minimumCents - goodsCents;
    reasons.push({
      code: "below_supplier_minimum",
      details: { supplier: name, minimumCents, goodsCents, missingCents },
    });
  }
  const minimumCents = holder.minimumOrderCents;
  if (cart.goodsCents < minimumCents) {
    const missingCents = minimumCents - cart.goodsCents;
    reasons.push({
      code: "below_minimum_order",
      details: { minimumCents, goodsCents: cart.goodsCents, missingCents },
    });
  }
  if (cart.freightKind === "refused") {
    reasons.push({ code: "freight_not_served", details: { uf: holder.delivery.uf } });
  }
  return [...reasons, ...reasonsAgainstCredit(holder.credit, cart.totalCents)];
}

/** The cart these lines make for this customer, at the prices of now. */
export function openCart(id: number | null, facts: LineFacts[], holder: CartHolder): OpenCart {
  const lines = facts.map(cartLineOf);
  const suppliers = supplierSumsOf(lines);
  const goodsCents = lines.reduce((sum, line) => sum + line.lineCents, 0);
  const { delivery } = holder;
  const freight = freightOf(holder.freight, goodsCents, delivery.uf);
  const freightCents = lines.length === 0 ? 0 : freight.cents;
  const totalCents = goodsCents + freightCents;
  const sums = { lines, suppliers, goodsCents, freightCents, freightKind: freight.kind, delivery, totalCents };
  return {
    id,
    ...sums,
    taxes: summedTaxes(lines.map((line) => line.taxes)),
    terms: holder.terms,
    offeredTerms: holder.offeredTerms,
    cheaperTerms: cheaperTermsOf(sums, holder),
    minimumOrderCents: holder.minimumOrderCents,
    missingForFreeFreightCents:
      freightCents > 0 && freight.freeOverCents !== null ? freight.freeOverCents - goodsCents : null,
    credit: { ...holder.credit, leftCents: creditLeft(holder.credit) },
    hasChangedPrices: lines.some((line) => line.change !== null),
    reasons: reasonsNotToOrder(sums, holder),
  };
}

/** What a look at this cart shows, for the journey. */
export function seenOf(cart: OpenCart & { id: number }): CartSeen {
  return {
    cartId: cart.id,
    lines: cart.lines.length,
    goodsCents: cart.goodsCents,
    reasons: cart.reasons,
    changed: cart.lines.flatMap((line) => (line.change ? [{ productId: line.productId, ...line.change }] : [])),
  };
}

/** What of a cart an order holds its buyer to. */
export type ShownCart = Pick<OpenCart, "lines" | "freightCents" | "freightKind">;

/** What was shown, as one text: every line's SKU, quantity and unit price, and the freight. Its SHA-256 travels in the form. */
export function shownText(cart: ShownCart): string {
  const lines = cart.lines.map((line) => `${line.sku} ${line.quantity} ${line.quote?.unitPriceE4 ?? "-"}`).sort();
  return [...lines, `freight ${cart.freightKind === "charged" ? cart.freightCents : cart.freightKind}`].join("\n");
}
