import { useEffect, useRef, useState } from "react";
import { Icon } from "#app/kit/icon.tsx";
import { useCombobox } from "#app/kit/use-combobox.ts";
import { useTypedAnswer } from "#app/kit/use-typed-answer.ts";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { linesOf, type SuggestedLine, type Suggestions } from "#app/storefront/catalog/suggested.ts";
import { shopFrameWords } from "#app/words/frames.ts";
import { SearchSuggestions } from "./search-suggestions.tsx";

const list = "search-suggestions";

/** A field in which a stroke is a letter, not a wish to search. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The shop's search: a plain form, and with script what comes to mind while it is typed into. The key "/" leads here. */
export function SearchBox({ query }: { query: string }) {
  const w = useWords(shopFrameWords);
  const field = useRef<HTMLInputElement>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const said = useTypedAnswer<Suggestions>(wanted === null ? null : paths.searchSuggestions(wanted));
  const lines = said && wanted !== null ? linesOf(wanted, said) : null;
  const follow = (line: SuggestedLine) => window.location.assign(line.href);
  const box = useCombobox(list, lines && lines.length > 0 ? lines : null, follow);

  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent): void {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  /** Opens the list for what stands in the field now. */
  function look(): void {
    setWanted(field.current?.value.trim() ?? "");
    box.open();
  }

  return (
    <search className="shop-search">
      <form action={paths.search()}>
        <Icon name="search" />
        <input
          ref={field}
          type="search"
          name="q"
          defaultValue={query}
          maxLength={100}
          aria-label={w.searchProducts}
          aria-keyshortcuts="/"
          placeholder={w.searchProducts}
          {...box.field}
          onFocus={look}
          onInput={look}
          onKeyDown={box.tookKey}
          onBlur={box.close}
        />
      </form>
      <SearchSuggestions id={list} lines={box.shown} active={box.active} idOf={box.idOf} pick={follow} />
    </search>
  );
}
