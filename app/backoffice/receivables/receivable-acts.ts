import { z } from "zod";
import { cents, day, optionalText, rowId, text, whole } from "#app/http/shapes.ts";

/** What can be done with a receivable, one small form each. */
export const receivableActs = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("pay"),
    amountCents: cents.pipe(z.number().min(1)),
    paidOn: day,
    note: optionalText(200),
    shownOpenCents: whole(0, 999_999_999_999),
  }),
  z.strictObject({ act: z.literal("counter"), paymentId: rowId, note: optionalText(200) }),
  z.strictObject({ act: z.literal("cancel"), reason: text(200) }),
]);

export type ReceivableAct = z.output<typeof receivableActs>;
