import { sql } from "drizzle-orm";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import type { PriceE4 } from "#app/domain/money.ts";
import type { Tx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import type { CartLine } from "./cart.ts";

/**
 * Takes a cart out of its buyer's hands: it is no longer the one the shop fills, and waits for an answer. False when it is not
 * the current one (any more).
 */
export async function setAside(customerId: number, cartId: number, tx: Tx): Promise<boolean> {
  const rows = await preparedRows(
    sql`update carts set is_current = false
      where customer_id = ${customerId}::int and id = ${cartId}::bigint and is_current and ordered_at is null returning id`,
    tx,
  );
  return rows.length === 1;
}

/**
 * Gives a cart that waited back into its buyer's hands, in place of an empty one. While they fill another, nothing is taken from
 * under their hands: the cart stays where it is, and false comes back.
 */
export async function putBackUnlessBusy(
  { customerId, userId }: Pick<Buyer, "customerId" | "userId">,
  cartId: number,
  tx: Tx,
): Promise<boolean> {
  // Locked first and looked into afterwards: only so is a line seen that somebody was just adding.
  const [filling] = await preparedRows<{ id: number }>(
    sql`select id from carts where customer_id = ${customerId}::int and buyer_id = ${userId}::int and is_current for update`,
    tx,
  );
  const current = filling?.id ?? null;
  const filled = await preparedRows(
    sql`select from cart_lines where customer_id = ${customerId}::int and cart_id = ${current}::bigint limit 1`,
    tx,
  );
  if (filled.length > 0) return false;
  await preparedRows(
    sql`update carts set is_current = false where customer_id = ${customerId}::int and id = ${current}::bigint`,
    tx,
  );
  const back = await preparedRows(
    sql`update carts set is_current = true
      where customer_id = ${customerId}::int and id = ${cartId}::bigint and buyer_id = ${userId}::int and ordered_at is null
      returning id`,
    tx,
  );
  return back.length === 1;
}

/** Keeps a cart that came back at a bad moment among its buyer's others, under this name unless it had one. */
export async function keepUnder(customerId: number, cartId: number, name: string, at: Date, tx: Tx): Promise<void> {
  await preparedRows(
    sql`update carts set set_aside_at = ${at.toISOString()}::timestamptz, name = coalesce(name, ${name}::text)
      where customer_id = ${customerId}::int and id = ${cartId}::bigint and not is_current and ordered_at is null`,
    tx,
  );
}

/** Opens a cart that waits beside the current one and holds these lines, each noted as a step; gives its number. */
export async function openBeside(buyer: Buyer, lines: readonly CartLine[], at: Date, tx: Tx): Promise<number> {
  const moment = at.toISOString();
  const held = lines.map(({ productId, quantity, quote, available }, place) => ({
    ...{ product_id: productId, quantity, available, place },
    price: quote?.unitPriceE4 ?? null,
  }));
  const [cart] = await preparedRows<{ id: number }>(
    sql`with cart as (
      insert into carts (customer_id, buyer_id, opened_at, is_current)
      values (${buyer.customerId}::int, ${buyer.userId}::int, ${moment}::timestamptz, false) returning id
    ), wanted as (
      select w.*, ${moment}::timestamptz + w.place * interval '1 millisecond' as at
      from jsonb_to_recordset(${JSON.stringify(held)}::jsonb) as w (product_id int, quantity int, price bigint, available int, place int)
    ), lines as (
      insert into cart_lines (customer_id, cart_id, product_id, quantity, shown_unit_price_e4, added_at, changed_at)
      select ${buyer.customerId}::int, cart.id, w.product_id, w.quantity, w.price, w.at, w.at from cart, wanted w
    ), steps as (
      insert into journey_steps (customer_id, buyer_id, acting_user_id, cart_id, kind, at, product_id, quantity, unit_price_e4, stock_seen)
      select ${buyer.customerId}::int, ${buyer.userId}::int, ${buyer.actingUserId}::int, cart.id, 'added', w.at, w.product_id,
        w.quantity, w.price, w.available
      from cart, wanted w
    )
    select id from cart`,
    tx,
  );
  return (cart as { id: number }).id;
}

/** Makes a waiting cart hold what was agreed about it: these quantities at these prices, in the same order, and nothing else. */
export async function holdAgreed(
  customerId: number,
  cartId: number,
  agreed: readonly { productId: number; quantity: number; unitPriceE4: PriceE4 }[],
  at: Date,
  tx: Tx,
): Promise<void> {
  const lines = JSON.stringify(
    agreed.map((one) => ({ id: one.productId, quantity: one.quantity, e4: one.unitPriceE4 })),
  );
  await preparedRows(
    sql`with agreed as (
      select * from jsonb_to_recordset(${lines}::jsonb) as a (id int, quantity int, e4 bigint)
    ), gone as (
      delete from cart_lines l where l.customer_id = ${customerId}::int and l.cart_id = ${cartId}::bigint
        and l.product_id not in (select id from agreed)
    )
    update cart_lines l set quantity = a.quantity, shown_unit_price_e4 = a.e4, changed_at = ${at.toISOString()}::timestamptz
    from agreed a where l.customer_id = ${customerId}::int and l.cart_id = ${cartId}::bigint and l.product_id = a.id`,
    tx,
  );
}
