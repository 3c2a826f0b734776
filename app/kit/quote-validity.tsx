import type { QuoteState } from "#app/domain/quotes/quote.ts";
import { daysLeftOf } from "#app/domain/quotes/quote.ts";
import { formatDay } from "#app/words/days.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { useWords } from "./words.tsx";

/** Until when an answered quote can be accepted, and how many days that is; nothing for one without an answer. */
export function QuoteValidity({
  state,
  validUntil,
  today,
}: {
  state: QuoteState;
  validUntil: string | null;
  today: string;
}) {
  const w = useWords(quoteWords);
  if (validUntil === null) return null;
  if (state !== "answered") return <span className="text-muted">{w.wasValidUntil(formatDay(validUntil))}</span>;
  const left = daysLeftOf(validUntil, today);
  return <span className={left <= 1 ? "text-warn" : undefined}>{w.validUntil(formatDay(validUntil), left)}</span>;
}
