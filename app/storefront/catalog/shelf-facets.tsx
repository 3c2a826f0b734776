import { useLocation } from "@remix-run/react";
import type { Facets } from "#app/domain/pricing/shelf.ts";
import { hrefWith } from "#app/kit/address.ts";
import { Icon, type IconName } from "#app/kit/icon.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { catalogWords } from "#app/words/catalog.ts";
import { formatNumber } from "#app/words/numbers.ts";
import { CategoryMenu } from "./category-menu.tsx";
import { FacetMenu } from "./facet-menu.tsx";

/** What narrows the shelf now, as the address says it. */
export interface ChosenFacets {
  categories: readonly string[];
  suppliers: readonly string[];
  isInStock: boolean;
  isPromoted: boolean;
  isBought: boolean;
}

type Switch = { name: "stock" | "promotion" | "bought"; label: string; icon: IconName; count: number; isOn: boolean };

/**
 * What the shelf can be narrowed by, with how many products each choice would leave: one form whose state is the address, that
 * works without script; on a telephone behind one button.
 */
export function ShelfFacets({
  facets,
  chosen,
  isOfCategory,
}: {
  facets: Facets;
  chosen: ChosenFacets;
  /** True where the category is the page itself. */
  isOfCategory: boolean;
}) {
  const w = useWords(catalogWords);
  const { search } = useLocation();
  const kept = [...new URLSearchParams(search)].filter(([name]) => !["category", "supplier", "page"].includes(name));
  const switches: Switch[] = [
    { name: "stock", label: w.inStockOnly, icon: "box", count: facets.inStock, isOn: chosen.isInStock },
    { name: "promotion", label: w.onPromotion, icon: "tag", count: facets.promoted, isOn: chosen.isPromoted },
    { name: "bought", label: w.onlyBought, icon: "repeat", count: facets.bought, isOn: chosen.isBought },
  ];
  const categories = isOfCategory ? [] : chosen.categories;
  const many = categories.length + chosen.suppliers.length + switches.filter(({ isOn }) => isOn).length;
  return (
    <form method="get" className="facets">
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {isOfCategory ? <CategoryMenu /> : null}
      <label className={many > 0 ? "chip chip-on facets-more" : "chip facets-more"}>
        <input type="checkbox" />
        <Icon name="filter" />
        {many > 0 ? w.filterWith(many) : w.filter}
      </label>
      <div className="facets-all">
        {isOfCategory ? null : (
          <FacetMenu name="category" label={w.category} options={facets.categories} chosen={chosen.categories} />
        )}
        <FacetMenu name="supplier" label={w.supplier} options={facets.suppliers} chosen={chosen.suppliers} />
        {switches
          .filter(({ count, isOn }) => isOn || count > 0)
          .map((one) => (
            <SwitchChip key={one.name} one={one} search={search} />
          ))}
      </div>
      {many > 0 ? <ChosenChips facets={facets} categories={categories} suppliers={chosen.suppliers} /> : null}
    </form>
  );
}

function SwitchChip({ one: { name, label, icon, count, isOn }, search }: { one: Switch; search: string }) {
  const locale = useLocale();
  return (
    <a className={isOn ? "chip chip-on" : "chip"} href={hrefWith(search, { [name]: isOn ? null : 1 })}>
      <Icon name={isOn ? "check" : icon} />
      {label} <small className="tnum font-normal">{formatNumber(count, locale)}</small>
    </a>
  );
}

/** Every choice of category and supplier as a chip that takes it back, and one that takes all back. */
function ChosenChips({
  facets,
  categories,
  suppliers,
}: {
  facets: Facets;
  categories: readonly string[];
  suppliers: readonly string[];
}) {
  const w = useWords(catalogWords);
  const { search } = useLocation();
  const chips = [
    { name: "category", keys: categories, options: facets.categories },
    { name: "supplier", keys: suppliers, options: facets.suppliers },
  ].flatMap(({ name, keys, options }) =>
    keys.map((key) => ({
      href: hrefWith(search, { [name]: keys.filter((other) => other !== key) }),
      label: options.find((option) => option.key === key)?.name ?? key,
    })),
  );
  const nothing = { category: null, supplier: null, stock: null, promotion: null, bought: null };
  return (
    <div className="row facets-chosen">
      {chips.map(({ href, label }) => (
        <a key={href} className="chip chip-on" href={href} aria-label={w.without(label)}>
          {label}
          <Icon name="close" />
        </a>
      ))}
      <a className="link" href={hrefWith(search, nothing)}>
        {w.clearFilters}
      </a>
    </div>
  );
}
