import { sql } from "drizzle-orm";
import { mostUnits } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { type Reason, Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { addToCart, changeQuantity, type WantedLine } from "./carts.server.ts";

const isQuantity = (quantity: number): boolean => Number.isInteger(quantity) && quantity >= 1 && quantity <= mostUnits;

/** What became of lines somebody wanted in the cart all at once. */
export interface Filled {
  /** How many of them the cart holds now as they were wanted, or more. */
  held: number;
  /** Why the others did not go in; `details.sku` says which. */
  refused: Reason[];
}

/**
 * Makes the cart hold at least these quantities, by the rules of `addToCart`. What is in it already counts, so asking twice, or
 * at once, changes nothing more; what is refused stays out, and the rest goes in.
 */
export async function fillCart(buyer: Buyer, wanted: readonly WantedLine[], at: Date, outer: Tx = db): Promise<Filled> {
  return withTx(async (tx) => {
    // A second press of the button waits for the first: before the first line there may be no cart to wait for.
    await tx.execute(sql`select from users where id = ${buyer.userId} for no key update`);
    const inCart = await preparedRows<{ sku: string; quantity: number }>(
      sql`select p.sku, l.quantity from carts k
        join cart_lines l on l.customer_id = k.customer_id and l.cart_id = k.id
        join products p on p.id = l.product_id
        where k.customer_id = ${buyer.customerId}::int and k.buyer_id = ${buyer.userId}::int and k.is_current`,
      tx,
    );
    const held = new Map(inCart.map(({ sku, quantity }) => [sku, quantity]));
    const refused: Reason[] = [];
    for (const line of wanted) {
      if (!isQuantity(line.quantity)) {
        refused.push({ code: "quantity_invalid", details: { sku: line.sku, most: mostUnits } });
        continue;
      }
      const before = held.get(line.sku);
      if (before !== undefined && before >= line.quantity) continue;
      try {
        await (before === undefined ? addToCart : changeQuantity)(buyer, line, at, tx);
        held.set(line.sku, line.quantity);
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
        refused.push({ code: fault.code, details: { ...fault.details, sku: line.sku } });
      }
    }
    return { held: wanted.length - refused.length, refused };
  }, outer);
}
