import { z } from "zod";
import { longestListName } from "#app/domain/lists/list.ts";
import { rowId, text, ticked } from "#app/http/shapes.ts";
import { sentLines } from "./lines-form.ts";

const name = text(longestListName);
const returnTo = z.string().max(500).optional();
const sku = text(60);
const key = z.union([z.literal("favourites"), rowId]);

/** What the page of all lists is asked for; a new list may begin with the cart or with an order. */
export const listsForm = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("begin"),
    name,
    isShared: ticked,
    from: z.enum(["cart"]).optional(),
    order: text(40).optional(),
  }),
  z.strictObject({ act: z.literal("back"), id: rowId }),
  z.strictObject({ act: z.literal("keep"), list: key, sku, returnTo }),
]);

/** What is done to one list as a whole. */
export const listForm = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("rename"), name, isShared: ticked }),
  z.strictObject({ act: z.literal("copy") }),
  z.strictObject({ act: z.literal("remove") }),
  z.strictObject({ act: z.literal("put"), sku }),
]);

/** What is done with the rows of a list: the button says what, or which product it stands beside. */
export const rowsForm = z.strictObject({
  lines: sentLines,
  rows: z.enum(["save", "cart", "all"]).default("save"),
  off: sku.optional(),
  up: sku.optional(),
  down: sku.optional(),
});

/** Which list an address means; null for what names none. */
export function listKeyOf(said: string | undefined): number | "favourites" | null {
  const read = key.safeParse(said);
  return read.success ? read.data : null;
}
