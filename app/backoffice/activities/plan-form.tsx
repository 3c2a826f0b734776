import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Field, type FieldFrame } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { activityWords } from "#app/words/activities.ts";
import { commonWords } from "#app/words/everyday.ts";

interface Candidate {
  id: number;
  tradeName: string;
  city: string | null;
  uf: string | null;
}

const placed = ({ tradeName, city, uf }: Candidate) =>
  city ? `${tradeName} · ${city}${uf ? `/${uf}` : ""}` : tradeName;

/** Puts a visit, call or task into the agenda: first the customer is found, then the day is chosen. */
export function PlanForm({
  candidates,
  chosen,
  find,
  tomorrow,
  answer,
}: {
  candidates: readonly Candidate[];
  chosen: number | null;
  find: string;
  tomorrow: string;
  answer: FieldFrame["answer"];
}) {
  const w = useWords(activityWords);
  const common = useWords(commonWords);
  return (
    <Card title={w.planTitle} id="plan">
      <FormErrors
        answer={answer}
        labels={{ customerId: w.customer, on: w.day, at: w.time, kind: w.kindLabel, subject: w.subject }}
      />
      {candidates.length === 0 ? (
        <form method="get" action="#plan" className="form">
          <Field name="find" type="search" label={w.customer} help={w.customerHelp} value={find} />
          {find ? <p className="text-sm text-warn">{w.noCustomerFound}</p> : null}
          <div className="form-foot">
            <Button icon="search">{w.findCustomer}</Button>
          </div>
        </form>
      ) : (
        <form method="post" className="form">
          <Select
            name="customerId"
            label={w.customer}
            answer={answer}
            value={chosen}
            options={candidates.map((one) => ({ value: one.id, label: placed(one) }))}
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
      )}
    </Card>
  );
}
