import type { FacetOption } from "#app/domain/pricing/shelf.ts";
import { Icon } from "#app/kit/icon.tsx";
import { Menu } from "#app/kit/menu.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { catalogWords } from "#app/words/catalog.ts";
import { formatNumber } from "#app/words/numbers.ts";

/** Past this many the largest are offered; the others are found by their name. */
const mostOptions = 40;

function offered(options: readonly FacetOption[], chosen: readonly string[]): FacetOption[] {
  if (options.length <= mostOptions) return [...options];
  const largest = new Set([...options].sort((a, b) => b.count - a.count).slice(0, mostOptions));
  return options.filter((option) => largest.has(option) || chosen.includes(option.key));
}

/** One facet as boxes to tick behind a chip, several at once; a part of the bar's form. */
export function FacetMenu({
  name,
  label,
  options,
  chosen,
}: {
  name: string;
  label: string;
  options: readonly FacetOption[];
  chosen: readonly string[];
}) {
  const w = useWords(catalogWords);
  const locale = useLocale();
  const shown = offered(options, chosen);
  if (options.length === 0) return null;
  return (
    <Menu
      side="left"
      className={chosen.length > 0 ? "chip chip-on" : "chip"}
      label={
        <>
          {label}
          {chosen.length > 0 ? ` (${chosen.length})` : null}
          <Icon name="down" />
        </>
      }
    >
      <fieldset className="facet">
        <legend className="sr-only">{label}</legend>
        {shown.map(({ key, name: said, count }) => (
          <label key={key}>
            <input type="checkbox" name={name} value={key} defaultChecked={chosen.includes(key)} />
            <span>{said}</span>
            <small>{formatNumber(count, locale)}</small>
          </label>
        ))}
      </fieldset>
      {shown.length < options.length ? (
        <p className="px-2.5 py-1 text-sm text-muted">{w.moreOptions(options.length - shown.length)}</p>
      ) : null}
      <button type="submit" className="btn btn-primary btn-wide">
        {w.show}
      </button>
    </Menu>
  );
}
