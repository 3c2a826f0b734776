import { daysAfter } from "#app/domain/period.ts";
import type { PriceStep } from "#app/domain/pricing/quote.ts";
import { formatDay } from "#app/words/days.ts";
import { formatBasisPoints, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { priceChainWords } from "#app/words/price-chain.ts";
import { useLocale, useWords } from "./words.tsx";

/** Why this price: the way from the general price to the reader's own, one step a line, the same wherever a price is explained. */
export function PriceChain({ chain }: { chain: readonly PriceStep[] }) {
  const w = useWords(priceChainWords);
  const locale = useLocale();
  return (
    <ol className="price-chain">
      {chain.map((step) => (
        <li key={`${step.source} ${step.fromQuantity}`}>
          <span>
            {w.sources[step.source](step.name)}
            {step.fromQuantity > 1 ? `, ${w.fromQuantity(formatNumber(step.fromQuantity, locale))}` : null}
            {step.validUntil ? (
              <span className="faint"> · {w.until(formatDay(daysAfter(step.validUntil, -1)))}</span>
            ) : null}
          </span>
          <span className="tnum">
            {step.basisPoints === 0 ? null : (
              <span className={step.basisPoints < 0 ? "text-good" : "text-muted"}>
                {step.basisPoints > 0 ? "+" : null}
                {formatBasisPoints(step.basisPoints, locale)}{" "}
              </span>
            )}
            {formatUnitPrice(step.unitPriceE4, locale)}
          </span>
        </li>
      ))}
    </ol>
  );
}
