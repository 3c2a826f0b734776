/** Why a cart was left, in the order in which the first that applies is said. */
export const abandonmentReasons = [
  "payment_failed",
  "credit_held",
  "awaiting_approval",
  "out_of_stock",
  "below_minimum",
  "price_rose",
  "terms_missing",
  "price_check",
  "unknown",
] as const;

export type AbandonmentReason = (typeof abandonmentReasons)[number];

/** A step of the cart as the diagnosis reads it. */
export interface CartStep {
  kind: string;
  at: Date;
  productId: number | null;
  quantity: number | null;
  unitPriceE4: number | null;
  stockSeen: number | null;
  reason: string | null;
  /** Codes of the reasons not to order that stood on the screen. */
  shownReasons: string[];
}

/** Everything the diagnosis asks of a cart: its steps in order, and the last price paid for each product before it. */
export interface CartFacts {
  steps: CartStep[];
  lastPaidE4: Map<number, number>;
}

const refusals: Record<string, AbandonmentReason> = {
  payment_failed: "payment_failed",
  credit_held: "credit_held",
  credit_exceeded: "credit_held",
  awaiting_approval: "awaiting_approval",
  out_of_stock: "out_of_stock",
  below_minimum_order: "below_minimum",
  below_supplier_minimum: "below_minimum",
  below_minimum_quantity: "below_minimum",
  not_pack_multiple: "below_minimum",
  prices_changed: "price_rose",
  payment_terms_not_offered: "terms_missing",
  payment_terms_minimum: "terms_missing",
};

/** The product lines as they stood after the last step, by product. */
function linesAfter(steps: CartStep[]): Map<number, CartStep> {
  const lines = new Map<number, CartStep>();
  for (const step of steps) {
    if (step.productId === null) continue;
    if (step.kind === "removed") lines.delete(step.productId);
    else if (step.kind === "added" || step.kind === "changed") lines.set(step.productId, step);
  }
  return lines;
}

function priceRose({ steps, lastPaidE4 }: CartFacts): boolean {
  const lowestShown = new Map<number, number>();
  for (const { productId, unitPriceE4, kind } of steps) {
    if (productId === null || unitPriceE4 === null || kind === "removed") continue;
    const lowest = lowestShown.get(productId);
    if (lowest === undefined || unitPriceE4 < lowest) lowestShown.set(productId, unitPriceE4);
  }
  for (const [productId, line] of linesAfter(steps)) {
    if (line.unitPriceE4 === null) continue;
    const shown = lowestShown.get(productId);
    const paid = lastPaidE4.get(productId);
    if ((shown !== undefined && line.unitPriceE4 > shown) || (paid !== undefined && line.unitPriceE4 > paid))
      return true;
  }
  return false;
}

function priceCheckOnly(steps: CartStep[]): boolean {
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last || steps.some((step) => step.kind === "changed")) return false;
  return last.at.getTime() - first.at.getTime() <= 120_000;
}

/** The reason a cart was left, from its own steps; `unknown` when they do not tell. */
export function diagnose(facts: CartFacts): AbandonmentReason {
  const { steps } = facts;
  const said = new Set<AbandonmentReason>();
  const lastView = steps.findLast((step) => step.kind === "cart_viewed" || step.kind === "checkout_opened");
  for (const code of lastView?.shownReasons ?? []) {
    const reason = refusals[code];
    if (reason) said.add(reason);
  }
  for (const step of steps) {
    if (step.kind === "terms_wanted") said.add("terms_missing");
    const reason = step.kind === "refused" && step.reason ? refusals[step.reason] : undefined;
    if (reason) said.add(reason);
  }
  for (const line of linesAfter(steps).values()) {
    if (line.stockSeen !== null && line.quantity !== null && line.stockSeen < line.quantity) said.add("out_of_stock");
  }
  if (priceRose(facts)) said.add("price_rose");
  if (priceCheckOnly(steps)) said.add("price_check");
  return abandonmentReasons.find((reason) => said.has(reason)) ?? "unknown";
}
