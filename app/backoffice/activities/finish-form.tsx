import { activityOutcomes } from "#app/domain/activities/activity.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Choice } from "#app/kit/checkbox.tsx";
import { Field, type FieldFrame, TextField } from "#app/kit/field.tsx";
import { useWords } from "#app/kit/words.tsx";
import { activityWords } from "#app/words/activities.ts";

/** Ends a visit or call: what happened, what was said, and what comes next. */
export function FinishForm({
  isVisit,
  answer,
  today,
}: {
  isVisit: boolean;
  answer: FieldFrame["answer"];
  today: string;
}) {
  const w = useWords(activityWords);
  return (
    <Card title={isVisit ? w.finish : w.finishCall}>
      <form method="post" className="form">
        <Choice
          name="outcome"
          legend={w.outcomeLabel}
          options={activityOutcomes.map((value) => ({ value, label: w.outcome[value] }))}
          answer={answer}
        />
        <TextField name="notes" label={w.notes} help={w.notesHelp} answer={answer} rows={4} maxLength={4000} />
        <div className="form-row">
          <Field name="nextStep" label={w.nextStep} answer={answer} optional maxLength={300} />
          <Field
            name="nextStepOn"
            type="date"
            label={w.nextStepOn}
            help={w.nextStepHelp}
            min={today}
            answer={answer}
            optional
          />
        </div>
        <div className="form-row">
          <Field
            name="minutes"
            inputMode="numeric"
            label={w.minutes}
            help={isVisit ? w.minutesHelp : undefined}
            answer={answer}
            optional
          />
          <Field name="kilometres" inputMode="numeric" label={w.kilometres} answer={answer} optional />
        </div>
        <div className="form-foot">
          <Button look="primary" name="act" value="finish">
            {isVisit ? w.finish : w.finishCall}
          </Button>
        </div>
      </form>
    </Card>
  );
}
