import { sql } from "drizzle-orm";
import { termsOfCart } from "#app/domain/customers/payment-terms.server.ts";
import { type Day, untilOf } from "#app/domain/period.ts";
import type { PricedCustomer } from "#app/domain/pricing/prices.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type KnownProduct, leastPurchases, purchasesLookedAt } from "./replenishment.ts";

type BoughtRow = Omit<KnownProduct, "purchases"> & { days: Day[] | null; quantities: number[] | null };

/**
 * Every product the customer had bought by then, what it has said about it, and its latest purchase days where there
 * are enough for a rhythm; one query.
 */
export async function boughtBy(customerId: number, asOf: Date, tx: Tx): Promise<KnownProduct[]> {
  const rows = await preparedRows<BoughtRow>(
    sql`with bought as materialized (
      select d.product_id, d.day, sum((d.quantity - d.returned_quantity)::float8) as quantity
      from product_days d
      where d.customer_id = ${customerId}::int and d.day < ${untilOf(asOf)}::date
      group by d.product_id, d.day
      having bool_or(d.orders > 0) and sum((d.quantity - d.returned_quantity)::float8) > 0
    ), latest as (
      select product_id, count(*)::int as purchase_days, max(day) as last_on,
        case when count(*) >= ${leastPurchases}::int
          then to_json((array_agg(day order by day desc))[1:${purchasesLookedAt}::int]) end as days,
        case when count(*) >= ${leastPurchases}::int
          then to_json((array_agg(quantity order by day desc))[1:${purchasesLookedAt}::int]) end as quantities
      from bought group by product_id
    )
    select p.id as "productId", p.sku, p.is_active as "isActive", p.pack_multiple as "packMultiple",
      p.minimum_quantity as "minimumQuantity", coalesce(r.is_hidden, false) as "isHidden", r.quantity as "ownQuantity",
      l.purchase_days as "purchaseDays", l.last_on as "lastOn", l.days, l.quantities
    from latest l
    join products p on p.id = l.product_id
    left join replenishment_choices r on r.customer_id = ${customerId}::int and r.product_id = l.product_id
    order by p.id`,
    tx,
  );
  return rows.map(({ days, quantities, ...product }) => ({
    ...product,
    purchases: (days ?? []).map((on, place) => ({ on, quantity: quantities?.[place] ?? 0 })),
  }));
}

/** What of a customer decides their prices, on the terms of a buyer's cart, where one is named, else the usual ones; nobody there is refused `not_found`. */
export async function pricedCustomerOf(id: number, buyerId: number | null, tx: Tx): Promise<PricedCustomer> {
  const [[customer], terms] = await Promise.all([
    preparedRows<Omit<PricedCustomer, "terms">>(
      sql`select id, price_table_id as "priceTableId", group_id as "groupId", uf from customers where id = ${id}::int`,
      tx,
    ),
    termsOfCart(id, buyerId, tx),
  ]);
  if (!customer) throw new Refusal("not_found", { what: "customer", id });
  return { ...customer, terms };
}
