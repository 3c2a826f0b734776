import { useEffect, useState } from "react";
import { searchable } from "#app/domain/text.ts";
import { useTypedAnswer } from "./use-typed-answer.ts";

/** One option as an address answers it: its keys, what the field says for it, its name, and what else tells it from others. */
export interface PickerOption {
  id: number;
  code: string;
  said: string;
  name: string;
  detail: string | null;
}

/** A stretch of the options for some words, as an address answers it. */
export interface OptionPage {
  q: string;
  page: number;
  total: number;
  options: PickerOption[];
}

/** The pages read so far and the next one; a page of other words begins anew. */
function withNext(before: OptionPage | null, next: OptionPage): OptionPage | null {
  if (next.page === 1) return next;
  const isNext = before !== null && before.q === next.q && before.page === next.page - 1;
  return isNext ? { ...next, options: [...before.options, ...next.options] } : before;
}

/** What of the options holds the words. */
function holding(words: string, { options }: OptionPage): PickerOption[] {
  const each = searchable(words).split(" ");
  return options.filter((option) => each.every((word) => searchable(option.said, option.detail).includes(word)));
}

/**
 * The options for the words that are being typed, read page by page; `wanted` is null while nothing is asked. Its `q` is `wanted` once
 * they are answered; until then it holds those of the last answer that fit, so that nothing else is picked by mistake. A list read
 * whole answers by itself. `more` asks for the next page.
 */
export function useOptionPages(source: string, wanted: string | null): { read: OptionPage | null; more: () => void } {
  const [asked, setAsked] = useState({ q: wanted, page: 1 });
  const [read, setRead] = useState<OptionPage | null>(null);
  const [whole, setWhole] = useState<OptionPage | null>(null);
  const own = whole && wanted ? holding(wanted, whole) : [];
  // Other words begin with their first page, also where these were read further before.
  if (asked.q !== wanted) setAsked({ q: wanted, page: 1 });
  const page = asked.q === wanted ? asked.page : 1;
  const said = useTypedAnswer<OptionPage>(
    wanted === null || own.length > 0 ? null : `${source}?${new URLSearchParams({ q: wanted, page: String(page) })}`,
  );
  useEffect(() => {
    if (said) setRead((before) => withNext(before, said));
    if (said?.q === "" && said.page === 1 && said.options.length >= said.total) setWhole(said);
  }, [said]);

  function more(): void {
    const isWhole = !read || read.q !== wanted || read.options.length >= read.total;
    if (!isWhole && read.page === page) setAsked({ q: wanted, page: page + 1 });
  }

  if (wanted !== null && own.length > 0) return { read: { q: wanted, page: 1, total: own.length, options: own }, more };
  const isLate = read !== null && wanted !== null && read.q !== wanted;
  return { read: isLate ? { ...read, options: holding(wanted, read) } : read, more };
}
