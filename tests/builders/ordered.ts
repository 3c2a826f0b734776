import { addToCart } from "#app/domain/carts/carts.server.ts";
import { checkoutOf } from "#app/domain/orders/checkout.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { customerWithBuyer, product, termsOfTheHouse } from "./distributor.ts";
import { at } from "./ordering.ts";

/** An order of one product just placed in the shop by a new customer, with all that belongs to it. */
export async function ordered(quantity = 3, limitCents = 1_000_000) {
  const customer = await customerWithBuyer({ limitCents });
  const terms = await termsOfTheHouse();
  const soap = await product({ onHand: 100 });
  await addToCart(customer.buyer, { sku: soap.sku, quantity }, at);
  const checkout = await checkoutOf(customer.buyer, at);
  if (!checkout) throw new Error("no cart");
  const { shownHash, idempotencyKey } = checkout;
  const wish = { paymentTermsId: terms, addressId: customer.addressId, poNumber: null, notes: null };
  const { number } = await placeOrder(customer.buyer, { ...wish, shownHash, idempotencyKey }, at);
  return { ...customer, soap, number };
}
