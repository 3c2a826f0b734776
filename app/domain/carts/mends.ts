import { leastQuantity, mostOrderable, roundedToPack } from "#app/domain/catalog/quantity.ts";
import type { CartLine } from "./cart.ts";

/** What can be done about a line that cannot be ordered as it stands; nothing of it is done by itself. */
export interface LineMends {
  /** The nearest quantities that are whole packs and reach the minimum, the smaller first; none when the quantity is right. */
  rounded: number[];
  /** Where the shelf is short: what of it can be ordered now (0: nothing), and the rest in whole packs. Null where it is not. */
  short: { there: number; missing: number } | null;
  /** No longer sold to this customer: it can only leave, or be swapped. */
  isUnsold: boolean;
}

type Mendable = Pick<CartLine, "packMultiple" | "minimumQuantity" | "quantity" | "available" | "isActive" | "quote">;

/** How a line can be mended, by the very rules that refuse it. */
export function mendsOf(line: Mendable): LineMends {
  const { packMultiple, quantity, available } = line;
  if (!line.isActive || line.quote === null) return { rounded: [], short: null, isUnsold: true };
  const above = roundedToPack(line, quantity);
  const below = Math.max(leastQuantity(line), quantity - (quantity % packMultiple));
  const rounded = above === quantity ? [] : [...new Set([below, above])];
  if (quantity <= available) return { rounded, short: null, isUnsold: false };
  const there = Math.min(mostOrderable(line, available), quantity);
  return { rounded, short: { there, missing: roundedToPack(line, Math.max(1, quantity - there)) }, isUnsold: false };
}

/** Lines and waiting products as they were before an act that took something away; 0 for what was not there. */
export interface Taken {
  lines: { sku: string; quantity: number }[];
  waiting: { sku: string; quantity: number }[];
}

/** More than this does not travel with the way back; then the act is not offered as one that can be undone. */
export const mostTaken = 60;
