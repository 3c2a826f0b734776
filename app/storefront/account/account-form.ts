import { z } from "zod";
import { passwordLeast, passwordMost } from "#app/access/password.ts";
import { address, maybe, optionalText, rowId, text, ticked } from "#app/http/shapes.ts";
import { locales } from "#app/words/locale.ts";

/** What the account's page can send, one act at a time. */
export const wanted = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("profile"),
    name: text(120),
    phone: optionalText(40),
    locale: maybe(z.enum(locales)),
  }),
  z.strictObject({
    act: z.literal("password"),
    email: z.string().optional(),
    currentPassword: z.string().min(1).max(500),
    newPassword: z.string().min(passwordLeast).max(passwordMost),
  }),
  z.strictObject({ act: z.literal("end-device"), key: z.string().regex(/^[0-9a-f]{16}$/) }),
  z.strictObject({ act: z.literal("end-others") }),
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

/** Which of the page's forms an answer belongs to, so that only that one shows it. */
export function answerTo<A extends object>(answer: A | null | undefined, act: string, id?: number | null) {
  if (!answer || !("typed" in answer)) return undefined;
  const typed = answer.typed as Record<string, string | string[]>;
  const isThisRow = id === undefined || (typed.id ?? "") === (id === null ? "" : String(id));
  return typed.act === act && isThisRow ? answer : undefined;
}
