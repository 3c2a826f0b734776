import { sql } from "drizzle-orm";
import { type Day, untilOf } from "#app/domain/period.ts";
import type { PricedCustomer } from "#app/domain/pricing/prices.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { type KnownProduct, purchasesLookedAt } from "./replenishment.ts";

type BoughtRow = Omit<KnownProduct, "purchases"> & { days: Day[]; quantities: number[] };

/** Every product the customer had bought by then, with its latest purchase days and what they said about it; one query. */
export async function boughtBy(customerId: number, asOf: Date, tx: Tx): Promise<KnownProduct[]> {
  const rows = await preparedRows<BoughtRow>(
    sql`with bought as materialized (
      select d.product_id, d.day, (sum(d.quantity) - sum(d.returned_quantity))::int as quantity
      from product_days d
      where d.customer_id = ${customerId}::int and d.day < ${untilOf(asOf)}::date
      group by d.product_id, d.day
      having sum(d.orders) > 0 and sum(d.quantity) > sum(d.returned_quantity)
    ), placed as (
      select *, row_number() over (partition by product_id order by day desc) as place from bought
    ), latest as (
      select product_id, count(*)::int as purchase_days,
        json_agg(day order by place) filter (where place <= ${purchasesLookedAt}::int) as days,
        json_agg(quantity order by place) filter (where place <= ${purchasesLookedAt}::int) as quantities
      from placed group by product_id
    )
    select p.id as "productId", p.sku, p.is_active as "isActive", p.pack_multiple as "packMultiple",
      p.minimum_quantity as "minimumQuantity", coalesce(r.is_hidden, false) as "isHidden", r.quantity as "ownQuantity",
      l.purchase_days as "purchaseDays", l.days, l.quantities
    from latest l
    join products p on p.id = l.product_id
    left join replenishment_choices r on r.customer_id = ${customerId}::int and r.product_id = l.product_id
    order by p.id`,
    tx,
  );
  return rows.map(({ days, quantities, ...product }) => ({
    ...product,
    purchases: days.map((on, place) => ({ on, quantity: quantities[place] ?? 0 })),
  }));
}

/** What of a customer decides their prices; nobody there is refused `not_found`. */
export async function pricedCustomerOf(id: number, tx: Tx): Promise<PricedCustomer> {
  const [customer] = await preparedRows<PricedCustomer>(
    sql`select id, price_table_id as "priceTableId", group_id as "groupId", uf from customers where id = ${id}::int`,
    tx,
  );
  if (!customer) throw new Refusal("not_found", { what: "customer", id });
  return customer;
}
