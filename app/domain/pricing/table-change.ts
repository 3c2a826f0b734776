import type { PriceSheet, RejectedLine } from "./price-sheet.ts";
import type { PriceTableDetails } from "./price-table.ts";

/** What is to become of a price table. */
export type TableChange =
  | { act: "revise"; details: Omit<PriceTableDetails, "code"> }
  | { act: "set"; sku: string; fromQuantity: number; unitPriceE4: number | null }
  | { act: "sheet"; sheet: PriceSheet }
  | { act: "derive"; from: string; basisPoints: number; isOverwriting: boolean };

/** What came of it, as far as a screen says it; of the lines left out the first hundred. */
export type TableChanged =
  | { act: "revise" | "set" | "take" }
  | { act: "sheet"; taken: number; rejected: RejectedLine[]; rejectedCount: number }
  | { act: "derive"; written: number };

/** The lines left out that are shown. */
export const rejectedShown = 100;
