import { z } from "zod";
import { optionalText, text } from "#app/http/shapes.ts";

/** A quantity as it was typed; what is no whole number is refused by the domain, beside its line. */
const typedQuantity = z
  .string()
  .trim()
  .max(20)
  .transform((said) => (/^-?\d{1,9}$/.test(said) ? Number(said) : Number.NaN));

const decided = {
  lines: z.array(z.strictObject({ sku: text(60), quantity: typedQuantity })).max(1_000),
  shownHash: z.string().regex(/^[0-9a-f]{64}$/),
  word: optionalText(1000),
  remove: text(60).optional(),
};

/** What can be asked of a request: its approver changes or decides it in one form, its buyer takes it back. */
export const approvalForm = z.discriminatedUnion("act", [
  z.strictObject({ act: z.literal("change"), ...decided }),
  z.strictObject({ act: z.literal("approve"), ...decided }),
  z.strictObject({ act: z.literal("return"), ...decided }),
  z.strictObject({ act: z.literal("withdraw") }),
]);

export type ApprovalWish = z.output<typeof approvalForm>;
export type DecidingWish = Extract<ApprovalWish, { shownHash: string }>;
