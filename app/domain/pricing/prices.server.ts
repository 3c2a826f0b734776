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

/** The query `serving`: the tables that serve the customer of the query `c` (id, price_table_id, group_id, uf) on that day. */
export const servingTables = (on: Day): SQL => sql`serving as materialized (
  select t.id, case when t.id = c.price_table_id then 'assigned' else t.scope end as source, t.name, t.valid_from, t.valid_until
  from c, price_tables t
  where t.is_active
    and (t.id = c.price_table_id or t.scope = 'general'
      or (t.scope = 'group' and t.group_id = c.group_id) or (t.scope = 'uf' and t.uf = c.uf))
    and (t.valid_from is null or t.valid_from <= ${on}::date) and (t.valid_until is null or ${on}::date < t.valid_until))`;

/** Every price of a product that could be the customer's, as a list of candidates or null; expects the queries `c` and `serving`. */
export const candidatesFor = (productId: SQL): SQL => sql`(
  select json_agg(json_build_object('source', k.source, 'name', k.name, 'fromQuantity', k.from_quantity,
    'unitPriceE4', k.unit_price_e4, 'validFrom', k.valid_from, 'validUntil', k.valid_until))
  from (
    select 'customer' as source, '' as name, cp.from_quantity, cp.unit_price_e4, cp.valid_from, cp.valid_until
    from customer_prices cp where cp.customer_id = (select id from c) and cp.product_id = ${productId}
    union all
    select serving.source, serving.name, tp.from_quantity, tp.unit_price_e4, serving.valid_from, serving.valid_until
    from serving join prices tp on tp.price_table_id = serving.id and tp.product_id = ${productId}
  ) k)`;

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
  const productIds = `{${[...new Set(wanted.map((one) => one.productId))].join(",")}}`;
  const rows = await preparedRows<{ productId: number; candidates: PriceCandidate[] | null }>(
    sql`with c as (
      select ${customer.id}::int as id, ${customer.priceTableId}::int as price_table_id, ${customer.groupId}::int as group_id,
        ${customer.uf}::text as uf
    ), ${servingTables(on)}
    select w.id as "productId", ${candidatesFor(sql`w.id`)} as candidates from unnest(${productIds}::int[]) as w (id)`,
    tx,
  );
  const candidates = new Map(rows.map((row) => [row.productId, row.candidates]));
  for (const { productId, quantity } of wanted) {
    const price = quote(candidates.get(productId) ?? [], quantity, on);
    if (price) quotes.set(productId, price);
  }
  return quotes;
}
