import { ListOption, OptionList } from "#app/kit/option-list.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { quickOrderWords } from "#app/words/quick-order.ts";
import type { Suggestion } from "./use-suggestions.ts";

/** The products that come to mind, below the field; the keys stay in the field. */
export function SuggestionList({
  found,
  active,
  idOf,
  pick,
}: {
  found: readonly Suggestion[] | null;
  active: number;
  idOf: (at: number) => string;
  pick: (suggestion: Suggestion) => void;
}) {
  const w = useWords(quickOrderWords);
  return (
    <OptionList id="suggestions" label={w.product} isOpen={found !== null} status={found ? w.found(found.length) : ""}>
      {found?.map((one, at) => (
        <ListOption key={one.sku} id={idOf(at)} isActive={at === active} pick={() => pick(one)}>
          <SuggestedProduct product={one} />
        </ListOption>
      ))}
      {found?.length === 0 ? <p className="px-2.5 py-2 text-sm text-muted">{w.nothingFound}</p> : null}
    </OptionList>
  );
}

function SuggestedProduct({ product }: { product: Suggestion }) {
  const w = useWords(quickOrderWords);
  const locale = useLocale();
  const { sku, name, unit, packMultiple, unitPriceE4, available, bought } = product;
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block truncate">{name}</span>
        <span className="block text-xs text-muted">
          <span className="tnum">{sku}</span>
          {packMultiple > 1 ? ` · ${w.packs(formatNumber(packMultiple, locale), unit)}` : null}
          {` · ${available > 0 ? w.available(formatNumber(available, locale)) : w.soldOut}`}
          {bought > 0 ? ` · ${w.bought(formatNumber(bought, locale))}` : null}
        </span>
      </span>
      <span className="tnum text-sm whitespace-nowrap">{formatUnitPrice(unitPriceE4, locale)}</span>
    </>
  );
}
