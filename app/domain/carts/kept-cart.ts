import type { Cents } from "#app/domain/money.ts";

/** The most carts one person keeps beside the current one. */
export const mostKeptCarts = 20;

/** The most letters the name of a cart has. */
export const longestCartName = 60;

/** How long a cart that was removed can be brought back, in days. */
export const removedCartDays = 30;

/** A cart that waits under its name. */
export interface KeptCart {
  id: number;
  name: string;
  lines: number;
  /** Its goods at the prices last shown. */
  goodsCents: Cents;
  setAsideAt: Date;
}
