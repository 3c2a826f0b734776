import { z } from "zod";
import { invoiceKeyFrom } from "#app/domain/orders/order.ts";
import { problem } from "#app/http/form.ts";
import { maybe, text } from "#app/http/shapes.ts";

const invoiceKey = z
  .string()
  .max(80)
  .default("")
  .refine((said) => said.trim() === "" || invoiceKeyFrom(said) !== null, problem("invalid"))
  .transform((said) => invoiceKeyFrom(said));

const invoiceLink = maybe(
  text(500).refine((said) => /^https:\/\/[^\s"<>]+$/.test(said) && URL.canParse(said), problem("invalid")),
);

/** What the office can do with an order, one move at a time. */
export const moveForm = z.discriminatedUnion("move", [
  z.strictObject({ move: z.literal("confirm") }),
  z.strictObject({ move: z.literal("invoice"), invoiceKey, invoiceLink }),
  z.strictObject({ move: z.literal("ship") }),
  z.strictObject({ move: z.literal("deliver") }),
  z.strictObject({ move: z.literal("cancel"), reason: text(300) }),
]);
