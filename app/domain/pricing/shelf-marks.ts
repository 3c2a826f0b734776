import type { Day } from "#app/domain/period.ts";

/** What a buyer has had to do with a product: what their company bought of it, and what they keep or wait for themselves. */
export interface ShelfMarks {
  /** In how many orders they bought it, and when last. */
  bought: number;
  lastBoughtOn: Day | null;
  /** What a unit cost on that day, from what was paid for all of them. */
  lastPriceE4: number | null;
  isFavourite: boolean;
  /** True while they wait to be told that it can be had again. */
  isAwaited: boolean;
}

/** The purchases `b` of a product as columns of a statement, to be joined to it; `customer` and `product` are places in its text. */
export const purchasesOf = (customer: string, product: string): string => `
    select sum(d.orders)::int as bought, max(d.day) filter (where d.orders > 0) as last_on,
      (array_agg((d.gross_cents * 100 + d.quantity / 2) / d.quantity order by d.day desc) filter (where d.quantity > 0))[1] as last_price_e4
    from product_days d where d.customer_id = ${customer} and d.product_id = ${product}`;

/** What a buyer keeps of a product and waits for, as columns of a statement; without a buyer, nothing. */
export const keptColumns = (customer: string, buyer: string, product: string): string => `
    exists (select from list_lines k where k.customer_id = ${customer} and k.product_id = ${product} and k.list_id = (
      select f.id from lists f where f.customer_id = ${customer} and f.owner_id = ${buyer} and f.is_favourites)) as "isFavourite",
    exists (select from stock_wishes w where w.customer_id = ${customer} and w.buyer_id = ${buyer}
      and w.product_id = ${product}) as "isAwaited"`;

/** True where there is anything to say. */
export const isMarked = (marks: ShelfMarks): boolean => marks.bought > 0 || marks.isFavourite || marks.isAwaited;
