import { z } from "zod";
import { longestCartName } from "#app/domain/carts/kept-cart.ts";
import { rowId, text } from "#app/http/shapes.ts";

const name = text(longestCartName);

/** What can be done with carts beside the current one. */
export const keptCartsForm = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("aside"), name }),
  z.strictObject({ act: z.literal("current"), id: rowId }),
  z.strictObject({ act: z.literal("merge"), id: rowId }),
  z.strictObject({ act: z.literal("rename"), id: rowId, name }),
  z.strictObject({ act: z.literal("remove"), id: rowId }),
  z.strictObject({ act: z.literal("back"), id: rowId }),
]);

export type KeptCartsWish = z.output<typeof keptCartsForm>;
