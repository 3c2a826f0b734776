import type { Answer } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { ChangeBuyer, InviteBuyer } from "#app/kit/buyer-forms.tsx";
import { BuyerStateBadge, type BuyerTerms, LimitsShown } from "#app/kit/buyer-terms.tsx";
import { Card } from "#app/kit/card.tsx";
import { useWords } from "#app/kit/words.tsx";
import { peopleWords } from "#app/words/people.ts";

interface Person extends BuyerTerms {
  id: number;
  name: string;
  email: string;
  isDisabled: boolean;
  hasPassword: boolean;
  isYou: boolean;
}

/** The people of the company, each with what they may do and the way to change it. */
export function Colleagues({ people, answer }: { people: Person[]; answer: Answer }) {
  const w = useWords(peopleWords);
  return (
    <Card title={w.colleagues}>
      <ul className="stack">
        {people.map((person) => (
          <li key={person.id} className="border-b border-line pb-3 last:border-0">
            <p className="row font-medium">
              {person.name}
              {person.isYou ? <Badge tone="accent">{w.you}</Badge> : null}
              <BuyerStateBadge buyer={person} />
            </p>
            <p className="text-muted">
              {person.email}
              <br />
              {w.roles[person.buyerRole]} · <LimitsShown buyer={person} />
            </p>
            {person.isYou ? (
              <p className="help">{w.yourself}</p>
            ) : (
              <ChangeBuyer
                person={person}
                acts={{ save: "save", disable: "disable", enable: "enable" }}
                answer={answer}
                moreActs={["again"]}
                more={
                  person.hasPassword || person.isDisabled ? null : (
                    <Button size="sm" icon="send" name="act" value="again">
                      {w.inviteAgain}
                    </Button>
                  )
                }
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The form that invites one more colleague. */
export function InviteColleague({ answer }: { answer: Answer }) {
  const w = useWords(peopleWords);
  return <InviteBuyer title={w.invite} lead={w.inviteLead} answer={answer} />;
}
