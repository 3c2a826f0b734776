import { roundedToPack } from "#app/domain/catalog/quantity.ts";
import { basisPointsBetween, type PriceE4 } from "#app/domain/money.ts";
import type { PriceStep, StepSource } from "#app/domain/pricing/price-chain.ts";
import type { Quote } from "#app/domain/pricing/quote.ts";
import type { Reason } from "#app/domain/refusal.ts";

/** A line as it was ordered, beside its product as this customer finds it today. */
export interface LineThenAndNow {
  sku: string;
  name: string;
  quantityThen: number;
  unitPriceThenE4: PriceE4;
  /** Empty where the price came with an import. */
  chainThen: PriceStep[];
  packMultiple: number;
  minimumQuantity: number;
  isActive: boolean;
  available: number;
}

/** Where a price came from: its table, or an agreement. */
export interface PriceOrigin {
  source: StepSource;
  name: string;
}

/** Why a price is another one now, as far as the two ways it came about say it. */
export type WhyAnother =
  | { kind: "other_source"; was: PriceOrigin; now: PriceOrigin }
  | { kind: "other_volume"; wasFrom: number; nowFrom: number }
  | { kind: "new_price"; at: PriceOrigin };

/** One thing that is not as it was when the order was placed. */
export type Difference =
  | { kind: "not_sold"; reason: Reason }
  | { kind: "price"; wasE4: PriceE4; nowE4: PriceE4; basisPoints: number; why: WhyAnother | null }
  | { kind: "packing"; was: number; now: number }
  | { kind: "short"; available: number }
  | { kind: "sold_out" };

const originOf = ({ source, name }: PriceStep): PriceOrigin => ({ source, name });

/** The steps that can make one price another: where it was written down, the quantity reached, the terms, the promotion. */
function decidingSteps(chain: PriceStep[]) {
  const last = (isOf: (step: PriceStep) => boolean) => chain.findLast(isOf) ?? null;
  const written = last(({ source }) => source !== "volume" && source !== "terms" && source !== "promotion");
  return {
    written,
    reached: last(({ source }) => source === "volume") ?? written,
    terms: last(({ source }) => source === "terms"),
    promotion: last(({ source }) => source === "promotion"),
  };
}

/** What in the way a price comes about is another thing now; null where the old way is not known. */
export function whyAnother(then: PriceStep[], now: PriceStep[]): WhyAnother | null {
  const [was, is] = [decidingSteps(then), decidingSteps(now)];
  if (!was.written || !is.written || !was.reached || !is.reached) return null;
  const differs = (one: PriceStep | null, other: PriceStep | null) =>
    one?.source !== other?.source || one?.name !== other?.name;
  for (const [before, after] of [
    [was.promotion, is.promotion],
    [was.written, is.written],
  ] as const) {
    if (!differs(before, after)) continue;
    return { kind: "other_source", was: originOf(before ?? was.written), now: originOf(after ?? is.written) };
  }
  if (was.reached.fromQuantity !== is.reached.fromQuantity) {
    return { kind: "other_volume", wasFrom: was.reached.fromQuantity, nowFrom: is.reached.fromQuantity };
  }
  if (differs(was.terms, is.terms)) {
    return { kind: "other_source", was: originOf(was.terms ?? was.written), now: originOf(is.terms ?? is.written) };
  }
  return { kind: "new_price", at: originOf(is.written) };
}

/** The quantity that is offered again: that of the order, in whole packs of today. */
export const offeredAgain = (line: Pick<LineThenAndNow, "packMultiple" | "minimumQuantity" | "quantityThen">): number =>
  roundedToPack(line, line.quantityThen);

/** Why a product is not sold to the customer any more; null when it is. */
export function reasonNotSold(
  { sku, name, isActive }: Pick<LineThenAndNow, "sku" | "name" | "isActive">,
  isPriced: boolean,
): Reason | null {
  const details = { sku, name };
  if (!isActive) return { code: "product_inactive", details };
  return isPriced ? null : { code: "no_price", details };
}

/**
 * Everything about a line that is not as it was then: whether it is sold, its price and why, its packs, its stock. `now` is the
 * price of the offered quantity. None: it can be ordered again just so.
 */
export function differencesOf(line: LineThenAndNow, now: Pick<Quote, "unitPriceE4" | "chain"> | null): Difference[] {
  const reason = reasonNotSold(line, now !== null);
  if (reason || !now) return reason ? [{ kind: "not_sold", reason }] : [];
  const differences: Difference[] = [];
  const [wasE4, nowE4] = [line.unitPriceThenE4, now.unitPriceE4];
  if (wasE4 !== nowE4) {
    const why = whyAnother(line.chainThen, now.chain);
    differences.push({ kind: "price", wasE4, nowE4, basisPoints: basisPointsBetween(wasE4, nowE4), why });
  }
  const offered = offeredAgain(line);
  if (offered !== line.quantityThen) differences.push({ kind: "packing", was: line.quantityThen, now: offered });
  if (line.available <= 0) differences.push({ kind: "sold_out" });
  else if (line.available < offered) differences.push({ kind: "short", available: line.available });
  return differences;
}
