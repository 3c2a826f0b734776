import type { FilterChoices } from "#app/domain/customers/choices.server.ts";
import { Button } from "#app/kit/button.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { customerWords } from "#app/words/customers.ts";
import { formatNumber } from "#app/words/numbers.ts";

/** What can be done with the marked customers; it shows once one is marked, without any script. */
export function BulkActs({ total, choices, mayAssign }: { total: number; choices: FilterChoices; mayAssign: boolean }) {
  const w = useWords(customerWords);
  const locale = useLocale();
  return (
    <form
      id="bulk"
      method="post"
      aria-label={w.withMarked}
      className="card sticky bottom-2 z-20 hidden flex-wrap items-center gap-x-6 gap-y-2 p-3 shadow-raised group-has-[[name=customer]:checked]:flex"
    >
      <span className="font-medium">{w.withMarked}</span>
      <span className="row">
        <input
          className="input w-40"
          name="tag"
          list="known-tags"
          aria-label={w.tagName}
          placeholder={w.tagName}
          maxLength={40}
        />
        <datalist id="known-tags">
          {choices.tags.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <Button name="act" value="tag" icon="tag">
          {w.addTag}
        </Button>
        <Button name="act" value="untag" look="quiet">
          {w.removeTag}
        </Button>
      </span>
      {mayAssign ? (
        <span className="row">
          <select className="input w-48" name="repId" aria-label={w.assignTo} defaultValue="">
            <option value="">{w.assignTo} …</option>
            {choices.reps.map((rep) => (
              <option key={rep.id} value={rep.id}>
                {rep.name}
              </option>
            ))}
            <option value="none">{w.nobody}</option>
          </select>
          <Button name="act" value="assign" icon="users">
            {w.assign}
          </Button>
        </span>
      ) : null}
      {total > 50 ? <Checkbox name="all" label={w.withAll(formatNumber(total, locale))} /> : null}
    </form>
  );
}
