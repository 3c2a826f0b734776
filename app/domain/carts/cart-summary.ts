/** What the frame of the shop says about the open cart: its lines, and their value at the prices last shown. */
export interface CartSummary {
  lines: number;
  cents: number;
}
