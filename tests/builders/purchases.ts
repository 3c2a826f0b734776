import { rebuildFacts } from "#app/domain/orders/facts.server.ts";
import { type Day, dayOf, daysAfter, momentAt } from "#app/domain/period.ts";
import { sql } from "#db/connection.server.ts";
import { product } from "./distributor.ts";
import { at } from "./ordering.ts";

/** The day on which the tests order. */
export const today = dayOf(at);
let number = 0;

/** An order, or a return, of one product so many days ago. */
export async function ordered(
  customerId: number,
  productId: number,
  daysAgo: number,
  quantity: number,
  more: { kind?: "order" | "return"; isCancelled?: boolean; unitPriceE4?: number } = {},
) {
  const on: Day = daysAfter(today, -daysAgo);
  const { kind = "order", isCancelled = false, unitPriceE4 = 90_000 } = more;
  const cents = (quantity * unitPriceE4) / 100;
  const [order] = await sql<{ id: number }[]>`
    insert into orders (customer_id, number, kind, channel, placed_at, placed_on, goods_cents, cancelled_at)
    values (${customerId}, ${`R${++number}`}, ${kind}, 'phone', ${momentAt(on, "09:00:00")}, ${on}, ${cents},
      ${isCancelled ? at : null}) returning id`;
  await sql`insert into order_lines (customer_id, order_id, line, product_id, sku, name, quantity, unit_price_e4, total_cents)
    select ${customerId}, ${(order as { id: number }).id}, 1, id, sku, name, ${quantity}, ${unitPriceE4}, ${cents}
    from products where id = ${productId}`;
}

/** Bought so many days ago, each time that much. */
export async function bought(customerId: number, productId: number, quantities: Record<number, number>) {
  for (const [daysAgo, quantity] of Object.entries(quantities)) {
    await ordered(customerId, productId, Number(daysAgo), quantity);
  }
}

/** A product bought every fortnight, twelve at a time, the last time sixteen days ago. */
export async function dueProduct(customerId: number, given: Parameters<typeof product>[0] = {}) {
  const soap = await product(given);
  await bought(customerId, soap.id, { 58: 12, 44: 12, 30: 12, 16: 12 });
  await rebuildFacts();
  return soap;
}
