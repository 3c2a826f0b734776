import { createAccount } from "#app/access/accounts.server.ts";
import { reviseColleague } from "#app/access/colleagues.server.ts";
import { askForApproval } from "#app/domain/approvals/asking.server.ts";
import { returnRequest } from "#app/domain/approvals/deciding.server.ts";
import { addToCart, removeFromCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf, recordLook } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { checkoutOf } from "#app/domain/orders/checkout.server.ts";
import { sql } from "#db/connection.server.ts";
import { Clock } from "./shop.server.ts";
import { demoPassword } from "./team.ts";

const day = 86_400;
const buyerLimits = { orderLimitCents: 600_000, monthLimitCents: 4_000_000 };
const helperLimits = { orderLimitCents: 50_000, monthLimitCents: 200_000 };

async function asks(buyer: Buyer, why: string, clock: Clock): Promise<number | null> {
  const checkout = await checkoutOf(buyer, clock.after(60));
  const [terms, address] = [checkout?.cart.terms, checkout?.addresses[0]];
  if (!checkout || checkout.cart.reasons.length > 0 || !terms || !address) return null;
  await recordLook(buyer, "checkout_opened", checkout.cart, clock.after(5));
  const { shownHash } = checkout;
  const chosen = { paymentTermsId: terms.id, addressId: address.id, poNumber: null, notes: null, why, shownHash };
  return (await askForApproval(buyer, chosen, clock.after(40)))?.id ?? null;
}

/**
 * The spending limits of the first demo buyer's company, and a colleague who helps out in its shop: her order was returned with a
 * word a week ago, and waits again, smaller, for the same approver.
 */
export async function fillApprovals(at: Date): Promise<void> {
  const people = await sql<{ id: number; email: string; customerId: number }[]>`
    select id, email, customer_id as "customerId" from users where email in ('buyer@demo.test', 'approver@demo.test')`;
  const [marina, otavio] = ["buyer@demo.test", "approver@demo.test"].map((email) =>
    people.find((person) => person.email === email),
  );
  if (!marina || !otavio) return;
  const { customerId } = marina;
  const clock = new Clock(new Date(at.getTime() - 8 * day * 1000));
  const { id } = await createAccount(
    {
      ...{ email: "helper@demo.test", name: "Bruna Lima", role: "buyer", buyerRole: "orders", password: demoPassword },
      ...{ customerId, limits: helperLimits, byUserId: otavio.id },
    },
    clock.after(0),
  );
  await reviseColleague({ userId: otavio.id }, customerId, marina.id, buyerLimits, at);
  const bruna: Buyer = { userId: id, customerId, actingUserId: null, mayOrder: true };
  const approver: Buyer = { ...bruna, userId: otavio.id };
  const usual = await sql<{ sku: string; pack: number }[]>`
    select p.sku, p.pack_multiple as pack from product_days d
    join products p on p.id = d.product_id join stock s on s.product_id = p.id
    join suppliers u on u.id = p.supplier_id
    where d.customer_id = ${customerId} and p.is_active and s.on_hand - s.reserved > 40 * p.pack_multiple
      and u.minimum_order_cents = 0
    group by p.id order by sum(d.orders) desc, p.sku limit 6`;
  for (const { sku, pack } of usual) await addToCart(bruna, { sku, quantity: 8 * pack }, clock.after(45));
  const first = await asks(bruna, "Festa de fim de ano na praça", clock);
  if (first === null) return;
  const word = "A festa já está coberta. Deixe só o que falta na prateleira e mande de novo.";
  await returnRequest(approver, first, word, clock.after(day));
  const { lines } = await openCartOf(bruna, clock.after(3 * day));
  const left = lines.slice(0, -2).map((line) => line.sku);
  if (left.length > 0)
    await removeFromCart(
      bruna,
      lines.slice(-2).map((line) => line.sku),
      clock.after(30),
    );
  await asks(bruna, "Só o que falta na prateleira para o fim de semana", clock);
}
