import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Picker } from "#app/kit/picker.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { shareLinkWords } from "#app/words/share-links.ts";

/** What a new link shows, for whom and for how long. */
export function LinkForm({ token, days, answer }: { token: string; days: readonly number[]; answer: Answer }) {
  const w = useWords(shareLinkWords);
  const lives = days.map((count) => ({ value: String(count), label: w.dayCount(count) }));
  return (
    <form method="post" className="form">
      <FormErrors answer={answer} labels={{ name: w.name, category: w.category, supplier: w.supplier, days: w.days }} />
      <input type="hidden" name="token" value={token} />
      <div className="form-row">
        <Field
          name="name"
          label={w.name}
          help={w.nameHelp}
          answer={answer}
          required
          maxLength={80}
          autoComplete="off"
        />
        <Picker
          name="category"
          label={w.category}
          source={paths.office.choices("category")}
          empty={w.all}
          answer={answer}
        />
      </div>
      <div className="form-row">
        <Picker
          name="supplier"
          label={w.supplier}
          source={paths.office.choices("supplier")}
          empty={w.all}
          answer={answer}
        />
        <Select name="days" label={w.days} options={lives} value="30" answer={answer} />
      </div>
      <div className="form-foot">
        <Button look="primary" icon="link" name="act" value="make">
          {w.make}
        </Button>
      </div>
    </form>
  );
}
