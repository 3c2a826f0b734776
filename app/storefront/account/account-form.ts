import { z } from "zod";
import { ownActs } from "#app/access/own-acts.ts";
import { address, maybe, rowId, text, ticked } from "#app/http/shapes.ts";

/** What the account's page can send, one act at a time. */
export const wanted = z.discriminatedUnion("act", [
  ...ownActs,
  z.strictObject({
    act: z.literal("save-address"),
    id: maybe(rowId),
    label: text(60),
    ...address,
    isDefault: ticked,
  }),
  z.strictObject({ act: z.literal("remove-address"), id: rowId }),
  z.strictObject({ act: z.literal("address-back"), id: rowId }),
]);
