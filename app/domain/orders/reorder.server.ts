import { fillCart } from "#app/domain/carts/filling.server.ts";
import { leastQuantity, mostUnits, roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { termsOfCart } from "#app/domain/customers/payment-terms.server.ts";
import type { PriceE4 } from "#app/domain/money.ts";
import { type Day, dayOf } from "#app/domain/period.ts";
import { quotesFor } from "#app/domain/pricing/prices.server.ts";
import type { Quote } from "#app/domain/pricing/quote.ts";
import type { Reason } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { type Difference, differencesOf, reasonNotSold } from "./again.ts";
import { type OrderLine, orderOf } from "./order-sheet.server.ts";

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
  const again = await linesAgain(buyer, number);
  const wanted = again.map(({ product, line }) => ({
    sku: product.sku,
    quantity: roundedToPack(product, line.quantity),
  }));
  await fillCart(buyer, wanted, at);
}

/** A line of an old order as it can be ordered again, with everything that is not as it was. */
export interface LineAgain {
  sku: string;
  name: string;
  picture: string | null;
  unit: string;
  packMultiple: number;
  least: number;
  quantityThen: number;
  unitPriceThenE4: PriceE4;
  /** In whole packs of today. */
  quantity: number;
  /** Null when it is not sold to them any more. */
  unitPriceE4: PriceE4 | null;
  available: number;
  /** What the buyer's cart holds of it already. */
  inCart: number;
  differences: Difference[];
}

/** The lines of an order of the buyer's company beside what they would be today; one product once, however many lines it had. */
export async function againOf(buyer: Buyer, number: string, asOf: Date): Promise<LineAgain[]> {
  const again = await linesAgain(buyer, number);
  const quotes = await quotesAgain(buyer, again, dayOf(asOf));
  return again.map(({ product, line }) => {
    const { sku, packMultiple, minimumQuantity, isActive, available } = product;
    const facts = { sku, name: line.name, packMultiple, minimumQuantity, isActive, available };
    const then = { quantityThen: line.quantity, unitPriceThenE4: line.unitPriceE4, chainThen: line.chain };
    const quote = quotes.get(product.id) ?? null;
    const differences = differencesOf({ ...facts, ...then }, quote);
    return {
      sku,
      name: line.name,
      picture: line.picture,
      unit: line.unit,
      packMultiple,
      least: leastQuantity(product),
      quantityThen: line.quantity,
      unitPriceThenE4: line.unitPriceE4,
      quantity: roundedToPack(product, line.quantity),
      unitPriceE4: differences.some(({ kind }) => kind === "not_sold") ? null : (quote?.unitPriceE4 ?? null),
      available,
      inCart: product.inCart ?? 0,
      differences,
    };
  });
}

/** True when every line of an order can be ordered again just as it was. */
export async function isUnchanged(buyer: Buyer, number: string, asOf: Date): Promise<boolean> {
  return (await againOf(buyer, number, asOf)).every(({ differences }) => differences.length === 0);
}

type Again = Awaited<ReturnType<typeof linesAgain>>;

/** The customer's prices of today for what would go in again, or already is in the cart. */
async function quotesAgain(buyer: Buyer, again: Again, on: Day, isOfCart = false) {
  const [first] = again;
  if (!first) return new Map<number, Quote>();
  const { priceTableId, groupId, uf } = first.product;
  const wanted = again.map(({ product, line }) => ({
    productId: product.id,
    quantity: (isOfCart ? product.inCart : null) ?? roundedToPack(product, line.quantity),
  }));
  const terms = await termsOfCart(buyer.customerId, buyer.userId);
  return quotesFor({ id: buyer.customerId, priceTableId, groupId, uf, terms }, wanted, on);
}

/**
 * What of an order stands in the buyer's cart now, and what changed since; a line left out has its reason, and one the buyer
 * took out again is not told. A reading: it may be asked as often as the page is loaded.
 */
export async function reorderedOf(buyer: Buyer, number: string, asOf: Date): Promise<ReorderedLine[]> {
  const again = await linesAgain(buyer, number);
  const quotes = await quotesAgain(buyer, again, dayOf(asOf), true);
  const lines: ReorderedLine[] = [];
  for (const { product, line } of again) {
    const { sku, available } = product;
    const quote = quotes.get(product.id);
    const reason = reasonNotSold({ sku, name: line.name, isActive: product.isActive }, quote !== undefined);
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

/** The products an order bought, each once, as they are today and as they stand in the buyer's cart. */
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
    left join carts k on k.customer_id = c.id and k.buyer_id = ${buyer.userId} and k.is_current
    left join cart_lines cl on cl.customer_id = c.id and cl.cart_id = k.id and cl.product_id = p.id
    where l.customer_id = ${order.customerId} and l.order_id = ${order.id}`;
  const again = new Map<number, { product: ProductNow; line: OrderLine }>();
  for (const line of order.lines) {
    const product = products.find(({ was }) => was === line.sku);
    if (!product || line.quantity <= 0) continue;
    const before = again.get(product.id)?.line;
    const quantity = Math.min(mostUnits, (before?.quantity ?? 0) + line.quantity);
    again.set(product.id, { product, line: { ...(before ?? line), quantity } });
  }
  return [...again.values()];
}
