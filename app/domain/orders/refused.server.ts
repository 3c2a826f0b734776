import type { OpenCart } from "#app/domain/carts/cart.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { type Reason, Refusal } from "#app/domain/refusal.ts";

/** The first line that lacks stock, when nothing lacks any more by the time one looks: somebody held it for a moment. */
export function shortages(cart: OpenCart): Reason | null {
  const [line] = cart.lines;
  if (!line) return null;
  return {
    code: "out_of_stock",
    details: { sku: line.sku, quantity: line.quantity, available: line.available, missing: 0 },
  };
}

/** The refusal of somebody who was not fast enough, with its amounts as they are now. */
export function toldAgain(fault: Refusal, reasons: Reason[], otherwise: Reason | null): Refusal {
  const first = reasons.find((reason) => reason.code === fault.code) ?? otherwise;
  if (!first) return fault;
  return new Refusal(first.code, first.details, [first, ...reasons.filter((reason) => reason !== first)]);
}

/** Writes what an order of a cart was refused for down as a step, outside of what was rolled back, with the line it was about as it was seen. */
export async function noteRefused(
  buyer: Buyer,
  cart: OpenCart,
  cartId: number | null,
  told: Refusal,
  at: Date,
): Promise<void> {
  const line = cart.lines.find((one) => one.sku === told.details.sku) ?? null;
  await recordStep(
    buyer,
    {
      ...{ kind: "refused" as const, cartId, reason: told.code, reasons: told.reasons },
      productId: line?.productId ?? null,
      quantity: line?.quantity ?? null,
      unitPriceE4: line?.quote?.unitPriceE4 ?? null,
      stockSeen: line?.available ?? null,
      goodsCents: cart.goodsCents,
    },
    at,
  );
}
