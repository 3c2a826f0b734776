import type { Answer } from "#app/kit/answered.ts";
import { Card } from "#app/kit/card.tsx";
import { Field, TextField } from "#app/kit/field.tsx";
import { useWords } from "#app/kit/words.tsx";
import { orderWords } from "#app/words/orders.ts";

/** What the buyer adds to the order: their own number and a note. */
export function OwnWords({ answer }: { answer: Answer }) {
  const w = useWords(orderWords);
  return (
    <Card>
      <div className="form">
        <Field
          name="poNumber"
          label={w.poNumber}
          help={w.poNumberHelp}
          optional
          answer={answer}
          maxLength={60}
          autoComplete="off"
        />
        <TextField name="notes" label={w.notes} help={w.notesHelp} optional answer={answer} maxLength={1000} />
      </div>
    </Card>
  );
}
