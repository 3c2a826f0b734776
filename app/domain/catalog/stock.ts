/** What lies in the warehouse and what of it is promised to orders. */
export interface StockLevel {
  onHand: number;
  reserved: number;
}

/** What can still be sold: on hand less what is promised; a product without a stock row has none. */
export function availableOf(stock: StockLevel | null): number {
  return stock ? stock.onHand - stock.reserved : 0;
}

/** Why stock moves by hand: bought in, counted, or came back. Orders move it by themselves. */
export const manualStockReasons = ["purchase", "count", "returned"] as const;
export type ManualStockReason = (typeof manualStockReasons)[number];

/** Every reason for which stock moves. */
export type StockReason = ManualStockReason | "opening" | "invoiced" | "import";

/** Why what lies in the warehouse changed, as people read it. */
export interface MovementLine {
  id: number;
  at: Date;
  quantity: number;
  reason: StockReason;
  note: string | null;
  orderNumber: string | null;
  by: string | null;
}
