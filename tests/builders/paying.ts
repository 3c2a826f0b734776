import { addToCart } from "#app/domain/carts/carts.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { checkoutOf } from "#app/domain/orders/checkout.server.ts";
import { cancelOrder } from "#app/domain/orders/moves.server.ts";
import { placeOnlineOrder } from "#app/domain/orders/orders.server.ts";
import { attemptsOf } from "#app/domain/payments/attempts.server.ts";
import { startPayment } from "#app/domain/payments/paying.server.ts";
import { attemptStateOf, payByFor } from "#app/domain/payments/payment.ts";
import { lookAgain } from "#app/domain/payments/seeing.server.ts";
import { sql } from "#db/connection.server.ts";
import { awaitSession, settleIntent } from "#db/demo/payments/api.ts";
import type { PaymentHouse } from "#db/demo/payments/payment-house.ts";
import { customerWithBuyer, product } from "./distributor.ts";
import { at, later } from "./ordering.ts";

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

/** An order whose boleto was paid after the house had given it up. */
export async function paidTooLate(house: PaymentHouse, manager: Scope, given: Parameters<typeof orderToPay>[0] = {}) {
  const paid = await orderToPay(given);
  const { url } = await startPayment(paid.buyer, paid.number, "boleto", later(1));
  const intent = await awaitSession(pageAt(house, url), "boleto", house.books);
  const [attempt] = await paid.attempts();
  await lookAgain(attempt!, later(2));
  await cancelOrder(manager, paid.number, "desistiu", later(3));
  await settleIntent(intent, true, house.books);
  await lookAgain(attempt!, later(4));
  return { ...paid, attempt: attempt! };
}
