import type { Quote } from "#app/domain/pricing/quote.ts";
import { Disclose } from "#app/kit/disclose.tsx";
import { PriceChain } from "#app/kit/price-chain.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { catalogWords } from "#app/words/catalog.ts";
import { formatBasisPoints, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { priceChainWords } from "#app/words/price-chain.ts";

/** The customer's own price, the cheapest next step, and the way the price came about. */
export function PricePanel({ quote, unit, least }: { quote: Quote; unit: string; least: number }) {
  const w = useWords(catalogWords);
  const why = useWords(priceChainWords);
  const locale = useLocale();
  const { next } = quote;
  return (
    <div className="stack">
      <div>
        <p className="eyebrow">{w.yourPrice}</p>
        <p className="text-3xl font-semibold tracking-tight tabular-nums">
          {formatUnitPrice(quote.unitPriceE4, locale)}{" "}
          <small className="text-md font-normal text-muted">{w.per(unit)}</small>
        </p>
        {next ? (
          <p className="mt-1 text-good">
            {w.saveBy(next.fromQuantity - least, formatBasisPoints(next.basisPoints, locale))}
          </p>
        ) : null}
      </div>
      <Disclose summary={why.why} open>
        <PriceChain chain={quote.chain} />
      </Disclose>
    </div>
  );
}

/** What one unit costs from which quantity on; nothing when the price is the same for all. */
export function BreakTable({ quote, least }: { quote: Quote; least: number }) {
  const w = useWords(catalogWords);
  const locale = useLocale();
  const reached = quote.breaks.filter((one) => one.fromQuantity > least);
  if (reached.length === 0) return null;
  const rows = [{ fromQuantity: least, unitPriceE4: quote.unitPriceE4, basisPoints: 0 }, ...reached];
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
