import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Field, type FieldFrame } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Picker } from "#app/kit/picker.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { activityWords } from "#app/words/activities.ts";
import { commonWords } from "#app/words/everyday.ts";

/** Puts a visit, call or task into the agenda: with whom, and on which day. */
export function PlanForm({
  customer,
  tomorrow,
  answer,
}: {
  /** The customer it is about, as the field says it, when one is known. */
  customer: string | null;
  tomorrow: string;
  answer: FieldFrame["answer"];
}) {
  const w = useWords(activityWords);
  const common = useWords(commonWords);
  return (
    <Card title={w.planTitle} id="plan">
      <FormErrors
        answer={answer}
        labels={{ customer: w.customer, on: w.day, at: w.time, kind: w.kindLabel, subject: w.subject }}
      />
      <form method="post" className="form">
        <Picker
          name="customer"
          label={w.customer}
          help={w.customerHelp}
          answer={answer}
          value={customer}
          source={paths.office.choices("customer")}
          required
        />
        <Select
          name="kind"
          label={w.kindLabel}
          answer={answer}
          options={(["visit", "call", "task"] as const).map((value) => ({ value, label: w.kind[value] }))}
        />
        <div className="form-row">
          <Field name="on" type="date" label={w.day} value={tomorrow} answer={answer} required />
          <Field name="at" type="time" label={w.time} value="09:00" answer={answer} required />
        </div>
        <Field name="subject" label={w.subject} help={w.subjectHelp} answer={answer} optional maxLength={200} />
        <div className="form-foot">
          <Button look="primary">{w.planIt}</Button>
          <ButtonLink look="quiet" href={`${paths.office.visits()}#plan`}>
            {common.cancel}
          </ButtonLink>
        </div>
      </form>
    </Card>
  );
}
