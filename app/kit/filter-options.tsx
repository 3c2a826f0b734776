import { useEffect, useState } from "react";
import { mostOffered } from "#app/domain/page.ts";
import { searchable } from "#app/domain/text.ts";
import { pickerWords } from "#app/words/choices.ts";
import { hrefWith } from "./address.ts";
import type { Filter } from "./filters.tsx";
import { Icon } from "./icon.tsx";
import type { OptionPage } from "./use-option-pages.ts";
import { useTypedAnswer } from "./use-typed-answer.ts";
import { useWords } from "./words.tsx";

/** More options than this cannot be read through: with script they can be narrowed by words. */
const fewOptions = 12;

/** The options for some words: those on the page that hold them, and those only the filter's address knows. */
function useNarrowed({ options, more }: Filter, wanted: string): Filter["options"] {
  const isCut = more !== undefined && options.length >= mostOffered && wanted !== "";
  const said = useTypedAnswer<OptionPage>(isCut ? `${more.source}?${new URLSearchParams({ q: wanted })}` : null);
  const words = searchable(wanted).split(" ");
  const here = options.filter(({ label }) => words.every((word) => searchable(label).includes(word)));
  if (!isCut || said?.q !== wanted) return here;
  const found = said.options.map((option) => ({ value: String(option[more.by]), label: option.name }));
  const known = new Set(found.map(({ value }) => value));
  return [...found, ...here.filter(({ value }) => !known.has(value))];
}

/** The options of a filter, each a plain link; above a long list a field leaves those that hold its words. */
export function FilterOptions({ filter, search }: { filter: Filter; search: string }) {
  const w = useWords(pickerWords);
  const [isAlive, setAlive] = useState(false);
  const [wanted, setWanted] = useState("");
  const isLong = filter.options.length > fewOptions;
  useEffect(() => setAlive(isLong), [isLong]);
  const shown = useNarrowed(filter, wanted);
  const said = shown.length === 0 ? w.nothing : w.found(String(shown.length));
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
          onInput={(event) => setWanted(event.currentTarget.value.trim())}
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
          {wanted === "" ? "" : said}
        </p>
      ) : null}
    </>
  );
}
