import { sql } from "drizzle-orm";
import { addToCart, changeQuantity } from "#app/domain/carts/carts.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { type Reason, Refusal, refuseFor } from "#app/domain/refusal.ts";
import { type Tx, withTx } from "#db/connection.server.ts";
import { refuseViewer, rememberQuantities, type WantedQuantity } from "./choices.server.ts";

/** Makes a second press of the button wait for the first: before the first line there may be no cart to wait for. */
const lockOf = (buyer: Buyer) => sql`select from users where id = ${buyer.userId} for no key update`;

async function inCartOf(buyer: Buyer, tx: Tx): Promise<Map<string, number>> {
  const lines = await tx.execute<{ sku: string; quantity: number }>(sql`
    select p.sku, l.quantity from carts k
    join cart_lines l on l.customer_id = k.customer_id and l.cart_id = k.id
    join products p on p.id = l.product_id
    where k.customer_id = ${buyer.customerId} and k.buyer_id = ${buyer.userId} and k.is_current`);
  return new Map(lines.map(({ sku, quantity }) => [sku, quantity]));
}

/** Puts one line in, or makes it up to the quantity where it is there already; what stood against it comes back. */
async function reasonsAgainst(
  buyer: Buyer,
  wanted: WantedQuantity,
  inCart: number | undefined,
  at: Date,
  tx: Tx,
): Promise<Reason[]> {
  if (inCart !== undefined && inCart >= wanted.quantity && wanted.quantity > 0) return [];
  try {
    await (inCart === undefined ? addToCart : changeQuantity)(buyer, wanted, at, tx);
    return [];
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    return fault.reasons.map(({ code, details }) => ({ code, details: { sku: wanted.sku, ...details } }));
  }
}

/**
 * Turns the list into the cart: every chosen product goes in by the rules of any line, at today's price; what is in the cart
 * already is only made up to the quantity, so pressing twice, or at once, changes nothing more. Changed quantities, chosen or
 * not, are remembered. All or nothing: refused with every reason against any line, each naming its `sku`.
 */
export async function replenish(
  buyer: Buyer,
  chosen: readonly WantedQuantity[],
  changed: readonly WantedQuantity[],
  at: Date,
): Promise<void> {
  refuseViewer(buyer);
  if (chosen.length === 0) throw new Refusal("nothing_chosen");
  await withTx(async (tx) => {
    await tx.execute(lockOf(buyer));
    const inCart = await inCartOf(buyer, tx);
    const reasons: Reason[] = [];
    for (const wanted of chosen) reasons.push(...(await reasonsAgainst(buyer, wanted, inCart.get(wanted.sku), at, tx)));
    refuseFor(reasons);
    await rememberQuantities(buyer, changed, at, tx);
  });
}
