import { sql } from "drizzle-orm";
import type { TermsPrice } from "#app/domain/customers/payment-terms.ts";
import type { Day } from "#app/domain/period.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { priceFactsOf, pricing } from "./price-facts.server.ts";
import { type PriceFacts, type Quote, quote } from "./quote.ts";

/** What of a customer decides which prices are theirs. */
export interface PricedCustomer {
  id: number;
  priceTableId: number | null;
  groupId: number | null;
  uf: string | null;
  /** The payment terms their prices are shown for; null where none are offered. */
  terms: TermsPrice | null;
}

/** A product and the quantity its price is asked for. */
export interface WantedPrice {
  productId: number;
  quantity: number;
}

/** All that decides the customer's prices of these products on that day, by product, in one query. */
export async function priceFactsFor(
  customer: PricedCustomer,
  productIds: number[],
  on: Day,
  tx: Tx = db,
): Promise<Map<number, PriceFacts>> {
  if (productIds.length === 0) return new Map();
  const rows = await preparedRows<{ productId: number; facts: PriceFacts }>(
    sql`with c as materialized (
      select ${customer.id}::int as id, ${customer.priceTableId}::int as price_table_id, ${customer.groupId}::int as group_id,
        ${customer.uf}::text as uf, ${on}::date as on_day, null::json as terms
    ), ${pricing}
    select p.id as "productId", ${priceFactsOf("p")} as facts
    from unnest(${`{${[...new Set(productIds)].join(",")}}`}::int[]) as w (id) join products p on p.id = w.id`,
    tx,
  );
  return new Map(rows.map(({ productId, facts }) => [productId, { ...facts, terms: customer.terms }]));
}

/**
 * The customer's own price of each product for the wanted quantity on that day, in one query. A product without a price for
 * this customer is absent: it is not sold to them.
 */
export async function quotesFor(
  customer: PricedCustomer,
  wanted: WantedPrice[],
  on: Day,
  tx: Tx = db,
): Promise<Map<number, Quote>> {
  const facts = await priceFactsFor(
    customer,
    wanted.map((one) => one.productId),
    on,
    tx,
  );
  const quotes = new Map<number, Quote>();
  for (const { productId, quantity } of wanted) {
    const own = facts.get(productId);
    const price = own && quote(own, quantity, on);
    if (price) quotes.set(productId, price);
  }
  return quotes;
}
