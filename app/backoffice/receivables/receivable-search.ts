import { z } from "zod";
import { isDay, weekStart } from "#app/domain/period.ts";
import { overdueAges, receivableStates } from "#app/domain/receivables/receivable.ts";
import { type ReceivableFilter, receivableSorts } from "#app/domain/receivables/receivable-filter.ts";

const someId = z.coerce.number().int().min(1).max(2_147_483_647);

/** What the address of the office's receivables can ask; without a state what is open and overdue. */
export const receivableSearch = z.object({
  q: z.string().trim().max(80).default(""),
  state: z.array(z.enum(receivableStates)).default([]),
  age: z.array(z.enum(overdueAges)).default([]),
  rep: z.array(someId).default([]),
  customer: someId.optional(),
  week: z.string().refine(isDay).optional(),
  sort: z.enum(receivableSorts).default("due"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** The filter the address asks for, complete. */
export function filterFrom(asked: z.output<typeof receivableSearch>): ReceivableFilter {
  const { q, age, rep, customer = null, week } = asked;
  const state = asked.state.length > 0 ? asked.state : (["open", "overdue"] as const);
  return { q, state: [...state], age, rep, customer, week: week ? weekStart(week) : null };
}
