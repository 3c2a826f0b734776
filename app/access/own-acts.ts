import { z } from "zod";
import { email, maybe, optionalText, text } from "#app/http/shapes.ts";
import { locales } from "#app/words/locale.ts";
import { passwordLeast, passwordMost } from "./password.ts";

/** What everybody can do to their own account, one small form each; both faces' account pages take them. */
export const ownActs = [
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
  z.strictObject({
    act: z.literal("email"),
    newEmail: email,
    currentPassword: z.string().min(1).max(500),
  }),
  z.strictObject({ act: z.literal("end-device"), key: z.string().regex(/^[0-9a-f]{16}$/) }),
  z.strictObject({ act: z.literal("end-others") }),
] as const;

export type OwnAct = z.output<(typeof ownActs)[number]>;

/** What was done, for the page's own words about it. */
export const ownDone = ["saved", "emailAsked", "passwordChanged", "disconnected"] as const;
