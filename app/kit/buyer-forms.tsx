import type { ReactNode } from "react";
import { peopleWords } from "#app/words/people.ts";
import { type Answer, answerTo, refusalIn } from "./answered.ts";
import { Button } from "./button.tsx";
import { type BuyerTerms, BuyerTermsFields } from "./buyer-terms.tsx";
import { Card } from "./card.tsx";
import { Disclose } from "./disclose.tsx";
import { Field } from "./field.tsx";
import { FormErrors } from "./form-errors.tsx";
import { useWords } from "./words.tsx";

/** A buyer whose terms are changed. */
interface Person extends BuyerTerms {
  id: number;
  name: string;
  isDisabled: boolean;
}

/** The acts of the forms of one buyer, as the face that shows them calls them. */
interface Acts {
  save: string;
  disable: string;
  enable: string;
}

/** What a buyer may do, to be changed, and the way to let them in no longer; `more` stands beside that, and refuses as `moreActs`. */
export function ChangeBuyer({
  person,
  acts,
  answer,
  more = null,
  moreActs = [],
}: {
  person: Person;
  acts: Acts;
  answer: Answer;
  more?: ReactNode;
  moreActs?: readonly string[];
}) {
  const w = useWords(peopleWords);
  const saving = answerTo(answer, acts.save, person.id);
  const others = [acts.disable, acts.enable, ...moreActs].map((act) => answerTo(answer, act, person.id));
  const refused = saving ?? others.find((one) => one !== undefined);
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
          <Button look="primary" name="act" value={acts.save}>
            {w.save}
          </Button>
        </div>
      </form>
      <form method="post" className="row mt-3">
        <input type="hidden" name="id" value={person.id} />
        {person.isDisabled ? (
          <Button size="sm" name="act" value={acts.enable}>
            {w.enable}
          </Button>
        ) : (
          <Button look="danger" size="sm" name="act" value={acts.disable}>
            {w.disable}
          </Button>
        )}
        {more}
      </form>
    </Disclose>
  );
}

const nobody: BuyerTerms = { buyerRole: "orders", orderLimitCents: null, monthLimitCents: null };

/** The form that invites one more buyer, by the act `invite`. */
export function InviteBuyer({ title, lead, answer }: { title: string; lead?: string; answer: Answer }) {
  const w = useWords(peopleWords);
  const own = answerTo(answer, "invite");
  const labels = { name: w.name, email: w.email, orderLimitCents: w.orderLimit, monthLimitCents: w.monthLimit };
  const idOf = (name: string) => (name.endsWith("Cents") ? `${name}-new` : name);
  return (
    <Card title={title}>
      <form method="post" className="form">
        <input type="hidden" name="act" value="invite" />
        <FormErrors answer={own} labels={labels} idOf={idOf} />
        <Field name="name" label={w.name} answer={own} required autoComplete="off" />
        <Field name="email" type="email" label={w.email} answer={own} required autoComplete="off" />
        <BuyerTermsFields buyer={nobody} answer={own} idEnd="new" />
        {lead ? <p className="help">{lead}</p> : null}
        <div className="form-foot">
          <Button look="primary" icon="send">
            {title}
          </Button>
        </div>
      </form>
    </Card>
  );
}
