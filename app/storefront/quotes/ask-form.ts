import { z } from "zod";
import { problem } from "#app/http/form.ts";
import { day, maybe, optionalText, priceE4, quantity, rowId, text } from "#app/http/shapes.ts";

/** Nobody wishes for a price of nothing; an empty field wishes for none. */
const wishedPrice = maybe(priceE4.refine((said) => said > 0, problem("notMoney")));

/** What a buyer sends to ask for a quote; prices among it are wishes, and no other price is taken. */
export const askForm = z.object({
  cartId: rowId,
  shownHash: z.string().regex(/^[0-9a-f]{64}$/),
  lines: z.array(z.strictObject({ sku: text(60), quantity, wishedPrice })).max(500),
  wantedPrice: optionalText(200),
  wantedTerms: optionalText(200),
  wantedOn: maybe(day),
  message: optionalText(2000),
});
