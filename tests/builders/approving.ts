import { approvalOf } from "#app/domain/approvals/approval-list.server.ts";
import { askForApproval } from "#app/domain/approvals/asking.server.ts";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { cartNumbered, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { checkoutOf } from "#app/domain/orders/checkout.server.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, customerWithBuyer, product, termsOfTheHouse } from "./distributor.ts";
import { at, later } from "./ordering.ts";

/** Limits a buyer from now on; null takes a limit away. */
export async function limit(buyer: Buyer, orderLimitCents: number | null, monthLimitCents: number | null = null) {
  await sql`update users set order_limit_cents = ${orderLimitCents}, month_limit_cents = ${monthLimitCents}
    where id = ${buyer.userId}`;
}

/** One more buyer of the customer who approves and has taken up their sign-in. */
export async function approverOf(customerId: number, name = "Otávio"): Promise<Buyer> {
  const approver = await buyerOf(customerId);
  await sql`update users set buyer_role = 'approves', password_hash = 'x', name = ${name} where id = ${approver.userId}`;
  return approver;
}

/** A company with a buyer limited to R$ 100 an order, an approver, terms and a product of R$ 10 freight apart. */
export async function limitedCompany(given: Parameters<typeof customerWithBuyer>[0] = {}) {
  const company = await customerWithBuyer(given);
  const approver = await approverOf(company.customerId);
  await limit(company.buyer, 10_000);
  return { ...company, approver, terms: await termsOfTheHouse(), soap: await product() };
}

type Company = Awaited<ReturnType<typeof limitedCompany>>;

/** What the checkout of the buyer's current cart would send to ask for approval. */
export async function askingOf(
  { buyer, addressId, terms }: Pick<Company, "buyer" | "addressId" | "terms">,
  why: string | null = null,
) {
  const checkout = await checkoutOf(buyer, at);
  if (!checkout) throw new Error("no cart");
  return { paymentTermsId: terms, addressId, poNumber: "OC-7", notes: null, why, shownHash: checkout.shownHash };
}

/** A cart of twenty soaps (R$ 200, freight apart), above the limit. */
export async function fullCart(company: Company, quantity = 20): Promise<void> {
  await addToCart(company.buyer, { sku: company.soap.sku, quantity }, at);
}

/** What the approver's page shows now, as the hash that travels in its form. */
export async function hashOfCart(customerId: number, cartId: number): Promise<string> {
  return shownHashOf(await cartNumbered(customerId, { cartId: cartId, termsId: null }, at));
}

/** A company whose buyer has just asked for twenty soaps of R$ 10. */
export async function askedCompany(given: Parameters<typeof limitedCompany>[0] = {}) {
  const company = await limitedCompany(given);
  await fullCart(company);
  const { id } = (await askForApproval(company.buyer, await askingOf(company, "Festa junina"), later(1))) as {
    id: number;
  };
  const { cartId } = await approvalOf(company.buyer, id);
  const shownHash = () => hashOfCart(company.customerId, cartId);
  return { ...company, id, cartId, shownHash };
}

/** The mails written to somebody, the first one first. */
export const mailsTo = async (userId: number) =>
  sql<{ subject: string; text: string }[]>`select o.subject, o.text from outbox o join users u on u.email = o."to"
    where u.id = ${userId} order by o.id`;
