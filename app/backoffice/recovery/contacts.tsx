import { abandonmentReasons } from "#app/domain/recovery/diagnosis.ts";
import { followUpOutcomes } from "#app/domain/recovery/follow-up.ts";
import type { StoryContact } from "#app/domain/recovery/story.server.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { type FieldFrame, TextField } from "#app/kit/field.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { recoveryWords } from "#app/words/recovery.ts";

/** The contacts about a cart, each with a form for what came of it. */
export function Contacts({ contacts, answer }: { contacts: readonly StoryContact[]; answer: FieldFrame["answer"] }) {
  const w = useWords(recoveryWords);
  if (contacts.length === 0) return null;
  return (
    <Card title={w.contacts}>
      <div className="stack">
        {contacts.map((contact) => (
          <form key={contact.id} method="post" className="form">
            <p className="text-sm">
              {w.media[contact.medium]} · {contact.userName} · <MomentShown at={contact.at} />
            </p>
            {contact.text ? <p className="whitespace-pre-line text-sm text-muted">{contact.text}</p> : null}
            <input type="hidden" name="id" value={contact.id} />
            <Select
              id={`outcome-${contact.id}`}
              name="outcome"
              label={w.outcomeLabel}
              answer={answer}
              value={contact.outcome}
              options={followUpOutcomes.map((value) => ({ value, label: w.outcomes[value] }))}
            />
            <Select
              id={`reason-${contact.id}`}
              name="toldReason"
              label={w.toldReason}
              answer={answer}
              value={contact.toldReason}
              empty={w.sameReason}
              options={abandonmentReasons.map((value) => ({ value, label: w.reasons[value] }))}
            />
            <TextField
              id={`notes-${contact.id}`}
              name="notes"
              label={w.notes}
              answer={answer}
              value={contact.notes}
              optional
            />
            <div className="form-foot">
              <Button name="act" value="outcome">
                {w.saveOutcome}
              </Button>
            </div>
          </form>
        ))}
      </div>
    </Card>
  );
}
