import { addToCart } from "#app/domain/carts/carts.server.ts";
import { checkoutOf } from "#app/domain/orders/checkout.server.ts";
import { placeOnlineOrder } from "#app/domain/orders/orders.server.ts";
import { attemptsOf } from "#app/domain/payments/attempts.server.ts";
import { attemptStateOf, payByFor } from "#app/domain/payments/payment.ts";
import { sql } from "#db/connection.server.ts";
import type { PaymentHouse } from "#db/demo/payments/payment-house.ts";
import { customerWithBuyer, product } from "./distributor.ts";
import { at } from "./ordering.ts";

/** A customer with an order of R$ 100,00 that is to be paid online. */
export async function orderToPay(
  given: { limitCents?: number; onHand?: number; placedAt?: Date; soap?: { id: number; sku: string } } = {},
) {
  const who = await customerWithBuyer({ limitCents: given.limitCents ?? 0 });
  const soap = given.soap ?? (await product({ priceE4: 100_000, onHand: given.onHand ?? 50 }));
  const placedAt = given.placedAt ?? at;
  await addToCart(who.buyer, { sku: soap.sku, quantity: 10 }, placedAt);
  const checkout = await checkoutOf(who.buyer, placedAt);
  if (!checkout) throw new Error("no cart");
  const { shownHash, idempotencyKey } = checkout;
  const wish = { addressId: who.addressId, poNumber: null, notes: null, shownHash, idempotencyKey };
  const { number } = await placeOnlineOrder(who.buyer, wish, payByFor(placedAt), placedAt);
  const [row] = await sql<{ id: number }[]>`select id from orders where number = ${number}`;
  const id = (row as { id: number }).id;
  return {
    ...who,
    soap,
    wish,
    number,
    id,
    attempts: async () => (await attemptsOf(who.customerId, id)).map((one) => ({ ...one, state: attemptStateOf(one) })),
    order: async () => {
      const [order] = await sql<
        { paidAt: Date | null; cancelledAt: Date | null; payByAt: Date | null; method: string }[]
      >`
        select paid_at as "paidAt", cancelled_at as "cancelledAt", pay_by_at as "payByAt", payment_method as method
        from orders where customer_id = ${who.customerId} and id = ${id}`;
      return order as { paidAt: Date | null; cancelledAt: Date | null; payByAt: Date | null; method: string };
    },
    reserved: async () => {
      const [stock] = await sql<{ reserved: number }[]>`select reserved from stock where product_id = ${soap.id}`;
      return stock?.reserved;
    },
  };
}

/** The page an address of the double leads to, as the double has it. */
export function pageAt(house: PaymentHouse, url: string) {
  const session = house.books.sessions.get(url.split("/").at(-1) ?? "");
  if (!session) throw new Error(`no page at ${url}`);
  return session;
}
