import type { Rejection, RejectionCode } from "./rejection.ts";

/** How far an import has come; `fraction` of the file is null when nobody knows. */
export interface ImportProgress {
  stage: "reading" | "writing";
  read: number;
  accepted: number;
  rejected: number;
  fraction: number | null;
}

/** What came of an import. `accepted` counts rows that are in order, also those that were there already (`unchanged`). */
export interface ImportSummary {
  read: number;
  accepted: number;
  rejected: number;
  created: { customers: number; products: number; orders: number; returns: number };
  unchanged: number;
  seconds: number;
  rejectedFile: string | null;
  /** Receivables that were not here before. */
  receivables: number;
  /** Orders made only of free lines, which count as no purchase. */
  bonus: number;
  /** What was known and has been changed by the file. */
  replaced: number;
  reasons: Partial<Record<RejectionCode, number>>;
  /** The first rejected rows. */
  samples: Rejection[];
}
