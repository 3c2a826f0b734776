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

/** What of the options holds the words, for as long as the answer to these words is not there: nothing else is picked by mistake. */
function holding(words: string, { options }: OptionPage): PickerOption[] {
  const each = searchable(words).split(" ");
  return options.filter((option) => each.every((word) => searchable(option.said, option.detail).includes(word)));
}

/** The options for the words that are being typed, read page by page; `wanted` is null while nothing is asked. `more` asks for the next page. */
export function useOptionPages(source: string, wanted: string | null): { read: OptionPage | null; more: () => void } {
  const [asked, setAsked] = useState({ q: wanted, page: 1 });
  const [read, setRead] = useState<OptionPage | null>(null);
  const page = asked.q === wanted ? asked.page : 1;
  const said = useTypedAnswer<OptionPage>(
    wanted === null ? null : `${source}?${new URLSearchParams({ q: wanted, page: String(page) })}`,
  );
  useEffect(() => {
    if (said) setRead((before) => withNext(before, said));
  }, [said]);
  return {
    read: read && wanted !== null && read.q !== wanted ? { ...read, options: holding(wanted, read) } : read,
    more: () => {
      const isWhole = !read || read.q !== wanted || read.options.length >= read.total;
      if (!isWhole && read.page === page) setAsked({ q: wanted, page: page + 1 });
    },
  };
}
