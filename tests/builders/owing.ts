import { addToCart } from "#app/domain/carts/carts.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { invoiceOrder } from "#app/domain/orders/moves.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, product, termsOfTheHouse } from "./distributor.ts";
import { at, later, wishOf } from "./ordering.ts";
import { person } from "./people.ts";

/** The manager, who sees everybody. */
export const someManager = async (): Promise<Scope> => ({ userId: (await person("manager")).id, repId: null });

/** A customer with one order of R$ 10,00 a piece on 28/56/84 days, invoiced on the day of the tests unless told otherwise. */
export async function customerWhoOwes(
  given: { pieces?: number; limitCents?: number; invoicedAt?: Date; isInvoiced?: boolean } = {},
) {
  const [terms, soap, manager] = [await termsOfTheHouse(), await product(), await someManager()];
  const who = await customerWithBuyer({ limitCents: given.limitCents ?? 1_000_000 });
  const order = async (pieces: number, when = at) => {
    await addToCart(who.buyer, { sku: soap.sku, quantity: pieces }, when);
    return (await placeOrder(who.buyer, await wishOf(who.buyer, terms, who.addressId, when), when)).number;
  };
  const placedAt = given.invoicedAt ?? at;
  const number = await order(given.pieces ?? 100, placedAt);
  const invoicedAt = given.invoicedAt ?? later(1);
  if (given.isInvoiced ?? true) await invoiceOrder(manager, number, null, invoicedAt);
  return { ...who, terms, soap, manager, number, order };
}

/** The receivables of a customer as the database has them, the earliest due first. */
export const owedBy = (customerId: number) => sql<
  { id: number; document: string; dueOn: string; amountCents: number; paidCents: number; paidOn: string | null }[]
>`select id, document, due_on as "dueOn", amount_cents as "amountCents", paid_cents as "paidCents", paid_on as "paidOn"
  from receivables where customer_id = ${customerId} order by due_on, id`;

/** What is used of a customer's credit: the counter, and the sum of the ledger beside it. */
export async function usedBy(customerId: number): Promise<{ counter: number; ledger: number }> {
  const [row] = await sql<{ counter: number; ledger: number }[]>`
    select c.credit_used_cents as counter, coalesce(sum(e.amount_cents), 0)::bigint as ledger
    from customers c left join credit_entries e on e.customer_id = c.id where c.id = ${customerId} group by c.id`;
  return row as { counter: number; ledger: number };
}
