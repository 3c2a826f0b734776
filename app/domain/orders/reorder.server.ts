import { addToCart } from "#app/domain/carts/carts.server.ts";
import { roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import type { PriceE4 } from "#app/domain/money.ts";
import { type Reason, Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { orderOf } from "./order-sheet.server.ts";

/** What became of one line of an order that was put into the cart again. */
export interface ReorderedLine {
  sku: string;
  name: string;
  quantity: number;
  /** The quantity then, where packing made it another one now. */
  quantityThen: number;
  /** Null where it did not go into the cart. */
  unitPriceE4: PriceE4 | null;
  unitPriceThenE4: PriceE4;
  available: number;
  /** Why it did not go into the cart; null when it did. */
  reason: Reason | null;
}

/**
 * Puts the lines of an order of the buyer's company into their cart again, in today's packs and at today's prices, and says of
 * each line what changed. A line that is no longer sold to them stays out, with its reason.
 */
export async function reorder(buyer: Buyer, number: string, at: Date): Promise<ReorderedLine[]> {
  const order = await orderOf(buyer, number);
  const products = await sql<{ sku: string; was: string; packMultiple: number; minimumQuantity: number }[]>`
    select p.sku, l.sku as was, p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity"
    from order_lines l join products p on p.id = l.product_id
    where l.customer_id = ${order.customerId} and l.order_id = ${order.id}`;
  const lines: ReorderedLine[] = [];
  for (const line of order.lines.filter(({ quantity }) => quantity > 0)) {
    const product = products.find(({ was }) => was === line.sku);
    if (!product) continue;
    const quantity = roundedToPack(product, line.quantity);
    const then = { name: line.name, quantityThen: line.quantity, unitPriceThenE4: line.unitPriceE4 };
    lines.push({ ...then, ...(await lineAgain(buyer, { sku: product.sku, quantity }, at)) });
  }
  return lines;
}

type LineAgain = Pick<ReorderedLine, "sku" | "quantity" | "unitPriceE4" | "available" | "reason">;

async function lineAgain(buyer: Buyer, wanted: { sku: string; quantity: number }, at: Date): Promise<LineAgain> {
  try {
    const { unitPriceE4, available } = await addToCart(buyer, wanted, at);
    return { ...wanted, unitPriceE4, available, reason: null };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return { ...wanted, unitPriceE4: null, available: 0, reason: { code: fault.code, details: fault.details } };
  }
}
