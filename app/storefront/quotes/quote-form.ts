import { z } from "zod";
import { optionalText, rowId } from "#app/http/shapes.ts";

/** What a buyer can do with a quote; nothing that was answered is among it. */
export const quoteForm = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("accept"),
    addressId: rowId,
    poNumber: optionalText(60),
    notes: optionalText(1000),
  }),
  z.strictObject({ act: z.literal("decline"), reason: optionalText(500) }),
  z.strictObject({ act: z.enum(["withdraw", "withdrawToCart", "again", "cart"]) }),
]);

export type QuoteAct = z.output<typeof quoteForm>;

/** The number of a quote in an address; null when it is none. */
export function quoteNumberIn(said: string | undefined): number | null {
  const read = rowId.safeParse(said);
  return read.success ? read.data : null;
}
