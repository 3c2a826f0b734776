import type { Buyer } from "#app/domain/customers/buyer.ts";
import { sql } from "#db/connection.server.ts";

/** What the frame of the shop says about the open cart. */
export interface CartSummary {
  lines: number;
  cents: number;
}

/** The open cart of a buyer in two numbers: its lines, and their value at the prices last shown. */
export async function cartSummaryOf(buyer: Buyer): Promise<CartSummary> {
  const [row] = await sql<CartSummary[]>`
    select count(l.product_id)::int as lines,
           coalesce(sum(round(l.quantity * l.shown_unit_price_e4 / 100.0)), 0)::float8 as cents
    from carts c
    left join cart_lines l on l.customer_id = c.customer_id and l.cart_id = c.id
    where c.customer_id = ${buyer.customerId} and c.buyer_id = ${buyer.userId} and c.ordered_at is null`;
  return row ?? { lines: 0, cents: 0 };
}
