import { sql } from "drizzle-orm";
import { reasonsAgainstQuantity } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { type Reason, Refusal, refuseFor } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { boughtBy } from "./bought.server.ts";
import { type KnownProduct, proposedQuantity, usualQuantity } from "./replenishment.ts";

/** A product of the list and the quantity typed for it. */
export interface WantedQuantity {
  sku: string;
  quantity: number;
}

const notFound = (sku: string) => new Refusal("not_found", { what: "product", sku });

/** Whoever may only look changes nothing for their company. */
export function refuseViewer(buyer: Buyer): void {
  if (!buyer.mayOrder) throw new Refusal("views_only");
}

async function bring(
  buyer: Buyer,
  quantities: { productId: number; quantity: number }[],
  at: Date,
  tx: Tx,
): Promise<void> {
  if (quantities.length === 0) return;
  await tx.execute(sql`
    insert into replenishment_choices (customer_id, product_id, quantity, by_user_id, at)
    select ${buyer.customerId}::int, w."productId", w.quantity, ${buyer.userId}::int, ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(quantities)}::jsonb) as w ("productId" int, quantity int)
    order by w."productId"
    on conflict (customer_id, product_id) do update
      set quantity = excluded.quantity, by_user_id = excluded.by_user_id, at = excluded.at`);
}

/** Takes the customer's own quantity away from products; what is then said about them no more disappears. */
async function clear(buyer: Buyer, productIds: number[], at: Date, tx: Tx): Promise<void> {
  if (productIds.length === 0) return;
  const these = sql`customer_id = ${buyer.customerId} and product_id = any(${`{${productIds.join(",")}}`}::int[])`;
  await tx.execute(sql`delete from replenishment_choices where ${these} and not is_hidden`);
  await tx.execute(sql`update replenishment_choices set quantity = null, by_user_id = ${buyer.userId},
    at = ${at.toISOString()}::timestamptz where ${these} and quantity is not null`);
}

/**
 * Keeps the quantities that differ from the proposed ones as the customer's own; one that is the usual again ends the own one.
 * Refused with every quantity that could not be ordered, and for products the customer never bought (`not_found`).
 */
export async function rememberQuantities(
  buyer: Buyer,
  wanted: readonly WantedQuantity[],
  at: Date,
  tx: Tx = db,
): Promise<void> {
  refuseViewer(buyer);
  await withTx(async (tx) => {
    const known = new Map((await boughtBy(buyer.customerId, at, tx)).map((product) => [product.sku, product]));
    const changed = wanted.flatMap(({ sku, quantity }): { product: KnownProduct; quantity: number }[] => {
      const product = known.get(sku);
      if (!product) throw notFound(sku);
      return quantity === proposedQuantity(product) ? [] : [{ product, quantity }];
    });
    refuseFor(
      changed.flatMap(({ product, quantity }): Reason[] =>
        reasonsAgainstQuantity(product, quantity).map(({ code, details }) => ({
          code,
          details: { sku: product.sku, ...details },
        })),
      ),
    );
    const isUsual = ({ product, quantity }: (typeof changed)[number]) =>
      quantity === usualQuantity(product, product.purchases);
    await clear(
      buyer,
      changed.filter(isUsual).map(({ product }) => product.productId),
      at,
      tx,
    );
    await bring(
      buyer,
      changed
        .filter((one) => !isUsual(one))
        .map(({ product, quantity }) => ({ productId: product.productId, quantity })),
      at,
      tx,
    );
  }, tx);
}

/** The number of a product the customer has bought; any other is refused `not_found`. */
async function boughtProduct(customerId: number, sku: string, tx: Tx): Promise<number> {
  const [product] = await tx.execute<{ id: number }>(sql`
    select p.id from products p where p.sku = ${sku} and exists (
      select from product_days d where d.customer_id = ${customerId} and d.product_id = p.id and d.orders > 0)`);
  if (!product) throw notFound(sku);
  return product.id;
}

/** The customer takes this product no more: it is left out of the list until it is shown again. */
export async function hideProduct(buyer: Buyer, sku: string, at: Date, tx: Tx = db): Promise<void> {
  refuseViewer(buyer);
  const productId = await boughtProduct(buyer.customerId, sku, tx);
  await tx.execute(sql`
    insert into replenishment_choices (customer_id, product_id, is_hidden, by_user_id, at)
    values (${buyer.customerId}, ${productId}, true, ${buyer.userId}, ${at.toISOString()}::timestamptz)
    on conflict (customer_id, product_id) do update
      set is_hidden = true, by_user_id = excluded.by_user_id, at = excluded.at`);
}

/** Takes the product back on the list, with the customer's own quantity where there was one. */
export async function showProduct(buyer: Buyer, sku: string, at: Date, tx: Tx = db): Promise<void> {
  refuseViewer(buyer);
  await withTx(async (tx) => {
    const productId = await boughtProduct(buyer.customerId, sku, tx);
    const it = sql`customer_id = ${buyer.customerId} and product_id = ${productId} and is_hidden`;
    await tx.execute(sql`delete from replenishment_choices where ${it} and quantity is null`);
    await tx.execute(sql`update replenishment_choices set is_hidden = false, by_user_id = ${buyer.userId},
      at = ${at.toISOString()}::timestamptz where ${it}`);
  }, tx);
}

/** Goes back from the customer's own quantity to the usual one. */
export async function forgetQuantity(buyer: Buyer, sku: string, at: Date, tx: Tx = db): Promise<void> {
  refuseViewer(buyer);
  await withTx(async (tx) => clear(buyer, [await boughtProduct(buyer.customerId, sku, tx)], at, tx), tx);
}
