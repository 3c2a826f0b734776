import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useState } from "react";
import { searchable } from "#app/domain/text.ts";
import { pickerWords } from "#app/words/choices.ts";
import { commonWords } from "#app/words/everyday.ts";
import { hrefWith } from "./address.ts";
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
  const chosen = filter.options.filter((option) => filter.chosen.includes(option.value)).map((option) => option.label);
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

/** More options than this cannot be read through: with script they can be narrowed by words. */
const fewOptions = 12;

/** The options of a filter, each a plain link; long lists have a field above them that leaves those that hold its words. */
function FilterOptions({ filter, search }: { filter: Filter; search: string }) {
  const w = useWords(pickerWords);
  const [isAlive, setAlive] = useState(false);
  const [wanted, setWanted] = useState("");
  const isLong = filter.options.length > fewOptions;
  useEffect(() => setAlive(isLong), [isLong]);
  const words = searchable(wanted).split(" ");
  const shown = filter.options.filter(({ label }) => words.every((word) => searchable(label).includes(word)));
  const hrefOf = (value: string) => {
    const rest = filter.chosen.filter((one) => one !== value);
    const isOn = rest.length < filter.chosen.length;
    return hrefWith(search, { [filter.name]: isOn ? rest : filter.many ? [...filter.chosen, value] : [value] });
  };
  return (
    <>
      {isAlive ? (
        <input
          type="search"
          className="input menu-search"
          aria-label={`${filter.label}: ${w.narrow}`}
          placeholder={w.narrow}
          autoComplete="off"
          onInput={(event) => setWanted(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && wanted && shown[0]) window.location.assign(hrefOf(shown[0].value));
          }}
        />
      ) : null}
      {shown.map((option) => {
        const isOn = filter.chosen.includes(option.value);
        return (
          <a
            key={option.value}
            className="menu-item"
            href={hrefOf(option.value)}
            aria-current={isOn ? "true" : undefined}
          >
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            {option.count === undefined ? null : <span className="faint tnum">{option.count}</span>}
            {isOn ? <Icon name="check" /> : null}
          </a>
        );
      })}
      {isAlive ? (
        <p role="status" className={shown.length === 0 ? "px-2.5 py-2 text-sm text-muted" : "sr-only"}>
          {wanted === "" ? "" : shown.length === 0 ? w.nothing : w.found(String(shown.length))}
        </p>
      ) : null}
    </>
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
