import { sql } from "drizzle-orm";
import { mostUnits, packingBeside, reasonsAgainstQuantity } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import type { PriceE4 } from "#app/domain/money.ts";
import { type Day, dayOf } from "#app/domain/period.ts";
import { pricedCustomer, priceFactsOf, pricing, termsWantedBy } from "#app/domain/pricing/price-facts.server.ts";
import { type PriceFacts, type Quote, quote } from "#app/domain/pricing/quote.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { afterTx, db, type Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";

/** A product by its SKU and how many of it a line shall hold. */
export interface WantedLine {
  sku: string;
  quantity: number;
}

/** A line as it stands after an act, with the price and the stock the buyer is shown with it. */
export interface LineNow {
  sku: string;
  name: string;
  quantity: number;
  unitPriceE4: PriceE4;
  available: number;
}

type ProductRow = {
  id: number;
  name: string;
  packMultiple: number;
  minimumQuantity: number;
  isActive: boolean;
  available: number;
  cartId: number | null;
  inCart: number | null;
  facts: PriceFacts;
};

/** The product as this buyer finds it: its packing, stock and prices, and what of it is in their cart. */
async function productFor(buyer: Buyer, sku: string, on: Day, tx: Tx): Promise<ProductRow | null> {
  const [row] = await preparedRows<ProductRow>(
    sql`with ${pricedCustomer(buyer.customerId, on, termsWantedBy(buyer.userId))}, ${pricing}
    select p.id, p.name, p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity",
      p.is_active as "isActive", coalesce(s.on_hand - s.reserved, 0) as available, k.id as "cartId", l.quantity as "inCart",
      ${priceFactsOf("p")} as facts
    from products p
    left join stock s on s.product_id = p.id
    left join carts k on k.customer_id = ${buyer.customerId}::int and k.buyer_id = ${buyer.userId}::int and k.is_current
    left join cart_lines l on l.customer_id = k.customer_id and l.cart_id = k.id and l.product_id = p.id
    where p.sku = ${sku}::text`,
    tx,
  );
  return row ?? null;
}

/**
 * The price of the line at its new quantity; refuses what is not sold to this customer, and writes the refusal down, whatever
 * becomes of the transaction.
 */
async function priceOrRefusal(
  buyer: Buyer,
  product: ProductRow,
  { sku, quantity }: WantedLine,
  entered: { quantity: number; minimumQuantity: number },
  at: Date,
  tx: Tx,
): Promise<Quote> {
  const price = quote(product.facts, Math.max(1, Math.min(quantity, mostUnits)), dayOf(at));
  const named = { sku, name: product.name };
  const packing = { packMultiple: product.packMultiple, minimumQuantity: entered.minimumQuantity };
  const reasons = reasonsAgainstQuantity(packing, entered.quantity);
  if (quantity > mostUnits && reasons.length === 0) {
    reasons.push({ code: "quantity_invalid", details: { quantity, most: mostUnits } });
  }
  if (!price) reasons.unshift({ code: "no_price", details: {} });
  if (!product.isActive) reasons.unshift({ code: "product_inactive", details: {} });
  const [first] = reasons;
  if (price && !first) return price;
  const said = reasons.map((reason) => ({ ...reason, details: { ...named, ...reason.details } }));
  const reason = first?.code ?? "no_price";
  const refused = {
    kind: "refused" as const,
    cartId: product.cartId,
    reason,
    reasons: said,
    productId: product.id,
    quantity,
    unitPriceE4: price?.unitPriceE4 ?? null,
    stockSeen: product.available,
    goodsCents: null,
  };
  await afterTx(tx, () => recordStep(buyer, refused, at));
  throw new Refusal(reason, said[0]?.details, said);
}

/**
 * Puts a quantity of a product into the buyer's cart, on top of what is there of it, at the price of the whole line; opens a
 * cart when there is none. Refused: unknown or inactive product, no price for this customer, not whole packs, under the minimum.
 */
export async function addToCart(buyer: Buyer, wanted: WantedLine, at: Date, tx: Tx = db): Promise<LineNow> {
  const product = await productFor(buyer, wanted.sku, dayOf(at), tx);
  if (!product) throw new Refusal("not_found", { what: "product", sku: wanted.sku });
  const inCart = product.inCart ?? 0;
  const line = { sku: wanted.sku, quantity: inCart + wanted.quantity };
  const entered = { quantity: wanted.quantity, minimumQuantity: packingBeside(product, inCart).minimumQuantity };
  const price = await priceOrRefusal(buyer, product, line, entered, at, tx);
  const moment = at.toISOString();
  const [added] = await preparedRows<{ quantity: number }>(
    sql`with cart as (
      insert into carts (customer_id, buyer_id, opened_at)
      values (${buyer.customerId}::int, ${buyer.userId}::int, ${moment}::timestamptz)
      on conflict (customer_id, buyer_id) where is_current do update set opened_at = carts.opened_at
      returning id
    ), line as (
      insert into cart_lines (customer_id, cart_id, product_id, quantity, shown_unit_price_e4, added_at, changed_at)
      select ${buyer.customerId}::int, cart.id, ${product.id}::int, ${wanted.quantity}::int, ${price.unitPriceE4}::bigint,
        ${moment}::timestamptz, ${moment}::timestamptz
      from cart
      on conflict (customer_id, cart_id, product_id) do update set quantity = cart_lines.quantity + excluded.quantity,
        shown_unit_price_e4 = excluded.shown_unit_price_e4, changed_at = excluded.changed_at
        where cart_lines.quantity + excluded.quantity <= ${mostUnits}::int
      returning cart_id, quantity
    )
    insert into journey_steps (customer_id, buyer_id, acting_user_id, cart_id, kind, at, product_id, quantity, unit_price_e4, stock_seen)
    select ${buyer.customerId}::int, ${buyer.userId}::int, ${buyer.actingUserId}::int, line.cart_id, 'added',
      ${moment}::timestamptz, ${product.id}::int, line.quantity, ${price.unitPriceE4}::bigint, ${product.available}::int
    from line
    returning quantity`,
    tx,
  );
  if (!added) throw new Refusal("quantity_invalid", { sku: wanted.sku, quantity: line.quantity, most: mostUnits });
  const { name, available } = product;
  return { sku: wanted.sku, name, quantity: added.quantity, unitPriceE4: price.unitPriceE4, available };
}

/** Sets the quantity of a line that is in the cart, at the price of that quantity. The same refusals as `addToCart`. */
export async function changeQuantity(buyer: Buyer, wanted: WantedLine, at: Date, tx: Tx = db): Promise<LineNow> {
  const product = await productFor(buyer, wanted.sku, dayOf(at), tx);
  if (!product || product.cartId === null || product.inCart === null) {
    throw new Refusal("not_found", { what: "line", sku: wanted.sku });
  }
  const price = await priceOrRefusal(buyer, product, wanted, { ...product, quantity: wanted.quantity }, at, tx);
  const moment = at.toISOString();
  await preparedRows(
    sql`with cart as (
      select k.id from carts k
      where k.customer_id = ${buyer.customerId}::int and k.id = ${product.cartId}::bigint and k.is_current
      for no key update
    ), line as (
      update cart_lines l set quantity = ${wanted.quantity}::int, shown_unit_price_e4 = ${price.unitPriceE4}::bigint,
        changed_at = ${moment}::timestamptz
      from cart
      where l.customer_id = ${buyer.customerId}::int and l.cart_id = cart.id and l.product_id = ${product.id}::int
        and (l.quantity <> ${wanted.quantity}::int or l.shown_unit_price_e4 is distinct from ${price.unitPriceE4}::bigint)
      returning l.cart_id, l.quantity
    )
    insert into journey_steps (customer_id, buyer_id, acting_user_id, cart_id, kind, at, product_id, quantity, unit_price_e4, stock_seen)
    select ${buyer.customerId}::int, ${buyer.userId}::int, ${buyer.actingUserId}::int, line.cart_id, 'changed',
      ${moment}::timestamptz, ${product.id}::int, line.quantity, ${price.unitPriceE4}::bigint, ${product.available}::int
    from line`,
    tx,
  );
  const { name, available } = product;
  return { ...wanted, name, unitPriceE4: price.unitPriceE4, available };
}

/** Takes products out of the cart, all of them when no SKU is named; taking out what is not in it changes nothing. */
export async function removeFromCart(buyer: Buyer, skus: string[] | "all", at: Date, tx: Tx = db): Promise<void> {
  const named = skus === "all" ? null : JSON.stringify(skus);
  const moment = at.toISOString();
  await preparedRows(
    sql`with cart as (
      select k.id from carts k
      where k.customer_id = ${buyer.customerId}::int and k.buyer_id = ${buyer.userId}::int and k.is_current
      for no key update
    ), line as (
      delete from cart_lines l using cart, products p
      where l.customer_id = ${buyer.customerId}::int and l.cart_id = cart.id and p.id = l.product_id
        and (${named}::jsonb is null or ${named}::jsonb ? p.sku)
      returning l.cart_id, l.product_id, l.shown_unit_price_e4
    )
    insert into journey_steps (customer_id, buyer_id, acting_user_id, cart_id, kind, at, product_id, quantity, unit_price_e4, stock_seen)
    select ${buyer.customerId}::int, ${buyer.userId}::int, ${buyer.actingUserId}::int, line.cart_id, 'removed',
      ${moment}::timestamptz, line.product_id, 0, line.shown_unit_price_e4, coalesce(s.on_hand - s.reserved, 0)
    from line left join stock s on s.product_id = line.product_id`,
    tx,
  );
}
