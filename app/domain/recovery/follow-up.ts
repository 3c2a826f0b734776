import { z } from "zod";
import { abandonmentReasons } from "./diagnosis.ts";

/** The ways a buyer is contacted. */
export const followUpMedia = ["whatsapp", "phone", "email"] as const;
export type FollowUpMedium = (typeof followUpMedia)[number];

/** What can come of a contact. */
export const followUpOutcomes = [
  "will_order",
  "no_answer",
  "bought_elsewhere",
  "no_need_now",
  "wants_change",
  "other",
] as const;
export type FollowUpOutcome = (typeof followUpOutcomes)[number];

/** What contacting a buyer about a quiet cart takes. */
export const contact = z.object({ medium: z.enum(followUpMedia), text: z.string().trim().max(2000) });
export type Contact = z.infer<typeof contact>;

/** What came of the contact, and the reason as the customer told it. */
export const outcome = z.object({
  outcome: z.enum(followUpOutcomes),
  toldReason: z.union([z.literal(""), z.enum(abandonmentReasons)]),
  notes: z.string().trim().max(2000),
});
export type Outcome = z.infer<typeof outcome>;
