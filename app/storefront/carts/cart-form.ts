import { z } from "zod";
import { quantity, rowId, text } from "#app/http/shapes.ts";
import { takenField } from "./undo.ts";

const returnTo = z.string().max(500).optional();
const sku = text(60);

/** Everything a form can ask of the cart; no price is among it. */
export const cartForm = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("add"), sku, quantity, returnTo }),
  z.strictObject({ intent: z.literal("change"), sku, quantity }),
  z.strictObject({ intent: z.literal("remove"), sku }),
  z.strictObject({ intent: z.literal("empty") }),
  z.strictObject({ intent: z.literal("terms"), paymentTermsId: rowId, returnTo }),
  z.strictObject({ intent: z.literal("split"), sku }),
  z.strictObject({ intent: z.literal("keep"), sku }),
  z.strictObject({ intent: z.literal("swap"), sku, by: sku }),
  z.strictObject({ intent: z.literal("mend") }),
  z.strictObject({ intent: z.literal("restore"), taken: takenField }),
  z.strictObject({ intent: z.literal("take"), sku }),
  z.strictObject({ intent: z.literal("drop"), sku }),
  z.strictObject({ intent: z.literal("accept"), shownHash: z.string().regex(/^[0-9a-f]{64}$/) }),
]);

export type CartWish = z.output<typeof cartForm>;
