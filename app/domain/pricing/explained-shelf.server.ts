import type { Page } from "#app/domain/page.ts";
import type { Day } from "#app/domain/period.ts";
import { type PricedCustomer, quotesFor } from "./prices.server.ts";
import { shelfFor } from "./shelf.server.ts";
import type { ExplainedItem, ShelfWish } from "./shelf.ts";

/** A page of the shop as the customer sees it, each price with the whole way it came about: for the office, not for the shop. */
export async function explainedShelf(customer: PricedCustomer, wish: ShelfWish, on: Day): Promise<Page<ExplainedItem>> {
  const shelf = await shelfFor(customer, wish, on);
  const wanted = shelf.rows.map((row) => ({ productId: row.id, quantity: row.least }));
  const quotes = await quotesFor(customer, wanted, on);
  return {
    ...shelf,
    rows: shelf.rows.map(({ id, sku, name, least }) => ({ sku, name, least, quote: quotes.get(id) ?? null })),
  };
}
