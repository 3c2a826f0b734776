import type { QuoteState } from "./quote.ts";

/** How the office may sort its quotes. */
export const quoteSorts = ["asked", "-asked", "-value", "value", "customer", "-customer", "valid"] as const;
export type QuoteSort = (typeof quoteSorts)[number];

/** Which quotes the office asks for; everything empty: all of the scope. */
export interface QuoteFilter {
  q: string;
  state: QuoteState[];
  rep: number[];
  customer: number | null;
}
