import type { Cents, PriceE4 } from "#app/domain/money.ts";
import type { Reason, RefusalCode } from "#app/domain/refusal.ts";

/** A line of the cart as it stood after a step, with the price and the stock the buyer saw then. */
export interface LineSeen {
  cartId: number;
  productId: number;
  /** The quantity of the line after the step; 0 after a removal. */
  quantity: number;
  /** Null when the customer has no price for it. */
  unitPriceE4: PriceE4 | null;
  stockSeen: number;
}

/** What a look at the whole cart showed: its value, and everything that stood against ordering it. */
export interface CartSeen {
  cartId: number;
  lines: number;
  goodsCents: Cents;
  reasons: Reason[];
  /** Prices that had moved since the buyer last saw them. */
  changed: { productId: number; wasE4: PriceE4; nowE4: PriceE4 }[];
}

/** What a buyer did, with what they saw while doing it. */
export type Step =
  | { kind: "signed_in" | "visited" }
  | { kind: "searched"; query: string; results: number }
  | { kind: "viewed"; productId: number; unitPriceE4: PriceE4 | null; stockSeen: number }
  | ({ kind: "added" | "changed" | "removed" } & LineSeen)
  | ({ kind: "cart_viewed" | "checkout_opened" } & CartSeen)
  /** The buyer told which payment terms they miss. */
  | { kind: "terms_wanted"; cartId: number; wanted: string; goodsCents: Cents }
  | {
      kind: "refused";
      cartId: number | null;
      /** The first reason; all of them are in `reasons`. */
      reason: RefusalCode;
      reasons: Reason[];
      productId: number | null;
      quantity: number | null;
      unitPriceE4: PriceE4 | null;
      stockSeen: number | null;
      goodsCents: Cents | null;
    }
  /** Above the buyer's limit: sent to a colleague, given back by them, or taken back by the buyer. */
  | {
      kind: "approval_asked" | "approval_returned" | "approval_withdrawn";
      cartId: number;
      approvalId: number;
      totalCents: Cents;
    }
  | { kind: "ordered"; cartId: number; orderNumber: string; totalCents: Cents };

export type StepKind = Step["kind"];

/** Looks that say nothing new when repeated within this many minutes with the same thing seen. */
export const sameLookMinutes = 10;

/** Steps that only look: the same look twice within minutes (a reload, the way back after a form) is one step. */
export const isLook = (kind: StepKind): boolean =>
  kind === "searched" || kind === "viewed" || kind === "cart_viewed" || kind === "checkout_opened";

/** The columns of a step as it is kept; `details` holds what has no column of its own. */
export interface StepColumns {
  kind: StepKind;
  cartId: number | null;
  productId: number | null;
  quantity: number | null;
  unitPriceE4: PriceE4 | null;
  stockSeen: number | null;
  query: string | null;
  results: number | null;
  reason: RefusalCode | null;
  details: Record<string, unknown> | null;
}

const nothing: Omit<StepColumns, "kind"> = {
  cartId: null,
  productId: null,
  quantity: null,
  unitPriceE4: null,
  stockSeen: null,
  query: null,
  results: null,
  reason: null,
  details: null,
};

/** A step as its row. */
export function columnsOf(step: Step): StepColumns {
  switch (step.kind) {
    case "signed_in":
    case "visited":
    case "searched":
    case "viewed":
    case "added":
    case "changed":
    case "removed":
      return { ...nothing, ...step };
    case "cart_viewed":
    case "checkout_opened": {
      const { kind, cartId, ...details } = step;
      return { ...nothing, kind, cartId, details };
    }
    case "terms_wanted":
      return {
        ...nothing,
        kind: step.kind,
        cartId: step.cartId,
        details: { wanted: step.wanted, goodsCents: step.goodsCents },
      };
    case "refused": {
      const { reasons, goodsCents, ...columns } = step;
      return { ...nothing, ...columns, details: { reasons, goodsCents } };
    }
    case "approval_asked":
    case "approval_returned":
    case "approval_withdrawn": {
      const { kind, cartId, ...details } = step;
      return { ...nothing, kind, cartId, details };
    }
    case "ordered":
      return {
        ...nothing,
        kind: step.kind,
        cartId: step.cartId,
        details: { orderNumber: step.orderNumber, totalCents: step.totalCents },
      };
  }
}
