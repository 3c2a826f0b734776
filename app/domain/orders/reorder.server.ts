import { sql as statement } from "drizzle-orm";
import { addToCart, changeQuantity } from "#app/domain/carts/carts.server.ts";
import { roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import type { PriceE4 } from "#app/domain/money.ts";
import { dayOf } from "#app/domain/period.ts";
import { quotesFor } from "#app/domain/pricing/prices.server.ts";
import { type Reason, Refusal } from "#app/domain/refusal.ts";
import { sql, withTx } from "#db/connection.server.ts";
import { orderOf } from "./order-sheet.server.ts";

/** What became of one line of an order that was put into the cart again. */
export interface ReorderedLine {
  sku: string;
  name: string;
  quantity: number;
  /** The quantity then, where packing or what was in the cart already made it another one now. */
  quantityThen: number;
  /** Null where it did not go into the cart. */
  unitPriceE4: PriceE4 | null;
  unitPriceThenE4: PriceE4;
  available: number;
  /** Why it did not go into the cart; null when it did. */
  reason: Reason | null;
}

/**
 * Puts the lines of an order of the buyer's company into their cart again, in today's packs and at today's prices. What is in
 * the cart already is only made up to the order's quantity, so asking twice, or at once, changes nothing more. A line that is no
 * longer sold to them stays out; `reorderedOf` says which, and why.
 */
export async function reorder(buyer: Buyer, number: string, at: Date): Promise<void> {
  await withTx(async (tx) => {
    await tx.execute(lockOf(buyer));
    for (const { product, line } of await linesAgain(buyer, number)) {
      const wanted = { sku: product.sku, quantity: roundedToPack(product, line.quantity) };
      if (product.inCart !== null && product.inCart >= wanted.quantity) continue;
      try {
        await (product.inCart === null ? addToCart : changeQuantity)(buyer, wanted, at, tx);
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
      }
    }
  });
}

/** Makes a second press of the button wait for the first: before the first line there may be no cart to wait for. */
const lockOf = (buyer: Buyer) => statement`select from users where id = ${buyer.userId} for no key update`;

/**
 * What of an order stands in the buyer's cart now, and what changed since; a line left out has its reason, and one the buyer
 * took out again is not told. A reading: it may be asked as often as the page is loaded.
 */
export async function reorderedOf(buyer: Buyer, number: string, asOf: Date): Promise<ReorderedLine[]> {
  const again = await linesAgain(buyer, number);
  const [first] = again;
  if (!first) return [];
  const { priceTableId, groupId, uf } = first.product;
  const wanted = again.map(({ product, line }) => ({
    productId: product.id,
    quantity: product.inCart ?? roundedToPack(product, line.quantity),
  }));
  const quotes = await quotesFor({ id: buyer.customerId, priceTableId, groupId, uf }, wanted, dayOf(asOf));
  const lines: ReorderedLine[] = [];
  for (const { product, line } of again) {
    const { sku, available } = product;
    const quote = quotes.get(product.id);
    const reason = reasonAgainst(product, line.name, quote !== undefined);
    if (reason === null && product.inCart === null) continue;
    lines.push({
      sku,
      name: line.name,
      quantity: product.inCart ?? roundedToPack(product, line.quantity),
      quantityThen: line.quantity,
      unitPriceE4: reason === null && quote ? quote.unitPriceE4 : null,
      unitPriceThenE4: line.unitPriceE4,
      available,
      reason,
    });
  }
  return lines;
}

interface ProductNow {
  id: number;
  sku: string;
  was: string;
  packMultiple: number;
  minimumQuantity: number;
  isActive: boolean;
  available: number;
  inCart: number | null;
  priceTableId: number | null;
  groupId: number | null;
  uf: string | null;
}

function reasonAgainst(product: ProductNow, name: string, isPriced: boolean): Reason | null {
  const details = { sku: product.sku, name };
  if (!product.isActive) return { code: "product_inactive", details };
  return isPriced ? null : { code: "no_price", details };
}

/** The lines that bought something, each with its product as it is today and as it stands in the buyer's cart. */
async function linesAgain(buyer: Buyer, number: string) {
  const order = await orderOf(buyer, number);
  const products = await sql<ProductNow[]>`
    select p.id, p.sku, l.sku as was, p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity",
      p.is_active as "isActive", greatest(0, coalesce(s.on_hand - s.reserved, 0)) as available, cl.quantity as "inCart",
      c.price_table_id as "priceTableId", c.group_id as "groupId", c.uf
    from order_lines l
    join products p on p.id = l.product_id
    join customers c on c.id = l.customer_id
    left join stock s on s.product_id = p.id
    left join carts k on k.customer_id = c.id and k.buyer_id = ${buyer.userId} and k.ordered_at is null
    left join cart_lines cl on cl.customer_id = c.id and cl.cart_id = k.id and cl.product_id = p.id
    where l.customer_id = ${order.customerId} and l.order_id = ${order.id}`;
  return order.lines.flatMap((line) => {
    const product = products.find(({ was }) => was === line.sku);
    return product && line.quantity > 0 ? [{ product, line }] : [];
  });
}
