import type { NextStep } from "#app/domain/pricing/next-step.ts";
import { formatBasisPoints, formatCents, formatNumber } from "#app/words/numbers.ts";
import { priceChainWords } from "#app/words/price-chain.ts";
import { useLocale, useWords } from "./words.tsx";

/** The cheapest next steps of a price, each with what it saves on the line: a little more of it, or other payment terms. */
export function NextSteps({ steps }: { steps: readonly NextStep[] }) {
  const w = useWords(priceChainWords);
  const locale = useLocale();
  return steps.map((step) => {
    const percent = formatBasisPoints(step.basisPoints, locale);
    const saved = step.savedCents > 0 ? ` · ${w.saves(formatCents(step.savedCents, locale))}` : null;
    if (step.kind === "terms") {
      return (
        <p key={step.kind} className="text-sm text-good">
          {w.otherTerms(step.terms, step.insteadOf, percent)}
          {saved}
        </p>
      );
    }
    const more = formatNumber(step.more, locale);
    return (
      <p key={step.kind} className="text-sm text-good">
        {step.promotion === null ? w.more(more, percent) : w.morePromotion(more, percent, step.promotion)}
        {saved}
      </p>
    );
  });
}
