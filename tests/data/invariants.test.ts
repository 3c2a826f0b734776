import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { checkoutOf } from "#app/domain/orders/checkout.server.ts";
import { cancelOrder, invoiceOrder } from "#app/domain/orders/moves.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, product, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { brokenPromises } from "#tests/builders/promises.ts";

const at = new Date("2026-11-20T14:00:00Z");
const staff = { userId: 1, repId: null };

async function ordered() {
  const customer = await customerWithBuyer({ limitCents: 1_000_000 });
  const terms = await termsOfTheHouse();
  const soap = await product({ onHand: 100 });
  await addToCart(customer.buyer, { sku: soap.sku, quantity: 3 }, at);
  const checkout = await checkoutOf(customer.buyer, at);
  if (!checkout) throw new Error("no cart");
  const { shownHash, idempotencyKey } = checkout;
  const wish = { paymentTermsId: terms, addressId: customer.addressId, poNumber: null, notes: null };
  return { ...customer, soap, ...(await placeOrder(customer.buyer, { ...wish, shownHash, idempotencyKey }, at)) };
}

test("orders placed, invoiced and cancelled break no promise", async () => {
  const [, invoiced, cancelled] = [await ordered(), await ordered(), await ordered()];
  await invoiceOrder(staff, invoiced.number, null, at);
  await cancelOrder(staff, cancelled.number, "engano", at);
  expect(await brokenPromises()).toEqual([]);
});

test("each promise's question finds what breaks it", async () => {
  const { customerId, soap, number, buyer } = await ordered();
  const stranger = await customerWithBuyer();
  const breaks: [key: string, act: () => Promise<unknown>, mend: () => Promise<unknown>][] = [
    [
      "I1",
      () => sql`update stock set on_hand = on_hand + 1 where product_id = ${soap.id}`,
      () => sql`update stock set on_hand = on_hand - 1 where product_id = ${soap.id}`,
    ],
    [
      "I1",
      () => sql`update stock set reserved = reserved - 1 where product_id = ${soap.id}`,
      () => sql`update stock set reserved = reserved + 1 where product_id = ${soap.id}`,
    ],
    [
      "I2",
      () => sql`update carts set ordered_at = null where customer_id = ${customerId}`,
      () => sql`update carts set ordered_at = ${at}, is_current = false where customer_id = ${customerId}`,
    ],
    [
      "I4",
      () => sql`update order_lines set unit_price_e4 = unit_price_e4 + 5000 where customer_id = ${customerId}`,
      () => sql`update order_lines set unit_price_e4 = unit_price_e4 - 5000 where customer_id = ${customerId}`,
    ],
    [
      "I5",
      () => sql`update customers set credit_used_cents = credit_used_cents + 1 where id = ${customerId}`,
      () => sql`update customers set credit_used_cents = credit_used_cents - 1 where id = ${customerId}`,
    ],
    [
      "I5",
      () => sql`update customers set credit_limit_cents = 1 where id = ${customerId}`,
      () => sql`update customers set credit_limit_cents = 1000000 where id = ${customerId}`,
    ],
    [
      "I6",
      () => sql`update order_lines set quantity = 4, total_cents = total_cents where customer_id = ${customerId}`,
      () => sql`update order_lines set quantity = 3 where customer_id = ${customerId}`,
    ],
    [
      "I8",
      () => sql`insert into follow_ups (customer_id, cart_id, user_id, medium, at)
        select customer_id, id, buyer_id, 'phone', ordered_at + interval '1 minute' from carts where customer_id = ${customerId}`,
      () => sql`delete from follow_ups`,
    ],
    [
      "I9",
      () => sql`update customer_days set orders = orders + 1 where customer_id = ${customerId}`,
      () => sql`update customer_days set orders = orders - 1 where customer_id = ${customerId}`,
    ],
    [
      "I10",
      () => sql`update orders set placed_by = ${stranger.buyer.userId} where number = ${number}`,
      () => sql`update orders set placed_by = ${buyer.userId} where number = ${number}`,
    ],
  ];
  const owing = await ordered();
  await invoiceOrder(staff, owing.number, null, at);
  const ofOwing = sql`customer_id = ${owing.customerId}`;
  breaks.push(
    [
      "I11",
      () => sql`update receivables set paid_cents = 1 where ${ofOwing} and instalment = 1`,
      () => sql`update receivables set paid_cents = 0 where ${ofOwing} and instalment = 1`,
    ],
    [
      "I11",
      () => sql`update receivables set amount_cents = amount_cents + 1 where ${ofOwing} and instalment = 2`,
      () => sql`update receivables set amount_cents = amount_cents - 1 where ${ofOwing} and instalment = 2`,
    ],
    [
      "I11",
      () => sql`update receivables set cancelled_at = ${at} where ${ofOwing}`,
      () => sql`update receivables set cancelled_at = null where ${ofOwing}`,
    ],
    [
      "I11",
      () => sql`update receivables set order_number = 'x' where ${ofOwing}`,
      () => sql`update receivables set order_number = ${owing.number} where ${ofOwing}`,
    ],
  );
  for (const [key, act, mend] of breaks) {
    await act();
    expect(await brokenPromises()).toContain(key);
    await mend();
    expect(await brokenPromises()).toEqual([]);
  }
});
