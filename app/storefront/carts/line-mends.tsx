import { Disclose } from "#app/kit/disclose.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { mendWords } from "#app/words/mends.ts";
import { formatNumber, formatPercent, formatUnitPrice } from "#app/words/numbers.ts";
import type { ShownLine } from "./cart.tsx";
import { MendButton } from "./mend-button.tsx";

/** What answers the reasons of a line, one key each. */
export function LineMends({ line }: { line: ShownLine }) {
  const w = useWords(mendWords);
  const locale = useLocale();
  const count = (quantity: number) => formatNumber(quantity, locale);
  const { mends, sku, name, substitutes } = line;
  if (!mends) return null;
  const { rounded, short, isUnsold } = mends;
  return (
    <div className="stack-sm mt-1">
      <div className="row gap-2">
        {rounded.map((quantity) => (
          <MendButton
            key={quantity}
            fields={{ intent: "change", sku, quantity }}
            label={w.setToNamed(count(quantity), name)}
          >
            {w.setTo(count(quantity))}
          </MendButton>
        ))}
        {short && short.there > 0 && short.there < line.quantity ? (
          <MendButton fields={{ intent: "keep", sku }} label={w.keepNamed(count(short.there), name)}>
            {w.keep(count(short.there))}
          </MendButton>
        ) : null}
        {short ? (
          <MendButton fields={{ intent: "split", sku }} label={w.splitNamed(name)}>
            {short.there > 0 ? w.split(count(short.there), count(short.missing)) : w.wait(count(short.missing))}
          </MendButton>
        ) : null}
        {isUnsold ? (
          <MendButton fields={{ intent: "remove", sku }} label={w.remove}>
            {w.remove}
          </MendButton>
        ) : null}
      </div>
      {substitutes.length > 0 ? <Substitutes line={line} /> : null}
    </div>
  );
}

function Substitutes({ line }: { line: ShownLine }) {
  const w = useWords(mendWords);
  const [first, ...others] = line.substitutes;
  return (
    <div className="text-sm">
      <p className="muted">{w.swapFor}</p>
      {first ? <SubstituteRow line={line} other={first} /> : null}
      {others.length > 0 ? (
        <Disclose summary={w.moreToSwap(others.length)}>
          {others.map((other) => (
            <SubstituteRow key={other.sku} line={line} other={other} />
          ))}
        </Disclose>
      ) : null}
    </div>
  );
}

function SubstituteRow({ line, other }: { line: ShownLine; other: ShownLine["substitutes"][number] }) {
  const w = useWords(mendWords);
  const locale = useLocale();
  const count = (quantity: number) => formatNumber(quantity, locale);
  const ratio = line.unitPriceE4 ? other.unitPriceE4 / line.unitPriceE4 - 1 : null;
  const difference =
    ratio === null
      ? null
      : Math.abs(ratio) < 0.0005
        ? w.samePrice
        : (ratio > 0 ? w.dearer : w.cheaper)(formatPercent(Math.abs(ratio), locale));
  const price = formatUnitPrice(other.unitPriceE4, locale);
  return (
    <div className="row flex-nowrap justify-between gap-2 py-1">
      <p className="min-w-0">
        <a className="link-plain" href={paths.product(other.sku)}>
          {other.name}
        </a>
        {other.isChosen ? <span className="badge badge-accent ml-1.5">{w.chosen}</span> : null}
        <span className="muted block">
          {w.substitute(count(other.quantity), other.unit, price, count(other.available))}
          {difference ? ` · ${difference}` : null}
        </span>
      </p>
      <MendButton fields={{ intent: "swap", sku: line.sku, by: other.sku }} label={w.swapNamed(line.name, other.name)}>
        {w.swap}
      </MendButton>
    </div>
  );
}
