import { Icon } from "#app/kit/icon.tsx";
import { ListOption, OptionList } from "#app/kit/option-list.tsx";
import { ProductPicture } from "#app/kit/product-picture.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import type { SuggestedLine } from "#app/storefront/catalog/suggested.ts";
import { shopFrameWords } from "#app/words/frames.ts";
import { formatNumber, formatUnitPrice } from "#app/words/numbers.ts";

type Group = "recentSearches" | "aisles" | "foundProducts";

const groupOf = ({ kind }: SuggestedLine): Group =>
  kind === "recent" ? "recentSearches" : kind === "category" || kind === "supplier" ? "aisles" : "foundProducts";

const groups: readonly Group[] = ["recentSearches", "aisles", "foundProducts"];

/** The list under the shop's search: own searches, aisles, products with picture, code and own price. */
export function SearchSuggestions({
  id,
  lines,
  active,
  idOf,
  pick,
}: {
  id: string;
  lines: readonly SuggestedLine[] | null;
  active: number;
  idOf: (at: number) => string;
  pick: (line: SuggestedLine) => void;
}) {
  const w = useWords(shopFrameWords);
  const all = lines ?? [];
  return (
    <OptionList id={id} label={w.suggestions} isOpen={lines !== null} status={lines ? w.suggested(lines.length) : ""}>
      {groups
        .filter((group) => all.some((line) => groupOf(line) === group))
        .map((group) => (
          <div key={group} className="suggestion-group">
            <p aria-hidden="true">{w[group]}</p>
            {all.map((line, at) =>
              groupOf(line) === group ? (
                <ListOption key={line.href} id={idOf(at)} isActive={at === active} pick={() => pick(line)}>
                  <Line line={line} />
                </ListOption>
              ) : null,
            )}
          </div>
        ))}
    </OptionList>
  );
}

function Line({ line }: { line: SuggestedLine }) {
  const w = useWords(shopFrameWords);
  const locale = useLocale();
  if (line.kind === "product") {
    const { sku, name, picture, unit, unitPriceE4 } = line.product;
    return (
      <>
        <ProductPicture picture={picture} alt="" size={40} />
        <span className="min-w-0 flex-1">
          <span className="block truncate">{name}</span>
          <span className="tnum block text-xs text-muted">{sku}</span>
        </span>
        {unitPriceE4 === null ? null : (
          <span className="tnum text-sm whitespace-nowrap">
            {formatUnitPrice(unitPriceE4, locale)} <small className="text-muted">/ {unit}</small>
          </span>
        )}
      </>
    );
  }
  if (line.kind === "all") return <span className="text-accent">{w.allResults(formatNumber(line.total, locale))}</span>;
  return (
    <>
      <Icon name={line.kind === "recent" ? "history" : line.kind === "category" ? "grid" : "tags"} />
      <span className="min-w-0 flex-1 truncate">{line.label}</span>
      {line.kind === "recent" ? null : <small className="text-muted">{w[line.kind]}</small>}
    </>
  );
}
