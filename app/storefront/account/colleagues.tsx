import { type Answer, answerTo, refusalIn } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { BuyerStateBadge, type BuyerTerms, BuyerTermsFields, LimitsShown } from "#app/kit/buyer-terms.tsx";
import { Card } from "#app/kit/card.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
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
            {person.isYou ? <p className="help">{w.yourself}</p> : <ChangePerson person={person} answer={answer} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ChangePerson({ person, answer }: { person: Person; answer: Answer }) {
  const w = useWords(peopleWords);
  const of = (act: string) => answerTo(answer, act, person.id);
  const saving = of("save");
  const refused = saving ?? of("disable") ?? of("enable") ?? of("again");
  const idOf = (name: string) => `${name}-${person.id}`;
  return (
    <Disclose summary={w.edit(person.name)} open={refusalIn(refused) !== null}>
      <form method="post" className="form">
        <input type="hidden" name="id" value={person.id} />
        <FormErrors
          answer={refused}
          labels={{ orderLimitCents: w.orderLimit, monthLimitCents: w.monthLimit }}
          idOf={idOf}
        />
        <BuyerTermsFields buyer={person} answer={saving} idEnd={String(person.id)} />
        <div className="form-foot">
          <Button look="primary" name="act" value="save">
            {w.save}
          </Button>
        </div>
      </form>
      <form method="post" className="row mt-3">
        <input type="hidden" name="id" value={person.id} />
        {person.isDisabled ? (
          <Button size="sm" name="act" value="enable">
            {w.enable}
          </Button>
        ) : (
          <Button look="danger" size="sm" name="act" value="disable">
            {w.disable}
          </Button>
        )}
        {person.hasPassword || person.isDisabled ? null : (
          <Button size="sm" icon="send" name="act" value="again">
            {w.inviteAgain}
          </Button>
        )}
      </form>
    </Disclose>
  );
}

const nobody: BuyerTerms = { buyerRole: "orders", orderLimitCents: null, monthLimitCents: null };

/** The form that invites one more colleague. */
export function InviteColleague({ answer }: { answer: Answer }) {
  const w = useWords(peopleWords);
  const own = answerTo(answer, "invite");
  const labels = { name: w.name, email: w.email, orderLimitCents: w.orderLimit, monthLimitCents: w.monthLimit };
  const idOf = (name: string) => (name.endsWith("Cents") ? `${name}-new` : name);
  return (
    <Card title={w.invite}>
      <form method="post" className="form">
        <input type="hidden" name="act" value="invite" />
        <FormErrors answer={own} labels={labels} idOf={idOf} />
        <Field name="name" label={w.name} answer={own} required autoComplete="off" />
        <Field name="email" type="email" label={w.email} answer={own} required autoComplete="off" />
        <BuyerTermsFields buyer={nobody} answer={own} idEnd="new" />
        <p className="help">{w.inviteLead}</p>
        <div className="form-foot">
          <Button look="primary" icon="send">
            {w.invite}
          </Button>
        </div>
      </form>
    </Card>
  );
}
