import { changeQuantity } from "#app/domain/carts/carts.server.ts";
import { openCartOf, recordLook } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer, Scope } from "#app/domain/customers/buyer.ts";
import { wantTerms } from "#app/domain/orders/checkout.server.ts";
import { followUpOutcomes } from "#app/domain/recovery/follow-up.ts";
import { followUp, noteOutcome } from "#app/domain/recovery/follow-ups.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import type { Chance } from "./chance.ts";
import { Clock, fillCart, type Meant, orderCart } from "./shop.server.ts";

/** The ways a demo buyer leaves a cart behind. */
export const leavings = [
  "below_minimum",
  "out_of_stock",
  "terms",
  "price_rose",
  "price_check",
  "credit",
  "unknown",
] as const;
export type Leaving = (typeof leavings)[number];

/** Fills a cart and leaves it, for the given reason. */
export async function leaveCart(buyer: Buyer, why: Leaving, meant: readonly Meant[], clock: Clock, chance: Chance) {
  if (why === "below_minimum") {
    const cheapest = [...meant].sort((a, b) => a.product.cents * a.product.pack - b.product.cents * b.product.pack);
    await fillCart(
      buyer,
      cheapest.slice(0, 1).map(({ product }) => ({ product, quantity: product.pack })),
      clock,
      20,
    );
  } else if (why === "price_check") {
    await fillCart(buyer, meant.slice(0, 2), clock, 18);
    return;
  } else {
    await fillCart(buyer, meant, clock, 35);
  }
  if (why === "unknown" && meant[0]) {
    const { product, quantity } = meant[0];
    await changeQuantity(buyer, { sku: product.sku, quantity: quantity + product.pack }, clock.after(90)).catch(
      turnedAway,
    );
  }
  const cart = await openCartOf(buyer, clock.after(70));
  await recordLook(buyer, "cart_viewed", cart, clock.after(1));
  if (why === "terms") {
    await recordLook(buyer, "checkout_opened", cart, clock.after(40));
    await wantTerms(
      buyer,
      chance.one(["28/42/56 dias", "30/60/90", "45 dias", "21 dias sem entrada"]),
      clock.after(30),
    );
  }
  if (why === "credit") await orderCart(buyer, clock, chance, null);
}

/** The rep contacts the buyer about the quiet cart and, later, notes what came of it. */
export async function contactAbout(rep: Scope, buyer: Buyer, at: Date, text: string, chance: Chance): Promise<void> {
  const cart = await openCartOf(buyer, at);
  if (cart.id === null) return;
  try {
    const medium = chance.one(["whatsapp", "whatsapp", "phone", "email"] as const);
    const id = await followUp(rep, cart.id, { medium, text: medium === "phone" ? "" : text }, at);
    if (!chance.percent(80)) return;
    const outcome = chance.one(followUpOutcomes);
    await noteOutcome(
      rep,
      cart.id,
      id,
      { outcome, toldReason: "", notes: "" },
      new Clock(at).after(chance.between(1, 20) * 3600),
    );
  } catch (fault) {
    turnedAway(fault);
  }
}

/** An expected no is part of a shop's life; anything else is a fault. */
function turnedAway(fault: unknown): void {
  if (!(fault instanceof Refusal)) throw fault;
}
