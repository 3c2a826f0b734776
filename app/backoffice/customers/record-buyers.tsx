import type { ShopBuyer } from "#app/domain/portfolio/record-terms.server.ts";
import { type Answer, refusalIn, typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { BuyerStateBadge, type BuyerTerms, BuyerTermsFields, LimitsShown } from "#app/kit/buyer-terms.tsx";
import { Card } from "#app/kit/card.tsx";
import { Ago } from "#app/kit/day.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { detailWords } from "#app/words/customer-details.ts";
import { peopleWords } from "#app/words/people.ts";

/** The answer, if it belongs to the form of this act on this buyer. */
function answerTo(answer: Answer, acts: string[], id: number | null): Answer {
  const act = typedOr(answer, "act", null);
  const isOfBuyer = id === null || typedOr(answer, "id", null) === String(id);
  return refusalIn(answer) && act !== undefined && acts.includes(act) && isOfBuyer ? answer : undefined;
}

/** Who enters the shop for the customer, what each may do and up to which amounts; with the permission, the way to change it. */
export function RecordBuyers({
  buyers,
  asOf,
  mayDecide,
  answer,
}: {
  buyers: ShopBuyer[];
  asOf: Date;
  mayDecide: boolean;
  answer: Answer;
}) {
  const d = useWords(detailWords);
  const w = useWords(peopleWords);
  if (buyers.length === 0) {
    return (
      <EmptyState icon="user" title={d.noBuyers}>
        {d.noBuyersMore}
      </EmptyState>
    );
  }
  return (
    <ul className="stack" aria-label={d.buyers}>
      {buyers.map((buyer) => (
        <li key={buyer.id} className="border-b border-line pb-3 last:border-0">
          <p className="row font-medium">
            {buyer.name}
            <BuyerStateBadge buyer={buyer} />
          </p>
          <p className="text-muted">
            {buyer.email} · {buyer.lastSeenAt ? <Ago at={buyer.lastSeenAt} asOf={asOf} /> : d.neverSeen}
            <br />
            {w.roles[buyer.buyerRole]} · <LimitsShown buyer={buyer} />
          </p>
          {mayDecide ? <ChangeBuyer buyer={buyer} answer={answer} /> : null}
        </li>
      ))}
    </ul>
  );
}

function ChangeBuyer({ buyer, answer }: { buyer: ShopBuyer; answer: Answer }) {
  const w = useWords(peopleWords);
  const own = answerTo(answer, ["saveBuyer", "disableBuyer", "enableBuyer"], buyer.id);
  const idOf = (name: string) => `${name}-${buyer.id}`;
  return (
    <Disclose summary={w.edit(buyer.name)} open={Boolean(own)}>
      <form method="post" className="form">
        <input type="hidden" name="id" value={buyer.id} />
        <FormErrors
          answer={own}
          labels={{ orderLimitCents: w.orderLimit, monthLimitCents: w.monthLimit }}
          idOf={idOf}
        />
        <BuyerTermsFields buyer={buyer} answer={own} idEnd={String(buyer.id)} />
        <div className="form-foot">
          <Button look="primary" name="act" value="saveBuyer">
            {w.save}
          </Button>
        </div>
      </form>
      <form method="post" className="mt-3">
        <input type="hidden" name="id" value={buyer.id} />
        {buyer.isDisabled ? (
          <Button size="sm" name="act" value="enableBuyer">
            {w.enable}
          </Button>
        ) : (
          <Button look="danger" size="sm" name="act" value="disableBuyer">
            {w.disable}
          </Button>
        )}
      </form>
    </Disclose>
  );
}

const nobody: BuyerTerms = { buyerRole: "orders", orderLimitCents: null, monthLimitCents: null };

/** The form that invites somebody of the customer to the shop. */
export function InviteBuyer({ answer }: { answer: Answer }) {
  const d = useWords(detailWords);
  const w = useWords(peopleWords);
  const own = answerTo(answer, ["invite"], null);
  const labels = { name: w.name, email: w.email, orderLimitCents: w.orderLimit, monthLimitCents: w.monthLimit };
  const idOf = (name: string) => (name.endsWith("Cents") ? `${name}-new` : name);
  return (
    <Card title={d.invite}>
      <form method="post" className="form">
        <FormErrors answer={own} labels={labels} idOf={idOf} />
        <Field name="name" label={d.contact.name} answer={own} required autoComplete="off" />
        <Field name="email" type="email" label={d.contact.email} answer={own} required autoComplete="off" />
        <BuyerTermsFields buyer={nobody} answer={own} idEnd="new" />
        <div className="form-foot">
          <Button look="primary" icon="send" name="act" value="invite">
            {d.invite}
          </Button>
        </div>
      </form>
    </Card>
  );
}
