import { z } from "zod";
import { quoteStates } from "#app/domain/quotes/quote.ts";
import { type QuoteFilter, quoteSorts } from "#app/domain/quotes/quote-filter.ts";
import { rowId } from "#app/http/shapes.ts";

const someId = z.coerce.number().int().min(1).max(2_147_483_647);

/** What the address of the office's quotes can ask. */
export const quoteSearch = z.object({
  q: z.string().trim().max(80).default(""),
  state: z.array(z.enum(quoteStates)).default([]),
  rep: z.array(someId).default([]),
  customer: someId.optional(),
  sort: z.enum(quoteSorts).default("-asked"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

/** The filter the address asks for, complete. */
export function filterFrom(asked: z.output<typeof quoteSearch>): QuoteFilter {
  const { q, state, rep, customer = null } = asked;
  return { q, state, rep, customer };
}

/** The number of a quote in an address; null when it is none. */
export function quoteNumberIn(said: string | undefined): number | null {
  const read = rowId.safeParse(said);
  return read.success ? read.data : null;
}
