import type { Buyer } from "#app/domain/customers/buyer.ts";
import { sql } from "#db/connection.server.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { product } from "./distributor.ts";
import { anyPassword, person } from "./people.ts";

/** A buyer at the door of a site, signed in, and a product they want. */
export async function shopperAt(site: { url: string }, given: Parameters<typeof product>[0] = {}) {
  const { id, email, customerId } = await person("buyer", { buyerRole: "orders" });
  await sql`update customers set access_granted_at = '2026-01-05' where id = ${customerId}`;
  const [customer] = await sql<{ code: string }[]>`select code from customers where id = ${customerId}`;
  const soap = await product(given);
  const visitor = await new Visitor(site.url).signIn(email, anyPassword);
  const buyer = { userId: id, customerId: customerId as number, actingUserId: null, mayOrder: true };
  return { visitor, buyer, soap, code: (customer as { code: string }).code };
}

export type Shopper = Awaited<ReturnType<typeof shopperAt>>;

/** The quantities of the buyer's current cart. */
export async function quantitiesIn(buyer: Buyer): Promise<number[]> {
  const lines = await sql<{ quantity: number }[]>`
    select l.quantity from cart_lines l join carts k on k.customer_id = l.customer_id and k.id = l.cart_id
    where k.customer_id = ${buyer.customerId} and k.buyer_id = ${buyer.userId} and k.is_current`;
  return lines.map((line) => line.quantity);
}
