import { daysAfter } from "#app/domain/period.ts";
import type { PriceStep } from "#app/domain/pricing/price-chain.ts";
import type { PromotionRule } from "#app/domain/pricing/promotion.ts";
import type { TaxRate } from "#app/domain/pricing/tax.ts";
import { formatDay } from "#app/words/days.ts";
import type { Locale } from "#app/words/locale.ts";
import { formatBasisPoints, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { priceChainWords } from "#app/words/price-chain.ts";
import { useLocale, useWords } from "./words.tsx";

type ChainWords = (typeof priceChainWords)["pt-BR"];

/** "+2%", "-5%". */
const signed = (basisPoints: number, locale: Locale): string =>
  `${basisPoints > 0 ? "+" : ""}${formatBasisPoints(basisPoints, locale)}`;

/** What a promotion does, as a sentence: "leve 12 ou mais: -8% sobre a tabela". */
export function ruleSaid(rule: PromotionRule, w: ChainWords, locale: Locale): string {
  const { offBasisPoints, unitPriceE4, fromQuantity } = rule;
  const what =
    unitPriceE4 === null
      ? w.percentOff(formatBasisPoints(-(offBasisPoints ?? 0), locale))
      : w.fixedPrice(formatUnitPrice(unitPriceE4, locale));
  return fromQuantity > 1 ? w.fromTake(formatNumber(fromQuantity, locale), what) : what;
}

/** From when until when a step counts, its last day named; null where it always does. */
function validitySaid({ validFrom, validUntil }: PriceStep, w: ChainWords): string | null {
  const from = validFrom ? formatDay(validFrom) : null;
  const until = validUntil ? formatDay(daysAfter(validUntil, -1)) : null;
  if (from && until) return w.between(from, until);
  return from ? w.since(from) : until && w.until(until);
}

function particularsOf(step: PriceStep, w: ChainWords, locale: Locale): string {
  const quantity = step.fromQuantity > 1 && !step.rule ? w.fromQuantity(formatNumber(step.fromQuantity, locale)) : null;
  const formula = step.formula ? w.formula(step.formula.of, signed(step.formula.basisPoints, locale)) : null;
  const rule = step.rule ? ruleSaid(step.rule, w, locale) : null;
  const lasts = step.rule?.isLimited ? w.whileLasts : null;
  return [quantity, formula, rule, validitySaid(step, w), lasts].filter((said) => said !== null).join(" · ");
}

/** Why this price: the way from the general price to the reader's own, one step a line, and the taxes expected on top; the same wherever a price is explained. */
export function PriceChain({ chain, taxes = [] }: { chain: readonly PriceStep[]; taxes?: readonly TaxRate[] }) {
  const w = useWords(priceChainWords);
  const locale = useLocale();
  return (
    <ol className="price-chain">
      {chain.map((step, at) => {
        const particulars = particularsOf(step, w, locale);
        const className = at === chain.length - 1 ? "font-medium" : undefined;
        return (
          <li key={`${step.source} ${step.fromQuantity}`} className={className}>
            <span>
              {w.sources[step.source](step.name)}
              {particulars ? <span className="block font-normal text-muted">{particulars}</span> : null}
            </span>
            <span className="tnum whitespace-nowrap">
              {step.basisPoints === 0 ? null : (
                <span className={step.basisPoints < 0 ? "text-good" : "text-muted"}>
                  {signed(step.basisPoints, locale)}{" "}
                </span>
              )}
              {formatUnitPrice(step.unitPriceE4, locale)}
            </span>
          </li>
        );
      })}
      {taxes.map(({ component, basisPoints }) => (
        <li key={component} className="text-muted">
          <span>{w.taxOnTop(component, formatBasisPoints(basisPoints, locale))}</span>
        </li>
      ))}
    </ol>
  );
}
