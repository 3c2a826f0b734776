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
  /** Products whose price had risen since the buyer last saw it, as a look at the cart showed. */
  shownRises: number[];
}

/** The last price paid for a product, and the quantity of that order. */
export interface LastPaid {
  unitPriceE4: number;
  quantity: number;
}

/** Everything the diagnosis asks of a cart: its steps in order, and the last price paid for each product before it. */
export interface CartFacts {
  steps: CartStep[];
  lastPaid: Map<number, LastPaid>;
}

const reasonByCode: Record<string, AbandonmentReason> = {
  payment_failed: "payment_failed",
  credit_held: "credit_held",
  credit_overdue: "credit_held",
  credit_exceeded: "credit_held",
  awaiting_approval: "awaiting_approval",
  over_order_limit: "awaiting_approval",
  over_month_limit: "awaiting_approval",
  no_approver: "awaiting_approval",
  views_only: "awaiting_approval",
  out_of_stock: "out_of_stock",
  below_minimum_order: "below_minimum",
  below_supplier_minimum: "below_minimum",
  below_minimum_quantity: "below_minimum",
  not_pack_multiple: "below_minimum",
  payment_terms_not_offered: "terms_missing",
  payment_terms_minimum: "terms_missing",
  freight_not_served: "terms_missing",
};

/** What a quantity is refused for as it is entered; the cart itself never shows it. */
const refusedAtEntry = new Set(["below_minimum_quantity", "not_pack_multiple"]);

/** What every look at the cart shows for as long as it stands in the way. */
const shownByLooks = new Set([
  "credit_held",
  "credit_overdue",
  "credit_exceeded",
  "over_order_limit",
  "over_month_limit",
  "views_only",
  "out_of_stock",
  "below_minimum_order",
  "below_supplier_minimum",
  "freight_not_served",
]);

/** What a colleague's answer settles, whichever it is: from then on the cart waits for its buyer again. */
const aboveLimit = new Set(["over_order_limit", "over_month_limit"]);

const isLook = ({ kind }: CartStep) => kind === "cart_viewed" || kind === "checkout_opened";
const isAnswerToAsking = ({ kind }: CartStep) => kind === "approval_returned" || kind === "approval_withdrawn";
const isOfLine = ({ kind }: CartStep) => kind === "added" || kind === "changed" || kind === "removed";

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

/** True when the buyer got past a refusal: they entered the product again, or a later look no longer shows it. */
function isSettled(refusal: CartStep, later: CartStep[]): boolean {
  const code = refusal.reason ?? "";
  if (refusedAtEntry.has(code)) {
    return later.some((step) => isOfLine(step) && step.productId === refusal.productId);
  }
  const look = later.findLast(isLook);
  return shownByLooks.has(code) && look !== undefined && !look.shownReasons.includes(code);
}

/** A price is compared with one of the same or a smaller quantity only: giving up a volume price is no rise. */
function priceRose({ steps, lastPaid }: CartFacts): boolean {
  const rises = new Set(steps.flatMap((step) => step.shownRises));
  for (const [productId, line] of linesAfter(steps)) {
    if (rises.has(productId)) return true;
    const [price, quantity] = [line.unitPriceE4, line.quantity ?? 1];
    if (price === null) continue;
    const paid = lastPaid.get(productId);
    if (paid && paid.quantity <= quantity && price > paid.unitPriceE4) return true;
    const seenLower = steps.some(
      (step) =>
        step.productId === productId &&
        step.kind !== "removed" &&
        step.at <= line.at &&
        step.unitPriceE4 !== null &&
        (step.quantity ?? 1) <= quantity &&
        step.unitPriceE4 < price,
    );
    if (seenLower) return true;
  }
  return false;
}

/** From the first step to the last at most two minutes, and no line touched twice. */
function isPriceCheckOnly(steps: CartStep[]): boolean {
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || last.at.getTime() - first.at.getTime() > 120_000) return false;
  const added = steps.filter((step) => step.kind === "added").map((step) => step.productId);
  return !steps.some((step) => step.kind === "changed") && new Set(added).size === added.length;
}

/** The reason a cart was left, from its own steps; `unknown` when they do not tell. */
export function diagnose(facts: CartFacts): AbandonmentReason {
  const { steps } = facts;
  const said = new Set<AbandonmentReason>();
  const say = (code: string | null) => {
    const reason = code === null ? undefined : reasonByCode[code];
    if (reason) said.add(reason);
  };
  const lastLook = steps.findLastIndex(isLook);
  const isAnswered = steps.slice(lastLook + 1).some(isAnswerToAsking);
  for (const code of steps[lastLook]?.shownReasons ?? []) if (!isAnswered || !aboveLimit.has(code)) say(code);
  steps.forEach((step, at) => {
    if (step.kind === "terms_wanted") said.add("terms_missing");
    if (step.kind === "approval_asked" && !steps.slice(at + 1).some(isAnswerToAsking)) said.add("awaiting_approval");
    if (step.kind === "refused" && !isSettled(step, steps.slice(at + 1))) say(step.reason);
  });
  for (const line of linesAfter(steps).values()) {
    if (line.stockSeen !== null && line.quantity !== null && line.stockSeen < line.quantity) said.add("out_of_stock");
  }
  if (priceRose(facts)) said.add("price_rose");
  if (isPriceCheckOnly(steps)) said.add("price_check");
  return abandonmentReasons.find((reason) => said.has(reason)) ?? "unknown";
}
