import { type Packing, reasonsAgainstQuantity, roundedToPack } from "#app/domain/catalog/quantity.ts";
import { type Cents, lineCents, type PriceE4, priceChangedBy } from "#app/domain/money.ts";
import { type Day, daysAfter, daysBetween } from "#app/domain/period.ts";
import type { Reason } from "#app/domain/refusal.ts";

/** How far a quote (orçamento) came. */
export const quoteStates = ["asked", "answered", "expired", "accepted", "declined", "withdrawn"] as const;
export type QuoteState = (typeof quoteStates)[number];

/** The moments a quote's state is read from; none of them is ever taken back. */
export interface QuoteMoments {
  answeredAt: Date | null;
  /** The last day on which it can be accepted. */
  validUntil: Day | null;
  acceptedAt: Date | null;
  declinedAt: Date | null;
  withdrawnAt: Date | null;
}

/** The state of a quote on a day: an answer nobody accepted is over the day after its last one. */
export function quoteStateOf(quote: QuoteMoments, today: Day): QuoteState {
  if (quote.acceptedAt) return "accepted";
  if (quote.declinedAt) return "declined";
  if (quote.withdrawnAt) return "withdrawn";
  if (!quote.answeredAt || !quote.validUntil) return "asked";
  return quote.validUntil < today ? "expired" : "answered";
}

/** Days until the last one on which it can be accepted; 0 on that day, negative after it. */
export const daysLeftOf = (validUntil: Day, today: Day): number => daysBetween(today, validUntil);

/** Why the house can no longer answer a quote; null while it can. */
export function reasonNotToAnswer(state: QuoteState): Reason | null {
  if (state === "asked") return null;
  return { code: state === "answered" || state === "expired" ? "quote_answered" : "quote_closed", details: {} };
}

/** Why the buyer can no longer accept or decline a quote; null while they can. */
export function reasonNotToDecide(state: QuoteState, validUntil: Day | null): Reason | null {
  if (state === "answered") return null;
  if (state === "asked") return { code: "quote_not_answered", details: {} };
  if (state === "expired") return { code: "quote_expired", details: { on: validUntil } };
  return { code: "quote_closed", details: {} };
}

/** States in which the same can be asked once more, as another version: whenever the house had its say and no order came of it. */
export const mayBeAskedAgain = (state: QuoteState): boolean => state !== "asked" && state !== "accepted";

/** What a buyer wishes of a quote as a whole, in their own words. */
export interface QuoteWish {
  wantedPrice: string | null;
  wantedTerms: string | null;
  /** The day they would like the goods. */
  wantedOn: Day | null;
  message: string | null;
}

/** The longest an answer can be valid. */
export const mostValidDays = 365;

/** A line as it was asked: what of it decides what can be answered. */
export interface AskedLine extends Packing {
  sku: string;
  wishedQuantity: number;
  listUnitPriceE4: PriceE4;
}

/** What the house says to a line: a price, or a discount on the list price, or neither for the list price itself. */
export interface SaidLine {
  sku: string;
  isUnavailable: boolean;
  quantity: number | null;
  unitPriceE4: PriceE4 | null;
  discountBasisPoints: number | null;
  note: string | null;
}

/** A line as it is answered; without quantity and price the house has none of it. */
export interface AnsweredLine {
  sku: string;
  isUnavailable: boolean;
  quantity: number | null;
  unitPriceE4: PriceE4 | null;
  note: string | null;
}

/** A price less a discount; a list price of whole centavos stays one, rounded up, so that no discount is ever exceeded. */
function discounted(listUnitPriceE4: PriceE4, basisPoints: number): PriceE4 {
  const exact = priceChangedBy(listUnitPriceE4, -basisPoints);
  return listUnitPriceE4 % 100 === 0 ? Math.ceil(exact / 100) * 100 : exact;
}

/** The answer to a line, out of what was said: nothing said means what was asked, at the list price. */
export function answeredLineOf(asked: AskedLine, said: SaidLine): AnsweredLine {
  const { sku, isUnavailable, note } = said;
  if (isUnavailable) return { sku, isUnavailable, note, quantity: null, unitPriceE4: null };
  const unitPriceE4 = said.unitPriceE4 ?? discounted(asked.listUnitPriceE4, said.discountBasisPoints ?? 0);
  return { sku, isUnavailable, note, quantity: said.quantity ?? asked.wishedQuantity, unitPriceE4 };
}

/**
 * Why a line cannot be answered so: a price and a discount at once, no whole packs, or more discount than whoever answers may
 * give (null: as much as they like).
 */
export function reasonsAgainstAnswer(asked: AskedLine, said: SaidLine, mostBasisPoints: number | null): Reason[] {
  if (said.isUnavailable) return [];
  const { sku } = asked;
  const reasons: Reason[] = [];
  if (said.unitPriceE4 !== null && said.discountBasisPoints !== null) {
    reasons.push({ code: "quote_price_twice", details: { sku } });
  }
  const { quantity, unitPriceE4 } = answeredLineOf(asked, said);
  for (const reason of reasonsAgainstQuantity(asked, quantity ?? 0)) {
    reasons.push({ ...reason, details: { sku, ...reason.details } });
  }
  const least = mostBasisPoints === null ? null : priceChangedBy(asked.listUnitPriceE4, -mostBasisPoints);
  if (least !== null && unitPriceE4 !== null && unitPriceE4 < least) {
    reasons.push({ code: "quote_discount_limit", details: { sku, basisPoints: mostBasisPoints } });
  }
  return reasons;
}

/** Why an answer cannot be valid until that day: it is over, or too far away. */
export function reasonAgainstValidity(validUntil: Day, today: Day): Reason | null {
  const last = daysAfter(today, mostValidDays);
  if (validUntil >= today && validUntil <= last) return null;
  return { code: "quote_validity", details: { from: today, to: last } };
}

/** A line as far as its money is concerned. */
export interface PricedLine {
  wishedQuantity: number;
  listUnitPriceE4: PriceE4;
  quantity: number | null;
  unitPriceE4: PriceE4 | null;
  isUnavailable: boolean;
}

/** What a quote adds up to; `listCents` are the same quantities at the list price. */
export interface QuoteSums {
  listCents: Cents;
  goodsCents: Cents;
  freightCents: Cents;
  totalCents: Cents;
}

/** The sums of a quote: as answered, or before that at the list price. */
export function quoteSumsOf(lines: readonly PricedLine[], freightCents: Cents | null): QuoteSums {
  let [list, goods] = [0, 0];
  for (const line of lines) {
    if (line.isUnavailable) continue;
    const quantity = line.quantity ?? line.wishedQuantity;
    list += lineCents(quantity, line.listUnitPriceE4);
    goods += lineCents(quantity, line.unitPriceE4 ?? line.listUnitPriceE4);
  }
  const freight = freightCents ?? 0;
  return { listCents: list, goodsCents: goods, freightCents: freight, totalCents: goods + freight };
}

/** What an answer would add up to, line by line as it was asked. */
export function sumsOfAnswer(
  asked: readonly AskedLine[],
  answered: readonly AnsweredLine[],
  freightCents: Cents,
): QuoteSums {
  const bySku = new Map(answered.map((line) => [line.sku, line]));
  const silent = { quantity: null, unitPriceE4: null, isUnavailable: false };
  return quoteSumsOf(
    asked.map((line) => ({ ...line, ...silent, ...bySku.get(line.sku) })),
    freightCents,
  );
}

/** One thing that happened to a quote. */
export interface QuoteStep {
  step: "asked" | "answered" | "accepted" | "declined" | "withdrawn";
  at: Date;
  by: string | null;
}

/** How a quote came along, oldest first, and who took each step. */
export function quoteStepsOf(
  quote: QuoteMoments & {
    askedAt: Date;
    askedByName: string;
    answeredByName: string | null;
    endedByName: string | null;
  },
): QuoteStep[] {
  const { askedAt, answeredAt, acceptedAt, declinedAt, withdrawnAt, askedByName, answeredByName, endedByName } = quote;
  const steps: [QuoteStep["step"], Date | null, string | null][] = [
    ["asked", askedAt, askedByName],
    ["answered", answeredAt, answeredByName],
    ["accepted", acceptedAt, endedByName],
    ["declined", declinedAt, endedByName],
    ["withdrawn", withdrawnAt, endedByName],
  ];
  return steps.flatMap(([step, at, by]) => (at ? [{ step, at, by }] : []));
}

/** What of a quote can go into a cart instead: the quantities it came to, in whole packs of today. */
export const linesToBuy = (lines: readonly (AskedLine & PricedLine)[]): { sku: string; quantity: number }[] =>
  lines
    .filter((line) => !line.isUnavailable)
    .map((line) => ({ sku: line.sku, quantity: roundedToPack(line, line.quantity ?? line.wishedQuantity) }));
