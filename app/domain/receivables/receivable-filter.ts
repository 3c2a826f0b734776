import type { Day } from "#app/domain/period.ts";
import type { OverdueAge, ReceivableState } from "./receivable.ts";

/** What the office's receivables are searched by; an empty wish is not asked. */
export interface ReceivableFilter {
  q: string;
  state: ReceivableState[];
  age: OverdueAge[];
  rep: number[];
  customer: number | null;
  /** The Monday of the week in which they are due. */
  week: Day | null;
}

/** How the office's receivables can be sorted; the earliest due first unless asked otherwise. */
export const receivableSorts = ["due", "-due", "customer", "-customer", "-open", "open"] as const;
export type ReceivableSort = (typeof receivableSorts)[number];
