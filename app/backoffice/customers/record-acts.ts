import { z } from "zod";
import { activityKinds } from "#app/domain/activities/activity.ts";
import { buyerTerms } from "#app/http/buyer-shapes.ts";
import { problem } from "#app/http/form.ts";
import { address, day, email, maybe, optionalText, rowId, text, ticked } from "#app/http/shapes.ts";

const contact = {
  name: text(120),
  role: optionalText(80),
  phone: optionalText(40),
  email: maybe(email),
  birthdayOn: maybe(day),
};

/** What can be done on a customer's record, one small form each. */
export const recordActs = z.discriminatedUnion("act", [
  z.strictObject({ act: z.enum(["tag", "untag"]), tag: text(40) }),
  z.strictObject({ act: z.literal("note"), kind: z.enum(activityKinds), text: text(4000) }),
  z.strictObject({ act: z.enum(["grant", "withdraw"]) }),
  z.strictObject({
    act: z.literal("invite"),
    name: text(120),
    email,
    ...buyerTerms,
  }),
  z.strictObject({ act: z.literal("saveBuyer"), id: rowId, ...buyerTerms }),
  z.strictObject({ act: z.enum(["disableBuyer", "enableBuyer"]), id: rowId }),
  z
    .strictObject({
      act: z.literal("override"),
      overrideFor: z.enum(["order", "day"]),
      untilOn: maybe(day),
      reason: text(300),
    })
    .refine((wish) => wish.overrideFor === "order" || wish.untilOn !== null, {
      ...problem("required"),
      path: ["untilOn"],
    }),
  z.strictObject({ act: z.literal("revokeOverride"), id: rowId }),
  z.strictObject({ act: z.literal("saveContact"), id: maybe(rowId), ...contact }),
  z.strictObject({ act: z.literal("saveAddress"), id: maybe(rowId), label: text(60), ...address, isDefault: ticked }),
  z.strictObject({ act: z.enum(["removeContact", "removeAddress"]), id: rowId }),
]);

export type RecordAct = z.output<typeof recordActs>;
