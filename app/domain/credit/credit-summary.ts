import type { Cents } from "#app/domain/money.ts";

/** What the frame of the shop says about the credit, before anything is picked. */
export interface CreditSummary {
  /** Null where no limit was agreed. */
  creditLeftCents: Cents | null;
  overdueCents: Cents;
}
