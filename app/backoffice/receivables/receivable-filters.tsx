import type { OverdueAge, ReceivableState } from "#app/domain/receivables/receivable.ts";
import { overdueAges, receivableStates } from "#app/domain/receivables/receivable.ts";
import { Filters, SearchBox } from "#app/kit/filters.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatShortDay } from "#app/words/days.ts";
import { receivableWords } from "#app/words/receivables.ts";

interface Asked {
  q: string;
  state: ReceivableState[];
  age: OverdueAge[];
  rep: number[];
  week: string | null;
}

/** The filters over the office's receivables, kept in the address. */
export function ReceivableFilters({
  asked,
  reps,
  weeks,
}: {
  asked: Asked;
  reps: readonly { id: number; name: string }[];
  weeks: string[];
}) {
  const w = useWords(receivableWords);
  const locale = useLocale();
  const many = true;
  const known = asked.week && !weeks.includes(asked.week) ? [asked.week, ...weeks] : weeks;
  const chips = [
    {
      ...{ name: "state", label: w.state, many, chosen: asked.state },
      options: receivableStates.map((value) => ({ value, label: w.tabs[value] })),
    },
    {
      ...{ name: "age", label: w.age, many, chosen: asked.age },
      options: overdueAges.map((value) => ({ value, label: w.ages[value] })),
    },
    {
      ...{ name: "week", label: w.week, chosen: asked.week ? [asked.week] : [] },
      options: known.map((value) => ({ value, label: formatShortDay(value, locale) })),
    },
    {
      ...{ name: "rep", label: w.rep, many, chosen: asked.rep.map(String) },
      options: reps.map(({ id, name }) => ({ value: String(id), label: name })),
      more: { source: paths.office.choices("rep"), by: "id" as const },
    },
  ].filter((chip) => chip.options.length > 0);
  return (
    <Filters filters={chips}>
      <SearchBox value={asked.q} label={w.search} />
    </Filters>
  );
}
