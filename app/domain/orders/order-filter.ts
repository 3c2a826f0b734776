import type { Day } from "#app/domain/period.ts";
import type { OrderChannel, OrderState } from "./order.ts";

/** How the office may sort its orders. */
export const orderSorts = ["-placed", "placed", "-value", "value", "customer", "-customer"] as const;
export type OrderSort = (typeof orderSorts)[number];

/** Which orders the office asks for; everything empty: all of the scope. `to` is included. */
export interface OrderFilter {
  q: string;
  state: OrderState[];
  channel: OrderChannel[];
  rep: number[];
  uf: string[];
  customer: number | null;
  kind: "order" | "return" | null;
  from: Day | null;
  to: Day | null;
}

/** A filter that asks nothing. */
export const nothingAsked: OrderFilter = {
  q: "",
  state: [],
  channel: [],
  rep: [],
  uf: [],
  customer: null,
  kind: null,
  from: null,
  to: null,
};
