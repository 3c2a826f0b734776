import type { CartLine, OpenCart } from "#app/domain/carts/cart.ts";
import type { Cents, PriceE4 } from "#app/domain/money.ts";
import type { Reason } from "#app/domain/refusal.ts";

/** What can come of a request: a colleague approves or returns it, or the buyer takes it back. */
export const decisions = ["approved", "returned", "withdrawn"] as const;
export type Decision = (typeof decisions)[number];

/** A line as the requester saw it when they asked. */
export interface ShownLine {
  sku: string;
  name: string;
  quantity: number;
  unitPriceE4: PriceE4 | null;
  available: number;
}

/** A request for approval, as everybody who may know of it sees it. */
export interface Approval {
  id: number;
  cartId: number;
  requesterId: number;
  requesterName: string;
  askedAt: Date;
  why: string | null;
  totalCents: Cents;
  /** The limits it was above when it was asked. */
  overLimits: Reason[];
  decidedAt: Date | null;
  decidedByName: string | null;
  decision: Decision | null;
  word: string | null;
  /** The order it became; null without one. */
  orderNumber: string | null;
}

/** The lines of a cart as they are shown now, to be compared with later. */
export const shownLinesOf = (cart: Pick<OpenCart, "lines">): ShownLine[] =>
  cart.lines.map(({ sku, name, quantity, quote, available }) => ({
    sku,
    name,
    quantity,
    unitPriceE4: quote?.unitPriceE4 ?? null,
    available,
  }));

/** What became of a line since it was shown: of its quantity, of its price, of the goods on the shelf. */
export type LineChange =
  | { kind: "removed"; sku: string; name: string; was: number }
  | { kind: "quantity"; sku: string; name: string; was: number; now: number }
  | { kind: "price"; sku: string; name: string; wasE4: PriceE4; nowE4: PriceE4 }
  | { kind: "noPrice"; sku: string; name: string }
  | { kind: "stock"; sku: string; name: string; available: number };

function changesOfLine(was: ShownLine, now: Pick<CartLine, "quantity" | "quote" | "available">): LineChange[] {
  const { sku, name } = was;
  const changes: LineChange[] = [];
  if (now.quantity !== was.quantity) {
    changes.push({ kind: "quantity", sku, name, was: was.quantity, now: now.quantity });
  }
  const nowE4 = now.quote?.unitPriceE4 ?? null;
  if (nowE4 === null && was.unitPriceE4 !== null) changes.push({ kind: "noPrice", sku, name });
  if (nowE4 !== null && was.unitPriceE4 !== null && nowE4 !== was.unitPriceE4) {
    changes.push({ kind: "price", sku, name, wasE4: was.unitPriceE4, nowE4 });
  }
  if (now.available < now.quantity && was.available >= was.quantity) {
    changes.push({ kind: "stock", sku, name, available: Math.max(0, now.available) });
  }
  return changes;
}

/** Everything that changed of a cart since its lines were shown, line by line in the order they were shown. */
export function changesSince(shown: ShownLine[], cart: Pick<OpenCart, "lines">): LineChange[] {
  const now = new Map(cart.lines.map((line) => [line.sku, line]));
  return shown.flatMap((was): LineChange[] => {
    const line = now.get(was.sku);
    return line ? changesOfLine(was, line) : [{ kind: "removed", sku: was.sku, name: was.name, was: was.quantity }];
  });
}

/** Why an approver cannot let an order of this total pass: it is above what they may order themselves at once. */
export function reasonsAgainstApprover(orderLimitCents: Cents | null, totalCents: Cents): Reason[] {
  if (orderLimitCents === null || totalCents <= orderLimitCents) return [];
  const overCents = totalCents - orderLimitCents;
  return [{ code: "above_own_limit", details: { limitCents: orderLimitCents, overCents } }];
}
