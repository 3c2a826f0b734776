import type { FilterChoices } from "#app/domain/customers/choices.server.ts";
import { type Answer, typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Picker } from "#app/kit/picker.tsx";
import { useLocale, useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { customerWords } from "#app/words/customers.ts";
import { formatNumber } from "#app/words/numbers.ts";

/** What can be done with the marked customers; it shows once one is marked, without any script. */
export function BulkActs({
  total,
  choices,
  mayAssign,
  answer,
}: {
  total: number;
  choices: FilterChoices;
  mayAssign: boolean;
  answer: Answer;
}) {
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
          defaultValue={typedOr(answer, "tag", null)}
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
          <div className="picker-above w-52">
            <Picker
              name="rep"
              label={w.assignTo}
              answer={answer}
              hint={`${w.assignTo} …`}
              source={paths.office.choices("rep")}
            />
          </div>
          <Button name="act" value="assign" icon="users">
            {w.assign}
          </Button>
          <Button name="act" value="unassign" look="quiet">
            {w.unassign}
          </Button>
        </span>
      ) : null}
      {total > 50 ? (
        <Checkbox
          name="all"
          label={w.withAll(formatNumber(total, locale))}
          defaultChecked={typedOr(answer, "all", null) !== undefined}
        />
      ) : null}
    </form>
  );
}
