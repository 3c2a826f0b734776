import { cartOfWishes, shownHashOf, type Wish } from "#app/domain/carts/open-cart.server.ts";
import type { Cents } from "#app/domain/money.ts";
import { Refusal, refuseFor } from "#app/domain/refusal.ts";
import { db, type Tx } from "#db/connection.server.ts";
import { choicesOf } from "./checkout.server.ts";
import { reasonsNotToPlace } from "./checkout.ts";
import type { OrderChannel } from "./order.ts";
import { numberAnswered, writtenOrder } from "./placing.server.ts";
import { shortages, toldAgain } from "./refused.server.ts";

/** An order as another system hands it in: products and quantities, never a price. */
export interface DirectWish {
  lines: Wish[];
  /** Null: the customer's usual ones. */
  paymentTermsId: number | null;
  /** Null: the customer's main address. */
  addressId: number | null;
  poNumber: string | null;
  notes: string | null;
  channel: OrderChannel;
  /** What the other system believes the order to be worth, freight included; null when it leaves that to us. */
  totalCents: Cents | null;
  /** The same key always gets the same order. */
  idempotencyKey: string;
}

/**
 * Places an order without a cart, by the same rules, prices, credit and stock as one from the shop. Refused with every reason
 * that stands against it, and with `prices_changed` when it is worth something else than was expected; a repeated request gets
 * the number of the order the first one made.
 */
export async function placeDirectOrder(
  customerId: number,
  tokenId: number,
  wish: DirectWish,
  at: Date,
  tx: Tx = db,
): Promise<{ number: string; isRepeated: boolean }> {
  const asked = async () => {
    const [cart, choices] = await Promise.all([
      cartOfWishes(customerId, wish.lines, { termsId: wish.paymentTermsId, addressId: wish.addressId }, at, tx),
      choicesOf(customerId, wish, tx),
    ]);
    return { cart, choices, reasons: reasonsNotToPlace(cart, choices) };
  };
  try {
    const { cart, choices, reasons } = await asked();
    if (wish.totalCents !== null && wish.totalCents !== cart.totalCents) {
      reasons.unshift({
        code: "prices_changed",
        details: { totalCents: cart.totalCents, expectedCents: wish.totalCents },
      });
    }
    refuseFor(reasons);
    const placer = { customerId, userId: null, actingUserId: null, tokenId, approvedBy: null, channel: wish.channel };
    const placing = { ...choices, ...wish, payByAt: null, shownHash: shownHashOf(cart) };
    return { ...(await writtenOrder(placer, cart, placing, at, tx)), isRepeated: false };
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault;
    const first = await numberAnswered(customerId, wish.idempotencyKey, null);
    if (first) return { number: first, isRepeated: true };
    if (Object.keys(fault.details).length > 0 || fault.reasons.length > 1) throw fault;
    const { cart, reasons } = await asked();
    throw toldAgain(fault, reasons, fault.code === "out_of_stock" ? shortages(cart) : null);
  }
}
