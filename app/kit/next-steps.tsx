import type { ButtonHTMLAttributes, MouseEvent, ReactNode } from "react";
import type { NextStep, QuantityStep, TermsStep } from "#app/domain/pricing/next-step.ts";
import { formatBasisPoints, formatCents, formatNumber } from "#app/words/numbers.ts";
import { priceChainWords } from "#app/words/price-chain.ts";
import { useLocale, useWords } from "./words.tsx";

type Step = QuantityStep | TermsStep;

/**
 * The cheapest next steps of a price, each with what it saves on the line: a little more of it, or other payment terms. Where
 * `pressOf` gives something that takes the step, that stands in place of the text.
 */
export function NextSteps({
  steps,
  pressOf = () => null,
}: {
  steps: readonly NextStep[];
  pressOf?: (step: NextStep) => ReactNode;
}) {
  return steps.map((step) => (
    <div key={step.kind} className="text-sm text-good">
      {pressOf(step) ?? <StepSaid step={step} />}
    </div>
  ));
}

/**
 * A step as a button that takes it: of the form around it, or of the one it names. It says what it does. The second click of a
 * double one does nothing: by then the step after it may stand in the same place.
 */
export function StepButton({
  step,
  quantity,
  product,
  onClick,
  ...button
}: {
  step: Step;
  /** The quantity it makes of the line, where that is not all there is of the product. */
  quantity?: number;
  /** Names the product for those who hear a page of many. */
  product?: string;
} & ButtonHTMLAttributes<HTMLButtonElement>) {
  const w = useWords(priceChainWords);
  const locale = useLocale();
  const percent = formatBasisPoints(-step.basisPoints, locale);
  const saved = useSaved(step);
  const once = (event: MouseEvent<HTMLButtonElement>) => {
    if (event.detail > 1) event.preventDefault();
    else onClick?.(event);
  };
  if (step.kind === "terms") {
    return (
      <button type="submit" className="step" onClick={once} {...button}>
        {w.switchTo(step.terms, percent)}
        {saved}
      </button>
    );
  }
  const wanted = formatNumber(quantity ?? step.quantity, locale);
  const said = step.promotion === null ? w.take(wanted, percent) : w.takePromotion(wanted, percent, step.promotion);
  return (
    <button
      type="submit"
      className="step"
      onClick={once}
      // Begins with what is seen, for who speaks to the page.
      aria-label={product === undefined ? undefined : `${said}${saved ?? ""}: ${product}`}
      {...button}
    >
      {said}
      {saved}
    </button>
  );
}

/** A step as text alone, for where nobody can take it. */
export function StepSaid({ step }: { step: Step }) {
  const w = useWords(priceChainWords);
  const locale = useLocale();
  const percent = formatBasisPoints(step.basisPoints, locale);
  const saved = useSaved(step);
  if (step.kind === "terms") {
    return (
      <>
        {w.otherTerms(step.terms, step.insteadOf, percent)}
        {saved}
      </>
    );
  }
  const more = formatNumber(step.more, locale);
  return (
    <>
      {step.promotion === null ? w.more(more, percent) : w.morePromotion(more, percent, step.promotion)}
      {saved}
    </>
  );
}

function useSaved({ savedCents }: Step): string | null {
  const w = useWords(priceChainWords);
  const locale = useLocale();
  return savedCents > 0 ? ` · ${w.saves(formatCents(savedCents, locale))}` : null;
}
