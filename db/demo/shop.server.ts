import type { OpenCart } from "#app/domain/carts/cart.ts";
import { addToCart, changeQuantity, removeFromCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf, recordLook } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { checkoutOf } from "#app/domain/orders/checkout.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Chance } from "./chance.ts";
import type { DemoProduct } from "./products.ts";

/** A line somebody means to buy. */
export interface Meant {
  product: DemoProduct;
  quantity: number;
}

/** A clock that only goes forward, some seconds at a time. */
export class Clock {
  constructor(private now: Date) {}

  after(seconds: number): Date {
    this.now = new Date(this.now.getTime() + seconds * 1000);
    return this.now;
  }
}

/** Does an act and says whether it was let; an expected no is part of a shop's life. */
async function unlessTurnedAway(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (fault) {
    if (fault instanceof Refusal) return false;
    throw fault;
  }
}

/** Looks around the shop: a search or two, a product or two. */
export async function lookAround(
  buyer: Buyer,
  meant: readonly Meant[],
  ids: Map<string, number>,
  clock: Clock,
  chance: Chance,
): Promise<void> {
  await recordStep(buyer, { kind: chance.percent(35) ? "signed_in" : "visited" }, clock.after(5));
  const [first, second] = meant;
  if (first && chance.percent(55)) {
    const words = first.product.name.toLowerCase().split(" ").slice(0, 2).join(" ");
    await recordStep(buyer, { kind: "searched", query: words, results: chance.between(3, 24) }, clock.after(20));
  }
  if (chance.percent(14)) {
    const query = chance.one([
      "fralda geriátrica",
      "ração para cães",
      "cerveja sem álcool",
      "gelo",
      "carvão",
      "pilha recarregável",
    ]);
    await recordStep(buyer, { kind: "searched", query, results: 0 }, clock.after(25));
  }
  if (second && chance.percent(50)) {
    const seen = { productId: ids.get(second.product.sku)!, unitPriceE4: second.product.cents * 100, stockSeen: 400 };
    await recordStep(buyer, { kind: "viewed", ...seen }, clock.after(30));
  }
}

/** Puts lines into the cart; what the shop refuses is left out. */
export async function fillCart(buyer: Buyer, meant: readonly Meant[], clock: Clock, pace: number): Promise<void> {
  for (const { product, quantity } of meant) {
    await unlessTurnedAway(() => addToCart(buyer, { sku: product.sku, quantity }, clock.after(pace)));
  }
}

/** Takes out what cannot be had and fills up what is below a minimum, as a buyer who wants the order does. */
async function mend(buyer: Buyer, cart: OpenCart, clock: Clock): Promise<void> {
  const hopeless = cart.lines.filter((line) => line.reasons.length > 0).map((line) => line.sku);
  if (hopeless.length > 0) await removeFromCart(buyer, hopeless, clock.after(15));
  const left = cart.lines.filter((line) => line.reasons.length === 0);
  const short = new Set(
    cart.reasons.filter((reason) => reason.code === "below_supplier_minimum").map((reason) => reason.details.supplier),
  );
  for (const line of left.filter((line) => short.has(line.supplierName))) {
    await unlessTurnedAway(() =>
      changeQuantity(buyer, { sku: line.sku, quantity: line.quantity * 3 }, clock.after(12)),
    );
  }
  if (cart.reasons.some((reason) => reason.code === "below_minimum_order")) {
    for (const line of left.slice(0, 3)) {
      await unlessTurnedAway(() =>
        changeQuantity(buyer, { sku: line.sku, quantity: line.quantity * 3 }, clock.after(12)),
      );
    }
  }
}

/** The companies of the sign-ins, the first ones, pay in 28 days: what the shop shows them are the prices of their tables. */
const alwaysIn28Days = (buyer: Buyer): boolean => buyer.customerId <= 3;

/** Looks at the cart, mends it where needed and orders; null when the shop would not have it. */
export async function orderCart(buyer: Buyer, clock: Clock, chance: Chance, po: string | null): Promise<string | null> {
  for (let round = 0; round < 3; round++) {
    const cart = await openCartOf(buyer, clock.after(20));
    await recordLook(buyer, "cart_viewed", cart, clock.after(1));
    if (cart.reasons.length === 0) break;
    await mend(buyer, cart, clock);
  }
  const at = clock.after(25);
  const checkout = await checkoutOf(buyer, at);
  if (!checkout || checkout.cart.lines.length === 0) return null;
  await recordLook(buyer, "checkout_opened", checkout.cart, at);
  const open = checkout.terms.filter((terms) => checkout.cart.goodsCents >= terms.minimumOrderCents);
  const chosen = chance.one(open.length > 0 ? open : checkout.terms);
  const terms = alwaysIn28Days(buyer) ? (open.find(({ days }) => days.join() === "28") ?? chosen) : chosen;
  const address = checkout.addresses[0];
  if (!terms || !address) return null;
  let number: string | null = null;
  await unlessTurnedAway(async () => {
    const wish = { paymentTermsId: terms.id, addressId: address.id, poNumber: po, notes: null };
    const { shownHash, idempotencyKey } = checkout;
    number = (await placeOrder(buyer, { ...wish, shownHash, idempotencyKey }, clock.after(40))).number;
  });
  return number;
}
