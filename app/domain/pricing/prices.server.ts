import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/domain/period.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type PriceCandidate, type Quote, quote } from "./quote.ts";

/** What of a customer decides which prices are theirs. */
export interface PricedCustomer {
  id: number;
  priceTableId: number | null;
  groupId: number | null;
  uf: string | null;
}

/** A product and the quantity its price is asked for. */
export interface WantedPrice {
  productId: number;
  quantity: number;
}

type CandidateRow = PriceCandidate & { productId: number };

/** Every price written down for these products that could be this customer's on that day. */
function candidatesSql(customer: PricedCustomer, productIds: SQL, on: Day): SQL {
  return sql`
    select cp.product_id as "productId", 'customer' as source, '' as name, cp.from_quantity as "fromQuantity",
      cp.unit_price_e4::float8 as "unitPriceE4", cp.valid_from::text as "validFrom", cp.valid_until::text as "validUntil"
    from customer_prices cp
    where cp.customer_id = ${customer.id}::int and cp.product_id = any(${productIds})
    union all
    select p.product_id, case when t.id = ${customer.priceTableId}::int then 'assigned' else t.scope end, t.name,
      p.from_quantity, p.unit_price_e4::float8, t.valid_from::text, t.valid_until::text
    from price_tables t join prices p on p.price_table_id = t.id
    where t.is_active
      and (t.id = ${customer.priceTableId}::int or t.scope = 'general'
        or (t.scope = 'group' and t.group_id = ${customer.groupId}::int) or (t.scope = 'uf' and t.uf = ${customer.uf}::text))
      and (t.valid_from is null or t.valid_from <= ${on}::date) and (t.valid_until is null or ${on}::date < t.valid_until)
      and p.product_id = any(${productIds})`;
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
  const quotes = new Map<number, Quote>();
  if (wanted.length === 0) return quotes;
  const productIds = sql`${`{${[...new Set(wanted.map((one) => one.productId))].join(",")}}`}::int[]`;
  const rows = await preparedRows<CandidateRow>(candidatesSql(customer, productIds, on), tx);
  const byProduct = new Map<number, PriceCandidate[]>();
  for (const row of rows) {
    const found = byProduct.get(row.productId);
    if (found) found.push(row);
    else byProduct.set(row.productId, [row]);
  }
  for (const { productId, quantity } of wanted) {
    const price = quote(byProduct.get(productId) ?? [], quantity, on);
    if (price) quotes.set(productId, price);
  }
  return quotes;
}
