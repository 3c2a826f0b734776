import { leastQuantity } from "#app/domain/catalog/quantity.ts";
import { type Cents, lineCents, type PriceE4 } from "#app/domain/money.ts";
import { offsetOf, type Page } from "#app/domain/page.ts";
import { type Day, dayOf } from "#app/domain/period.ts";
import { quotesFor } from "#app/domain/pricing/prices.server.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { boughtBy, pricedCustomerOf } from "./bought.server.ts";
import {
  type ApartReason,
  apartReasons,
  type DueState,
  type LeftOut,
  type Proposal,
  placeOf,
} from "./replenishment.ts";
import { inCartOf, type ShownProduct, shownProducts } from "./shown.server.ts";

/** A product that is due or will be, as the buyer sees it and the rep reads it out. */
export interface ReplenishmentLine extends ShownProduct {
  packMultiple: number;
  /** How much of it is in the reader's open cart. */
  inCart: number;
  /** The least that can be ordered of it. */
  least: number;
  quantity: number;
  /** What the quantity would be without the customer's own one. */
  usual: number;
  isOwnQuantity: boolean;
  /** The customer's own price at that quantity. */
  unitPriceE4: PriceE4;
  cents: Cents;
  lastOn: Day;
  cycleDays: number;
  dueOn: Day;
  state: DueState;
}

/** A product on no list, and why. */
export interface LeftOutLine extends ShownProduct {
  why: ApartReason;
  purchaseDays: number;
  cycleDays: number | null;
  lastOn: Day;
}

/** What a customer should buy again. */
export interface ReplenishmentList {
  /** Overdue or due, the longest overdue first; what is in the cart already comes last. At most `mostDue`. */
  due: ReplenishmentLine[];
  /** Of everything due, shown or not, and not in the cart yet. */
  dueCount: number;
  dueCents: Cents;
  /** What comes next, by its day; at most `mostNext` of `nextCount`. */
  next: ReplenishmentLine[];
  nextCount: number;
  /** How many are left out, by reason. */
  apart: Record<ApartReason, number>;
  /** The ones left out for the reason asked about, bought last first. */
  left: Page<LeftOutLine> & { why: ApartReason };
}

/** More than this is not shown at once; the rest moves up as the first are ordered. */
export const mostDue = 100;
export const mostNext = 50;
const leftPageSize = 20;

const isProposal = (place: Proposal | LeftOut): place is Proposal => "dueOn" in place;

/** Everything the customer has bought in its place, those without a price for them as no longer sold; two or three queries. */
async function placesOf(customerId: number, buyerId: number | null, asOf: Date, tx: Tx) {
  const today = dayOf(asOf);
  const [customer, bought] = await Promise.all([
    pricedCustomerOf(customerId, buyerId, tx),
    boughtBy(customerId, asOf, tx),
  ]);
  const placed = bought.map((product) => placeOf(product, today));
  const wanted = placed.filter(isProposal);
  const quotes = await quotesFor(
    customer,
    wanted.map(({ product, quantity }) => ({ productId: product.productId, quantity })),
    today,
    tx,
  );
  const proposals = wanted.flatMap((one) => {
    const quote = quotes.get(one.product.productId);
    return quote ? [{ ...one, unitPriceE4: quote.unitPriceE4 }] : [];
  });
  const unpriced = wanted
    .filter(({ product }) => !quotes.has(product.productId))
    .map(({ product, cycleDays, lastOn }): LeftOut => ({ product, why: "unsold", cycleDays, lastOn }));
  return { proposals, left: [...placed.filter((place) => !isProposal(place)), ...unpriced] as LeftOut[] };
}

type Priced = Proposal & { unitPriceE4: PriceE4 };

const byDueDay = (a: Priced, b: Priced): number =>
  a.dueOn === b.dueOn ? a.product.productId - b.product.productId : a.dueOn < b.dueOn ? -1 : 1;

const byLastBought = (a: LeftOut, b: LeftOut): number =>
  a.lastOn === b.lastOn ? a.product.productId - b.product.productId : a.lastOn < b.lastOn ? 1 : -1;

function lineFrom(one: Priced, inCart: number, shown: ShownProduct): ReplenishmentLine {
  const { product, quantity, usual, unitPriceE4, lastOn, cycleDays, dueOn, kind } = one;
  return {
    ...shown,
    packMultiple: product.packMultiple,
    inCart,
    least: leastQuantity(product),
    quantity,
    usual,
    isOwnQuantity: product.ownQuantity !== null,
    unitPriceE4,
    cents: lineCents(quantity, unitPriceE4),
    lastOn,
    cycleDays,
    dueOn,
    state: kind,
  };
}

/**
 * What the customer should buy again as of a moment: what is due, what comes next, and what is left out with the reason. With the
 * cart of a buyer (`cartOf`) each line says how much of it is in there. The number of queries never depends on the products.
 */
export async function replenishmentOf(
  customerId: number,
  asked: { cartOf: number | null; why: ApartReason | null; page: number },
  asOf: Date,
  tx: Tx = db,
): Promise<ReplenishmentList> {
  const [{ proposals, left }, inCart] = await Promise.all([
    placesOf(customerId, asked.cartOf, asOf, tx),
    asked.cartOf === null ? new Map<number, number>() : inCartOf(customerId, asked.cartOf, tx),
  ]);
  const apart = Object.fromEntries(apartReasons.map((why) => [why, 0])) as Record<ApartReason, number>;
  for (const { why } of left) apart[why] += 1;
  const why = asked.why ?? apartReasons.find((one) => apart[one] > 0) ?? "too_few";
  const ordered = proposals.sort(byDueDay);
  const isWaiting = ({ product }: Priced) => !inCart.has(product.productId);
  const due = ordered.filter(({ kind }) => kind !== "later");
  const waiting = due.filter(isWaiting);
  const dueShown = [...waiting, ...due.filter((one) => !isWaiting(one))].slice(0, mostDue);
  const next = ordered.filter(({ kind }) => kind === "later");
  const nextShown = next.slice(0, mostNext);
  const leftSame = left.filter((one) => one.why === why).sort(byLastBought);
  const page = Math.min(asked.page, Math.max(1, Math.ceil(leftSame.length / leftPageSize)));
  const leftShown = leftSame.slice(offsetOf(page, leftPageSize), offsetOf(page + 1, leftPageSize));
  const rows = [...dueShown, ...nextShown, ...leftShown].map(({ product, lastOn }) => ({
    productId: product.productId,
    lastOn,
  }));
  const shown = await shownProducts(customerId, rows, tx);
  const linesOf = (of: Priced[]) =>
    of.flatMap((one) => {
      const found = shown.get(one.product.productId);
      return found ? [lineFrom(one, inCart.get(one.product.productId) ?? 0, found)] : [];
    });
  return {
    due: linesOf(dueShown),
    dueCount: waiting.length,
    dueCents: waiting.reduce((sum, { quantity, unitPriceE4 }) => sum + lineCents(quantity, unitPriceE4), 0),
    next: linesOf(nextShown),
    nextCount: next.length,
    apart,
    left: {
      why,
      rows: leftShown.flatMap(({ product, cycleDays, lastOn }) => {
        const found = shown.get(product.productId);
        return found ? [{ ...found, why, purchaseDays: product.purchaseDays, cycleDays, lastOn }] : [];
      }),
      total: leftSame.length,
      page,
      pageSize: leftPageSize,
    },
  };
}

/** How many products the customer is due to buy again; for a word about it on another page. */
export async function dueCountOf(customerId: number, asOf: Date, tx: Tx = db): Promise<number> {
  const { proposals } = await placesOf(customerId, null, asOf, tx);
  return proposals.filter(({ kind }) => kind !== "later").length;
}
