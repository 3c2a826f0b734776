import { cnpjShown } from "#app/domain/cnpj.ts";
import { phoneShown } from "#app/domain/customers/customer.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Choice } from "#app/kit/checkbox.tsx";
import { Ago } from "#app/kit/day.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Field, TextField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { teamWords } from "#app/words/team.ts";

interface AccessRequest {
  id: number;
  cnpj: string;
  legalName: string;
  contactName: string;
  email: string;
  phone: string | null;
  uf: string | null;
  city: string | null;
  message: string | null;
  requestedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  isApproved: boolean | null;
  decisionNote: string | null;
  customerId: number | null;
  customerName: string | null;
}

interface Named {
  id: number;
  name: string;
}

interface Choices {
  priceTables: Named[];
  paymentTerms: Named[];
  reps: Named[];
}

/** One wish for access: who it is, and the answer to give or the one given. */
export function AccessRequestCard({
  request,
  choices,
  asOf,
  answer,
}: {
  request: AccessRequest;
  choices: Choices;
  asOf: Date;
  answer: Answer;
}) {
  const w = useWords(teamWords);
  const own = refusalIn(answer)?.typed.id === String(request.id) ? answer : undefined;
  const place = [request.city, request.uf].filter(Boolean).join("/");
  return (
    <Card
      title={request.legalName}
      actions={
        <span className="faint">
          <Ago at={request.requestedAt} asOf={asOf} />
        </span>
      }
    >
      <div className="stack">
        <FormErrors answer={own} labels={{ tradeName: w.tradeName }} />
        <p className="text-muted">
          <span className="tnum">{cnpjShown(request.cnpj)}</span>
          {place ? ` · ${place}` : ""} · {request.contactName} ·{" "}
          <a className="link" href={`mailto:${request.email}`}>
            {request.email}
          </a>
          {request.phone ? ` · ${phoneShown(request.phone)}` : ""}
        </p>
        {request.message ? <blockquote className="border-l-2 border-line pl-3">{request.message}</blockquote> : null}
        {request.decidedAt ? (
          <Answered request={request} />
        ) : (
          <>
            {request.customerId && request.customerName ? (
              <Existing id={request.id} customerId={request.customerId} customerName={request.customerName} />
            ) : (
              <New request={request} choices={choices} answer={own} />
            )}
            <Disclose summary={w.decline}>
              <form method="post" className="form">
                <input type="hidden" name="id" value={request.id} />
                <p className="help">{w.declineLead}</p>
                <TextField name="note" id={`note-${request.id}`} label={w.note} optional />
                <div className="form-foot">
                  <Button name="act" value="decline" look="danger">
                    {w.decline}
                  </Button>
                </div>
              </form>
            </Disclose>
          </>
        )}
      </div>
    </Card>
  );
}

function Answered({ request }: { request: AccessRequest }) {
  const w = useWords(teamWords);
  return (
    <p className="row">
      <Badge tone={request.isApproved ? "good" : "bad"}>{request.isApproved ? w.approved : w.declined}</Badge>
      {request.decidedBy ? <span className="text-muted">{w.by(request.decidedBy)}</span> : null}
      {request.isApproved && request.customerId ? (
        <a className="link" href={paths.office.customer(request.customerId)}>
          {request.customerName}
        </a>
      ) : null}
      {request.decisionNote ? <span className="text-muted">{request.decisionNote}</span> : null}
    </p>
  );
}

function BuyerRole({ id }: { id: number }) {
  const w = useWords(teamWords);
  return (
    <Select
      name="buyerRole"
      id={`buyerRole-${id}`}
      label={w.buyerRole}
      value="orders"
      options={(["orders", "approves", "views"] as const).map((role) => ({ value: role, label: w.buyerRoles[role] }))}
    />
  );
}

function Existing({ id, customerId, customerName }: { id: number; customerId: number; customerName: string }) {
  const w = useWords(teamWords);
  return (
    <form method="post" className="form">
      <Notice>
        {w.knownCustomer(customerName)} {w.approveExistingLead(customerName)}
      </Notice>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="customerId" value={customerId} />
      <div className="form-row">
        <BuyerRole id={id} />
      </div>
      <div className="form-foot">
        <Button name="act" value="approve-existing" look="primary">
          {w.approveExisting}
        </Button>
      </div>
    </form>
  );
}

function New({ request, choices, answer }: { request: AccessRequest; choices: Choices; answer: Answer }) {
  const w = useWords(teamWords);
  const named = (all: Named[]) => all.map((one) => ({ value: one.id, label: one.name }));
  return (
    <form method="post" className="form">
      <input type="hidden" name="id" value={request.id} />
      <div className="form-row">
        <Field
          name="tradeName"
          id={`tradeName-${request.id}`}
          label={w.tradeName}
          value={request.legalName}
          answer={answer}
          required
        />
        <BuyerRole id={request.id} />
      </div>
      <div className="form-row">
        <Select
          name="priceTableId"
          id={`priceTableId-${request.id}`}
          label={w.priceTable}
          empty={w.generalTable}
          options={named(choices.priceTables)}
          answer={answer}
        />
        <Select
          name="repId"
          id={`repId-${request.id}`}
          label={w.rep}
          empty={w.noRep}
          options={named(choices.reps)}
          answer={answer}
        />
      </div>
      {choices.paymentTerms.length > 0 ? (
        <Choice
          name="paymentTermsIds"
          legend={w.paymentTerms}
          options={named(choices.paymentTerms)}
          many
          answer={answer}
        />
      ) : null}
      <div className="form-foot">
        <Button name="act" value="approve-new" look="primary">
          {w.approveNew}
        </Button>
      </div>
    </form>
  );
}
