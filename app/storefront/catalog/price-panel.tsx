import type { ReactNode } from "react";
import { daysAfter } from "#app/domain/period.ts";
import type { NextStep } from "#app/domain/pricing/next-step.ts";
import type { Promotion } from "#app/domain/pricing/promotion.ts";
import type { Quote } from "#app/domain/pricing/quote.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { NextSteps } from "#app/kit/next-steps.tsx";
import { PriceChain, ruleSaid } from "#app/kit/price-chain.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { catalogWords } from "#app/words/catalog.ts";
import { formatDay } from "#app/words/days.ts";
import { formatBasisPoints, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { priceChainWords } from "#app/words/price-chain.ts";

/** The customer's own price, the cheapest next step, and the way the price came about. */
export function PricePanel({
  quote,
  unit,
  steps,
  pressOf,
}: {
  quote: Quote;
  unit: string;
  steps: readonly NextStep[];
  /** What takes a step, where it can be taken. */
  pressOf: (step: NextStep) => ReactNode;
}) {
  const w = useWords(catalogWords);
  const why = useWords(priceChainWords);
  const locale = useLocale();
  const { promotion } = quote;
  return (
    <div className="stack">
      <div>
        <p className="eyebrow">{w.yourPrice}</p>
        <p className="text-3xl font-semibold tracking-tight tabular-nums">
          {promotion ? (
            <del className="mr-2 text-lg font-normal text-faint">{formatUnitPrice(promotion.wasE4, locale)}</del>
          ) : null}
          {formatUnitPrice(quote.unitPriceE4, locale)}{" "}
          <small className="text-md font-normal text-muted">{w.per(unit)}</small>
        </p>
        {promotion ? <PromotionSaid promotion={promotion} /> : null}
        <div className="mt-1">
          <NextSteps steps={steps} pressOf={pressOf} />
        </div>
      </div>
      <Disclose summary={why.why} open>
        <PriceChain chain={quote.chain} taxes={quote.taxes} />
      </Disclose>
    </div>
  );
}

/** What a promotion does, until when, and how much of it is left. */
function PromotionSaid({ promotion }: { promotion: Promotion }) {
  const why = useWords(priceChainWords);
  const locale = useLocale();
  const said = [
    ruleSaid(promotion, why, locale),
    why.until(formatDay(daysAfter(promotion.validUntil, -1), locale)),
    promotion.unitsLeft === null ? null : why.unitsLeft(formatNumber(promotion.unitsLeft, locale)),
  ].filter((part) => part !== null);
  return (
    <p className="mt-1">
      <Badge tone="accent">{promotion.name}</Badge> <span className="text-sm text-muted">{said.join(" · ")}</span>
    </p>
  );
}

/** What one unit costs from which quantity on; nothing when the price is the same for all. */
export function BreakTable({ ladder, least }: { ladder: Pick<Quote, "unitPriceE4" | "breaks">; least: number }) {
  const w = useWords(catalogWords);
  const locale = useLocale();
  const reached = ladder.breaks.filter((one) => one.fromQuantity > least);
  if (reached.length === 0) return null;
  const rows = [{ fromQuantity: least, unitPriceE4: ladder.unitPriceE4, basisPoints: 0 }, ...reached];
  return (
    <div className="table-wrap">
      <table className="table">
        <caption>{w.breaks}</caption>
        <thead>
          <tr>
            <th scope="col">{w.from}</th>
            <th scope="col" className="num">
              {w.unitPrice}
            </th>
            <th scope="col" className="num">
              {w.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.fromQuantity}>
              <th scope="row" className="tnum">
                {formatNumber(row.fromQuantity, locale)}
              </th>
              <td className="num">{formatUnitPrice(row.unitPriceE4, locale)}</td>
              <td className={row.basisPoints < 0 ? "num text-good" : "num text-muted"}>
                {row.basisPoints === 0 ? "–" : formatBasisPoints(row.basisPoints, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
