import { sql } from "drizzle-orm";
import { db, type Tx, withTx } from "#db/connection.server.ts";
import { preparedText } from "#db/prepared.server.ts";
import {
  addCustomerDays,
  addProductDays,
  customerDaysFrom,
  differences,
  noteOfPast,
  productDaysFrom,
  takeAway,
} from "./facts.ts";

/** A day on which the facts and the orders disagree; it should never be seen. */
export type FactDifference = {
  fact: "customer_days" | "product_days";
  customerId: number;
  productId: number | null;
  day: string;
  channel: string;
  kept: unknown;
  told: unknown;
};

const isInteger = (value: number): number => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a row number: ${value}`);
  return value;
};

/** One text for every order, so that PostgreSQL plans it once: it is asked with each order that is placed. */
function addingOneOrder(which: string): string {
  const one = `o.customer_id = $1::int and ${which} and o.cancelled_at is null`;
  const past = noteOfPast(`select o.placed_on as day from orders o where ${one}`);
  return `with days as (${addCustomerDays(customerDaysFrom(one))}), past as (${past}) ${addProductDays(productDaysFrom(one))}`;
}

const adding = {
  id: addingOneOrder("o.id = $2::bigint"),
  cartId: addingOneOrder("o.cart_id = $2::bigint"),
  // The sequence remembers what it last gave to this connection, which the transaction has to itself.
  justNumbered: addingOneOrder("o.number = (select currval('order_numbers')::text)"),
};

const theOrder = (customerId: number, orderId: number) =>
  `o.customer_id = ${isInteger(customerId)} and o.id = ${isInteger(orderId)}`;

/**
 * Adds an order, or a return, with its lines to the sums of its customer, products and day; the order is named by its row, by the
 * cart it came from, or as the one that this transaction has just given a number. To be called once, in the transaction that
 * writes it, after its lines. An order that is cancelled or wholly free adds nothing.
 */
export async function addFacts(
  customerId: number,
  order: { id: number } | { cartId: number } | "just numbered",
  tx: Tx,
): Promise<void> {
  if (order === "just numbered") await preparedText({ sql: adding.justNumbered, params: [customerId] }, tx);
  else if ("id" in order) await preparedText({ sql: adding.id, params: [customerId, order.id] }, tx);
  else await preparedText({ sql: adding.cartId, params: [customerId, order.cartId] }, tx);
}

/**
 * Takes an order out of the sums again: once, in the transaction that cancels or replaces it, while its lines are still there.
 * Whether `cancelled_at` is set before or after makes no difference.
 */
export async function removeFacts(customerId: number, orderId: number, tx: Tx): Promise<void> {
  for (const statement of takeAway(theOrder(customerId, orderId))) await tx.execute(sql.raw(statement));
}

/** Forgets all sums and adds every order up again. New orders wait until it is done. */
export async function rebuildFacts(tx: Tx = db): Promise<void> {
  const counted = "o.cancelled_at is null";
  await withTx(async (inside) => {
    for (const statement of [
      "set local statement_timeout = 0",
      "set local work_mem = '256MB'",
      "lock table orders in share mode",
      noteOfPast("select day from customer_days union select placed_on from orders"),
      "delete from customer_days",
      "delete from product_days",
      addCustomerDays(customerDaysFrom(counted)),
      addProductDays(productDaysFrom(counted)),
    ]) {
      await inside.execute(sql.raw(statement));
    }
  }, tx);
}

/** Every day whose sums differ from its orders (invariant I9); empty when the house is in order. */
export async function factsThatDiffer(tx: Tx = db): Promise<FactDifference[]> {
  return withTx(async (inside) => {
    await inside.execute(sql.raw("set local statement_timeout = 0"));
    return [...(await inside.execute<FactDifference>(sql.raw(differences)))];
  }, tx);
}
