import { z } from "zod";
import { businessDaysAfter, isBusinessDay } from "#app/domain/business-days.ts";
import { dayOf, isDay, momentAt } from "#app/domain/period.ts";

/** What can be noted about a customer. */
export const activityKinds = ["visit", "call", "message", "email", "note", "task"] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** What came of a visit or a call. */
export const activityOutcomes = [
  "ordered",
  "quoted",
  "interested",
  "no_need_now",
  "absent",
  "complaint",
  "lost",
  "other",
] as const;
export type ActivityOutcome = (typeof activityOutcomes)[number];

export type ActivityState = "planned" | "late" | "checked_in" | "done" | "cancelled";

interface Moments {
  plannedAt: Date | null;
  checkedInAt: Date | null;
  doneAt: Date | null;
  cancelledAt: Date | null;
}

/** Where an activity stands, read from its moments: late once its planned moment has passed without a check-in. */
export function activityStateOf({ plannedAt, checkedInAt, doneAt, cancelledAt }: Moments, asOf: Date): ActivityState {
  if (cancelledAt) return "cancelled";
  if (doneAt) return "done";
  if (checkedInAt) return "checked_in";
  return plannedAt !== null && plannedAt < asOf ? "late" : "planned";
}

/** When a buyer's question is to be answered: by the evening of the same business day, or on the morning of the next one. */
export function answerDueAt(at: Date): Date {
  const today = dayOf(at);
  const evening = momentAt(today, "18:00:00");
  return isBusinessDay(today) && at < evening ? evening : momentAt(businessDaysAfter(today, 1), "09:00:00");
}

const day = z.string().refine(isDay);
const text = (longest: number) => z.string().trim().max(longest);

/** What planning a visit, call or task takes. */
export const plan = z.object({
  kind: z.enum(["visit", "call", "task"]),
  customerId: z.coerce.number().int().min(1).max(2_147_483_647),
  on: day,
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  subject: text(200),
});
export type Plan = z.infer<typeof plan>;

const wholeUpTo = (most: number) =>
  z.union([z.literal(""), z.string().trim().regex(/^\d+$/).transform(Number).pipe(z.number().max(most))]);

/** What is noted when a visit or call ends; a day needs a step to take on it. */
export const result = z
  .object({
    outcome: z.enum(activityOutcomes),
    notes: text(4000),
    nextStep: text(300),
    nextStepOn: z.union([z.literal(""), day]),
    minutes: wholeUpTo(1440),
    kilometres: wholeUpTo(5000),
  })
  .refine(({ nextStep, nextStepOn }) => nextStepOn === "" || nextStep !== "", {
    path: ["nextStep"],
    error: "required",
  });
export type Result = z.infer<typeof result>;

/** Where a check-in happened, as the telephone said; both empty when it was not allowed to. */
export const place = z.object({
  latitude: z.union([z.literal(""), z.coerce.number().min(-90).max(90)]),
  longitude: z.union([z.literal(""), z.coerce.number().min(-180).max(180)]),
});
export type Place = z.infer<typeof place>;
