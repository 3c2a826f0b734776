import type { OverdueAge } from "#app/domain/receivables/receivable.ts";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { formatCents } from "#app/words/numbers.ts";
import { receivableWords } from "#app/words/receivables.ts";

/** What is overdue by age, each the way to its rows. */
export function AgeTiles({
  ages,
  chosen,
}: {
  ages: { age: OverdueAge; count: number; cents: number }[];
  chosen: OverdueAge[];
}) {
  const w = useWords(receivableWords);
  const locale = useLocale();
  return (
    <ul className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {ages.map(({ age, count, cents }) => (
        <li key={age} className={chosen.includes(age) ? "card card-pad border-accent" : "card card-pad"}>
          <a className="link-plain block" href={paths.office.receivables({ age })}>
            <span className="muted block text-sm">{w.ages[age]}</span>
            <span
              className={cents > 0 ? "tnum block text-md font-semibold text-bad" : "tnum block text-md font-semibold"}
            >
              {formatCents(cents, locale)}
            </span>
            <span className="faint block text-sm">{w.found(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
