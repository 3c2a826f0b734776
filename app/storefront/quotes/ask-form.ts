import { z } from "zod";
import { day, maybe, optionalText, priceE4, quantity, rowId, text } from "#app/http/shapes.ts";

/** What a buyer sends to ask for a quote; prices among it are wishes, and no other price is taken. */
export const askForm = z.object({
  cartId: rowId,
  shownHash: z.string().regex(/^[0-9a-f]{64}$/),
  lines: z.array(z.strictObject({ sku: text(60), quantity, wishedPrice: maybe(priceE4) })).max(500),
  wantedPrice: optionalText(200),
  wantedTerms: optionalText(200),
  wantedOn: maybe(day),
  message: optionalText(2000),
});
