import { addToCart } from "#app/domain/carts/carts.server.ts";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import { checkoutOf } from "#app/domain/orders/checkout.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, product, termsOfTheHouse } from "./distributor.ts";

let turn = 0;

async function memberOfStaff(role: "rep" | "manager"): Promise<number> {
  const [user] = await sql<{ id: number }[]>`
    insert into users (email, name, role, created_at)
    values (${`${role}-field${++turn}@casa.test`}, 'Rui', ${role}, '2026-01-05T12:00:00Z') returning id`;
  return (user as { id: number }).id;
}

/** A rep with a portfolio of their own. */
export async function rep(): Promise<Scope & { repId: number }> {
  const id = await memberOfStaff("rep");
  return { userId: id, repId: id };
}

/** A manager, who sees the whole house. */
export const manager = async (): Promise<Scope> => ({ userId: await memberOfStaff("manager"), repId: null });

/** A customer with a buyer, looked after by a rep when one is named, with access from January on. */
export async function servedBy(repId: number | null, given: Parameters<typeof customerWithBuyer>[0] = {}) {
  const made = await customerWithBuyer(given);
  await sql`update customers set rep_id = ${repId} where id = ${made.customerId}`;
  return made;
}

/** Fills the buyer's cart with a product of its own and says which, and the cart's number. */
export async function cartOf(
  buyer: Buyer,
  at: Date,
  given: Parameters<typeof product>[0] & { quantity?: number } = {},
) {
  const { quantity = 10, ...goods } = given;
  const soap = await product(goods);
  await addToCart(buyer, { sku: soap.sku, quantity }, at);
  const [cart] = await sql<{ id: number }[]>`
    select id from carts where customer_id = ${buyer.customerId} and buyer_id = ${buyer.userId} and ordered_at is null`;
  return { cartId: (cart as { id: number }).id, soap };
}

/** Orders what stands in the cart, at a moment. */
export async function ordered(buyer: Buyer, addressId: number, at: Date) {
  const paymentTermsId = await termsOfTheHouse();
  const checkout = await checkoutOf(buyer, at);
  if (!checkout) throw new Error("there is no cart to order");
  const { shownHash, idempotencyKey } = checkout;
  return placeOrder(buyer, { paymentTermsId, addressId, poNumber: null, notes: null, shownHash, idempotencyKey }, at);
}

/** The code an act is refused with. */
export async function refusedWith(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (fault) {
    if (fault instanceof Error && "code" in fault) return String(fault.code);
    throw fault;
  }
  throw new Error("it was not refused");
}
