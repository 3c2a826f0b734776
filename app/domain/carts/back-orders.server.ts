import { type SQL, sql } from "drizzle-orm";
import { mostUnits, type Packing, roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedRows } from "#db/prepared.server.ts";
import { addToCart } from "./carts.server.ts";

/** A product a buyer waits for, split out of a cart because the shelf was short. */
export interface BackOrder {
  sku: string;
  name: string;
  quantity: number;
  wishedAt: Date;
  /** All of it is on the shelf, beside what the buyer's own cart holds of it. */
  isThere: boolean;
}

/** What lies there of the product of `b`, beside what its buyer's current cart holds of it. */
const left: SQL = sql`coalesce(s.on_hand - s.reserved, 0) - coalesce((
  select sum(l.quantity) from carts k join cart_lines l on l.customer_id = k.customer_id and l.cart_id = k.id
  where k.customer_id = b.customer_id and k.buyer_id = b.buyer_id and k.is_current and l.product_id = b.product_id), 0)`;

type Row = Omit<BackOrder, "wishedAt"> & { wishedAt: string };

const fromRow = (row: Row): BackOrder => ({ ...row, wishedAt: new Date(row.wishedAt) });

/** What a buyer waits for, what is there first. */
export async function backOrdersOf(buyer: Buyer, tx: Tx = db): Promise<BackOrder[]> {
  const rows = await preparedRows<Row>(
    sql`select p.sku, p.name, b.quantity, b.wished_at as "wishedAt", p.is_active and ${left} >= b.quantity as "isThere"
    from back_orders b join products p on p.id = b.product_id left join stock s on s.product_id = p.id
    where b.customer_id = ${buyer.customerId}::int and b.buyer_id = ${buyer.userId}::int
    order by "isThere" desc, b.wished_at, p.name limit 200`,
    tx,
  );
  return rows.map(fromRow);
}

/** What all buyers of a customer wait for, and who; for whoever looks after it. The caller has found the customer in scope. */
export async function awaitedBy(customerId: number, tx: Tx = db): Promise<(BackOrder & { buyer: string })[]> {
  const rows = await preparedRows<Row & { buyer: string }>(
    sql`select p.sku, p.name, b.quantity, b.wished_at as "wishedAt", p.is_active and ${left} >= b.quantity as "isThere", u.name as buyer
    from back_orders b join products p on p.id = b.product_id join users u on u.id = b.buyer_id
    left join stock s on s.product_id = p.id
    where b.customer_id = ${customerId}::int order by "isThere" desc, b.wished_at, p.name limit 100`,
    tx,
  );
  return rows.map((row) => ({ ...fromRow(row), buyer: row.buyer }));
}

/** How much of a product is waited for, and by how many customers. */
export async function demandFor(productId: number, tx: Tx = db): Promise<{ quantity: number; customers: number }> {
  const [row] = await preparedRows<{ quantity: number; customers: number }>(
    sql`select coalesce(sum(quantity), 0)::int as quantity, count(distinct customer_id)::int as customers
    from back_orders where product_id = ${productId}::int`,
    tx,
  );
  return row ?? { quantity: 0, customers: 0 };
}

/** How much of each product a buyer waits for, by SKU, locked. */
export async function waitingOf(buyer: Buyer, tx: Tx): Promise<Map<string, number>> {
  const rows = await preparedRows<{ sku: string; quantity: number }>(
    sql`select p.sku, b.quantity from back_orders b join products p on p.id = b.product_id
    where b.customer_id = ${buyer.customerId}::int and b.buyer_id = ${buyer.userId}::int order by b.product_id for update of b`,
    tx,
  );
  return new Map(rows.map(({ sku, quantity }) => [sku, quantity]));
}

/** Makes the buyer wait for exactly so much of a product from now on; 0 for no longer. */
export async function waitFor(
  buyer: Buyer,
  { sku, quantity, cartId }: { sku: string; quantity: number; cartId: number },
  at: Date,
  tx: Tx,
): Promise<void> {
  if (quantity <= 0) {
    await preparedRows(
      sql`delete from back_orders b using products p where b.customer_id = ${buyer.customerId}::int
        and b.buyer_id = ${buyer.userId}::int and p.id = b.product_id and p.sku = ${sku}::text`,
      tx,
    );
    return;
  }
  await preparedRows(
    sql`insert into back_orders (customer_id, buyer_id, product_id, quantity, cart_id, acting_user_id, wished_at)
      select ${buyer.customerId}::int, ${buyer.userId}::int, p.id, ${Math.min(quantity, mostUnits)}::int, ${cartId}::bigint,
        ${buyer.actingUserId}::int, ${at.toISOString()}::timestamptz
      from products p where p.sku = ${sku}::text
      on conflict (customer_id, buyer_id, product_id) do update set quantity = excluded.quantity, cart_id = excluded.cart_id,
        acting_user_id = excluded.acting_user_id, told_at = null`,
    tx,
  );
}

/** The buyer no longer waits for a product; gives how much it was, 0 when they did not. */
export async function dropBackOrder(buyer: Buyer, sku: string, tx: Tx = db): Promise<number> {
  const [row] = await preparedRows<{ quantity: number }>(
    sql`delete from back_orders b using products p where b.customer_id = ${buyer.customerId}::int
      and b.buyer_id = ${buyer.userId}::int and p.id = b.product_id and p.sku = ${sku}::text returning b.quantity`,
    tx,
  );
  return row?.quantity ?? 0;
}

/**
 * Puts what a buyer waited for into the cart, in today's packs, and ends the waiting; doing it twice is doing it once. Refused by
 * the rules of any line, and while it is not there.
 */
export async function takeBackOrder(buyer: Buyer, sku: string, at: Date): Promise<void> {
  await withTx(async (tx) => {
    const [row] = await preparedRows<Packing & { quantity: number; left: number }>(
      sql`select b.quantity, p.pack_multiple as "packMultiple", p.minimum_quantity as "minimumQuantity", ${left}::int as left
      from back_orders b join products p on p.id = b.product_id left join stock s on s.product_id = p.id
      where b.customer_id = ${buyer.customerId}::int and b.buyer_id = ${buyer.userId}::int and p.sku = ${sku}::text for update of b`,
      tx,
    );
    if (!row) return;
    const quantity = roundedToPack(row, row.quantity);
    if (row.left < row.quantity) {
      const available = Math.max(0, row.left);
      throw new Refusal("out_of_stock", { sku, quantity, available, missing: quantity - available });
    }
    await addToCart(buyer, { sku, quantity }, at, tx);
    await dropBackOrder(buyer, sku, tx);
  });
}
