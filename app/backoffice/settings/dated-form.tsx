import type { ReactNode } from "react";
import type { DatedSetting } from "#app/domain/customers/settings.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Field, MoneyField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { commonWords } from "#app/words/everyday.ts";
import { settingsWords } from "#app/words/settings.ts";

/** A form whose settings count from a day on. */
export function DatedForm({
  act,
  names,
  today,
  answer,
  children,
}: {
  act: "portfolio" | "costs" | "credit";
  names: readonly DatedSetting[];
  today: string;
  answer: Answer;
  children: ReactNode;
}) {
  const w = useWords(settingsWords);
  const common = useWords(commonWords);
  const labels = { ...Object.fromEntries(names.map((name) => [name, w.dated[name]])), fromOn: w.fromOn };
  return (
    <form method="post" className="form">
      <FormErrors answer={answer} labels={labels} />
      <div className="grid gap-4 sm:grid-cols-2">{children}</div>
      <div className="form-row sm:max-w-xs">
        <Field name="fromOn" type="date" label={w.fromOn} help={w.fromOnHelp} answer={answer} value={today} required />
      </div>
      <div className="form-foot">
        <Button look="primary" name="act" value={act}>
          {common.save}
        </Button>
      </div>
    </form>
  );
}

/** A setting in whole days, hours, minutes or kilometres. */
export function WholeField({ name, value, answer }: { name: DatedSetting; value: number; answer: Answer }) {
  const w = useWords(settingsWords);
  return (
    <Field
      name={name}
      label={w.dated[name]}
      help={w.help[name]}
      answer={answer}
      value={value}
      inputMode="numeric"
      autoComplete="off"
      required
    />
  );
}

/** A setting with two decimals: an amount or a percentage, already written as text. */
export function DecimalField({ name, value, answer }: { name: DatedSetting; value: string; answer: Answer }) {
  const w = useWords(settingsWords);
  return <MoneyField name={name} label={w.dated[name]} help={w.help[name]} answer={answer} value={value} required />;
}
