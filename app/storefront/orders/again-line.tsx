import type { Difference, PriceOrigin } from "#app/domain/orders/again.ts";
import type { Answer } from "#app/kit/answered.ts";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { ChosenLine } from "#app/storefront/lists/chosen-line.tsx";
import { TellMe } from "#app/storefront/lists/mark-buttons.tsx";
import { listWords } from "#app/words/lists.ts";
import { formatBasisPoints, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { priceChainWords } from "#app/words/price-chain.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { reorderWords } from "#app/words/reorder.ts";
import type { ShownAgain } from "./again.tsx";

/** A line of an old order as it would be today: what changed in words, then and now in numbers, ticked where it can be had. */
export function AgainLine({ line, at, answer }: { line: ShownAgain; at: number; answer: Answer }) {
  const w = useWords(reorderWords);
  const l = useWords(listWords);
  const locale = useLocale();
  const isSold = line.unitPriceE4 !== null;
  const isSoldOut = line.differences.some(({ kind }) => kind === "sold_out");
  return (
    <ChosenLine
      line={{ ...line, isSold }}
      at={at}
      isChosen={isSold && !isSoldOut}
      answer={answer}
      facts={
        <>
          <span className="tnum">{line.sku}</span>
          {line.inCart > 0 ? ` · ${w.inCart(formatNumber(line.inCart, locale))}` : null}
          {line.differences.length === 0 ? ` · ${w.same}` : null}
          {line.differences.map((difference) => (
            <DifferenceSaid key={difference.kind} difference={difference} />
          ))}
        </>
      }
      price={<ThenAndNow line={line} />}
      tools={isSoldOut ? <TellMe sku={line.sku} name={line.name} isAwaited={line.isAwaited} w={l} /> : null}
    />
  );
}

function DifferenceSaid({ difference }: { difference: Difference }) {
  const w = useWords(reorderWords);
  const sentences = useWords(refusalWords);
  const why = useWords(priceChainWords);
  const locale = useLocale();
  const count = (value: number) => formatNumber(value, locale);
  const named = ({ source, name }: PriceOrigin) => why.sources[source](name);
  switch (difference.kind) {
    case "not_sold":
      return <span className="block text-bad">{sentences[difference.reason.code](difference.reason.details)}</span>;
    case "sold_out":
      return <span className="block text-bad">{w.soldOut}</span>;
    case "short":
      return <span className="block text-bad">{w.short(count(difference.available))}</span>;
    case "packing":
      return <span className="block text-warn">{w.packing(count(difference.was), count(difference.now))}</span>;
    case "price": {
      const { wasE4, nowE4, basisPoints, why: reason } = difference;
      const isRise = nowE4 > wasE4;
      const say = isRise ? w.rose : w.fell;
      return (
        <span className={isRise ? "block text-warn" : "block text-good"}>
          {say(formatUnitPrice(wasE4, locale), formatUnitPrice(nowE4, locale), formatBasisPoints(basisPoints, locale))}{" "}
          {reason?.kind === "other_source" ? w.otherSource(named(reason.was), named(reason.now)) : null}
          {reason?.kind === "other_volume" ? w.otherVolume(count(reason.wasFrom), count(reason.nowFrom)) : null}
          {reason?.kind === "new_price" ? w.newPrice(named(reason.at)) : null}
        </span>
      );
    }
  }
}

function ThenAndNow({ line }: { line: ShownAgain }) {
  const w = useWords(reorderWords);
  const locale = useLocale();
  const said = (quantity: number, e4: number) => `${formatNumber(quantity, locale)} × ${formatUnitPrice(e4, locale)}`;
  const isSame = line.quantity === line.quantityThen && line.unitPriceE4 === line.unitPriceThenE4;
  return (
    <>
      {isSame ? null : (
        <p className="text-sm text-muted">
          {w.before}: {said(line.quantityThen, line.unitPriceThenE4)}
        </p>
      )}
      {line.unitPriceE4 === null ? null : (
        <p className={isSame ? undefined : "font-semibold"}>
          {isSame ? null : `${w.now}: `}
          {said(line.quantity, line.unitPriceE4)}
        </p>
      )}
    </>
  );
}
