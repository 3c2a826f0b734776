import type { Reason } from "#app/domain/refusal.ts";

/** How a product may be ordered: in multiples of its pack, from a least quantity on. */
export interface Packing {
  packMultiple: number;
  minimumQuantity: number;
}

/** The most units one line can hold. */
export const mostUnits = 100_000;

/** The smallest quantity that can be ordered: the minimum, rounded up to whole packs. */
export function leastQuantity(product: Packing): number {
  return Math.ceil(product.minimumQuantity / product.packMultiple) * product.packMultiple;
}

/** The nearest quantity that can be ordered, rounded up to whole packs and to the minimum, and never over what a line can hold. */
export function roundedToPack(product: Packing, quantity: number): number {
  const packs = Math.ceil(quantity / product.packMultiple);
  const most = Math.floor(mostUnits / product.packMultiple);
  return Math.max(leastQuantity(product), Math.min(packs, most) * product.packMultiple);
}

/** The most that can be ordered of what is there, in whole packs; 0 when that is under the least. */
export function mostOrderable(product: Packing, available: number): number {
  const packs = Math.floor(Math.min(available, mostUnits) / product.packMultiple);
  const most = packs * product.packMultiple;
  return most >= leastQuantity(product) ? most : 0;
}

/** The packing as it counts for what is added to a line that holds some already: the minimum falls by what is there. */
export const packingBeside = ({ packMultiple, minimumQuantity }: Packing, inCart: number): Packing => ({
  packMultiple,
  minimumQuantity: Math.max(1, minimumQuantity - inCart),
});

/** Why a quantity cannot be ordered: not a whole number from 1 to 100,000, under the minimum, or not whole packs. */
export function reasonsAgainstQuantity(product: Packing, quantity: number): Reason[] {
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > mostUnits) {
    return [{ code: "quantity_invalid", details: { quantity, most: mostUnits } }];
  }
  const reasons: Reason[] = [];
  const least = leastQuantity(product);
  if (quantity < product.minimumQuantity) {
    reasons.push({
      code: "below_minimum_quantity",
      details: { quantity, minimum: least, missing: least - quantity },
    });
  }
  if (quantity % product.packMultiple !== 0) {
    const below = quantity - (quantity % product.packMultiple);
    reasons.push({
      code: "not_pack_multiple",
      details: {
        quantity,
        multiple: product.packMultiple,
        below: Math.max(below, least),
        above: roundedToPack(product, quantity),
      },
    });
  }
  return reasons;
}
