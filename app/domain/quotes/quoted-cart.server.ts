import { type OpenCart, openCart } from "#app/domain/carts/cart.ts";
import { cartOfWishes } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { basisPointsBetween, type Cents, type PriceE4 } from "#app/domain/money.ts";
import { type Day, daysAfter } from "#app/domain/period.ts";
import type { PriceStep } from "#app/domain/pricing/price-chain.ts";
import type { Quote } from "#app/domain/pricing/quote.ts";
import type { TaxRate } from "#app/domain/pricing/tax.ts";
import { db, type Tx } from "#db/connection.server.ts";

/** What of an answered quote decides the order it can become. */
export interface Offer {
  number: number;
  cartId: number;
  validUntil: Day;
  freightCents: Cents;
  /** The lines the house has, in their order. */
  lines: readonly { sku: string; quantity: number; unitPriceE4: PriceE4; listChain: PriceStep[] }[];
}

/** The price of a quote's line, on top of the way the list price had come about. */
function quotedPrice(offer: Offer, unitPriceE4: PriceE4, listChain: PriceStep[], taxes: TaxRate[]): Quote {
  const list = listChain.at(-1)?.unitPriceE4 ?? unitPriceE4;
  const step: PriceStep = {
    source: "quote",
    name: String(offer.number),
    fromQuantity: 1,
    unitPriceE4,
    basisPoints: basisPointsBetween(list, unitPriceE4),
    validUntil: daysAfter(offer.validUntil, 1),
  };
  const chain = [...listChain, step];
  return { unitPriceE4, source: "quote", chain, promotion: null, next: null, breaks: [], taxes };
}

/**
 * The cart an answered quote makes at exactly its prices, with everything that stands against ordering it now: stock, credit, a
 * product no longer sold. The minimums of order and suppliers were the house's to waive, so they do not count.
 */
export async function quotedCartOf(buyer: Buyer, offer: Offer, at: Date, tx: Tx = db): Promise<OpenCart> {
  const wishes = offer.lines.map(({ sku, quantity }) => ({ sku, quantity }));
  const now = await cartOfWishes(buyer.customerId, wishes, { cartOf: buyer }, at, tx);
  const bySku = new Map(offer.lines.map((line) => [line.sku, line]));
  const facts = now.lines.flatMap((line) => {
    const said = bySku.get(line.sku);
    if (!said) return [];
    const quote = quotedPrice(offer, said.unitPriceE4, said.listChain, line.quote?.taxes ?? []);
    return [{ ...line, steps: [], supplierMinimumCents: 0, shownUnitPriceE4: said.unitPriceE4, quote }];
  });
  const { mayOrder } = buyer;
  const freight = { kind: "fixed" as const, cents: offer.freightCents, freeOverCents: null };
  const { credit, delivery, terms, offeredTerms } = now;
  const holder = { mayOrder, minimumOrderCents: 0, credit, freight, delivery, terms, offeredTerms };
  return openCart(offer.cartId, facts, holder);
}
