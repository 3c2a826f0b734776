import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { commonWords } from "#app/words/everyday.ts";
import { hrefWith } from "./address.ts";
import { FilterOptions } from "./filter-options.tsx";
import { Icon } from "./icon.tsx";
import { Menu } from "./menu.tsx";
import { useWords } from "./words.tsx";

/** One filter: its name in the URL, its choices, and those chosen. `many` lets several be chosen. */
export interface Filter {
  name: string;
  label: string;
  options: readonly { value: string; label: string; count?: number }[];
  chosen: readonly string[];
  many?: boolean;
  /** Where those beyond `mostOffered` are found by their name (an `OptionPage`), and which key of theirs is the value. */
  more?: { source: string; by: "id" | "code" };
}

/** More filters than this do not stand before the content of a narrow screen. */
const fewFilters = 3;

/**
 * Filters as chips whose state is the URL, so that every view can be shared; plain links, no script needed. On narrow screens
 * those that are not used are folded behind one chip.
 */
export function Filters({ filters, children }: { filters: readonly Filter[]; children?: ReactNode }) {
  const w = useWords(commonWords);
  const { search } = useLocation();
  const used = filters.filter((filter) => filter.chosen.length > 0);
  return (
    <div className="row filters">
      {children}
      {filters.length - used.length > fewFilters ? (
        <label className="chip filters-more">
          <input type="checkbox" />
          <Icon name="filter" />
          {w.filter}
        </label>
      ) : null}
      {filters.map((filter) => (
        <div key={filter.name} className={filter.chosen.length > 0 ? "contents" : "filter-unused"}>
          <FilterChip filter={filter} search={search} />
        </div>
      ))}
      {used.length > 0 ? (
        <a className="chip" href={hrefWith(search, Object.fromEntries(used.map((filter) => [filter.name, null])))}>
          <Icon name="close" />
          {w.clear}
        </a>
      ) : null}
    </div>
  );
}

function FilterChip({ filter, search }: { filter: Filter; search: string }) {
  const labelOf = new Map(filter.options.map(({ value, label }) => [value, label]));
  const chosen = filter.chosen.map((value) => labelOf.get(value) ?? value);
  const said = chosen.length > 2 ? `${chosen.length}` : chosen.join(", ");
  return (
    <Menu
      side="left"
      className={chosen.length > 0 ? "chip chip-on" : "chip"}
      label={
        <>
          {filter.label}
          {said ? `: ${said}` : ""}
          <Icon name="down" />
        </>
      }
    >
      <FilterOptions filter={filter} search={search} />
    </Menu>
  );
}

/** A search box that keeps the other words of the URL. */
export function SearchBox({
  name = "q",
  value,
  label,
  placeholder,
}: {
  name?: string;
  value?: string;
  label: string;
  placeholder?: string;
}) {
  const { search } = useLocation();
  const kept = [...new URLSearchParams(search)].filter(([key]) => key !== name && key !== "page");
  return (
    <search className="w-full sm:w-64">
      <form method="get" className="input-with">
        <Icon name="search" />
        <input
          className="input"
          type="search"
          name={name}
          defaultValue={value}
          aria-label={label}
          placeholder={placeholder ?? label}
        />
        {kept.map(([key, keptValue]) => (
          <input key={`${key}=${keptValue}`} type="hidden" name={key} value={keptValue} />
        ))}
      </form>
    </search>
  );
}
