import type { OpenCart } from "#app/domain/carts/cart.ts";
import type { Reason } from "#app/domain/refusal.ts";

/** Why a cart has to be approved, and by whom it can be. */
export interface ApprovalNeed {
  over: Reason[];
  /** The names of those who may approve it; none: nobody can at the moment. */
  approvers: string[];
  /** Whether there is a rep who can be told when nobody can approve. */
  hasRep: boolean;
}

/** A cart with its need of approval among what stands against ordering it at once, as a look at it is written down. */
export const withNeed = (cart: OpenCart, need: ApprovalNeed | null): OpenCart =>
  need ? { ...cart, reasons: [...cart.reasons, ...need.over] } : cart;
