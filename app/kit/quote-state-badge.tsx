import type { QuoteState } from "#app/domain/quotes/quote.ts";
import { quoteWords } from "#app/words/quotes.ts";
import { Badge, type Tone } from "./badge.tsx";
import { useWords } from "./words.tsx";

const tones: Record<QuoteState, Tone> = {
  asked: "info",
  answered: "accent",
  expired: "warn",
  accepted: "good",
  declined: "bad",
  withdrawn: "neutral",
};

/** How far a quote came. */
export function QuoteStateBadge({ state }: { state: QuoteState }) {
  const w = useWords(quoteWords);
  return <Badge tone={tones[state]}>{w.states[state]}</Badge>;
}
