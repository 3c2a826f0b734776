import { cnpjShown } from "#app/domain/cnpj.ts";
import type { CustomerChoices } from "#app/domain/customers/choices.server.ts";
import { phoneShown } from "#app/domain/customers/customer.ts";
import { postalCodeShown } from "#app/domain/customers/postal-code.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Ago } from "#app/kit/day.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { TextField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { teamWords } from "#app/words/team.ts";
import { Existing, New } from "./access-request-answer.tsx";

interface AccessRequest {
  id: number;
  cnpj: string;
  legalName: string;
  contactName: string;
  email: string;
  phone: string | null;
  postalCode: string | null;
  street: string | null;
  number: string | null;
  complement: string | null;
  district: string | null;
  city: string | null;
  uf: string | null;
  message: string | null;
  requestedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  isApproved: boolean | null;
  decisionNote: string | null;
  customerId: number | null;
  customerName: string | null;
  othersWaiting: number;
}

const day = 86_400_000;
/** A stranger who waited for longer has probably bought elsewhere. */
const longWaitDays = 3;

/** One wish for access: who it is, and the answer to give or the one given. */
export function AccessRequestCard({
  request,
  paymentTerms,
  asOf,
  answer,
  isOpen,
}: {
  request: AccessRequest;
  paymentTerms: CustomerChoices["paymentTerms"];
  asOf: Date;
  answer: Answer;
  isOpen: boolean;
}) {
  const w = useWords(teamWords);
  const own = refusalIn(answer)?.typed.id === String(request.id) ? answer : undefined;
  const isDeclining = refusalIn(own ?? null)?.typed.act === "decline";
  const waitedDays = Math.floor((asOf.getTime() - request.requestedAt.getTime()) / day);
  return (
    <Card
      title={request.legalName}
      actions={
        request.decidedAt === null && waitedDays >= longWaitDays ? (
          <Badge tone="warn">{w.waitingSince(waitedDays)}</Badge>
        ) : (
          <span className="faint">
            <Ago at={request.requestedAt} asOf={asOf} />
          </span>
        )
      }
    >
      <div className="stack">
        <FormErrors
          answer={own}
          labels={{
            tradeName: w.tradeName,
            creditLimitCents: w.creditLimit,
            priceTable: w.priceTable,
            rep: w.rep,
            group: w.group,
          }}
          idOf={(name) => `${name}-${request.id}`}
        />
        <Said request={request} />
        {request.decidedAt ? (
          <Answered request={request} />
        ) : (
          <>
            {request.othersWaiting > 0 ? <Notice tone="warn">{w.othersWaiting(request.othersWaiting)}</Notice> : null}
            <Disclose summary={w.approve} open={isOpen || (own !== undefined && !isDeclining)}>
              {request.customerId && request.customerName ? (
                <Existing
                  id={request.id}
                  customerId={request.customerId}
                  customerName={request.customerName}
                  answer={own}
                />
              ) : (
                <New id={request.id} legalName={request.legalName} paymentTerms={paymentTerms} answer={own} />
              )}
            </Disclose>
            <Disclose summary={w.decline} open={isDeclining}>
              <form method="post" className="form">
                <input type="hidden" name="id" value={request.id} />
                <p className="help">{w.declineLead}</p>
                <TextField name="note" id={`note-${request.id}`} label={w.note} answer={own} optional />
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

/** What the stranger told about themselves. */
function Said({ request }: { request: AccessRequest }) {
  const w = useWords(teamWords);
  const { street, number, complement, district, city, uf, postalCode } = request;
  const address = [
    [street, number].filter(Boolean).join(", "),
    complement,
    district,
    [city, uf].filter(Boolean).join("/"),
    postalCode ? postalCodeShown(postalCode) : null,
  ].filter(Boolean);
  return (
    <>
      <p className="text-muted">
        <span className="tnum">{cnpjShown(request.cnpj)}</span> · {request.contactName} ·{" "}
        <a className="link break-all" href={`mailto:${request.email}`}>
          {request.email}
        </a>
        {request.phone ? ` · ${phoneShown(request.phone)}` : ""}
        <span className="block">{address.length > 0 ? address.join(" · ") : w.noAddressSaid}</span>
      </p>
      {request.message ? <blockquote className="border-l-2 border-line pl-3">{request.message}</blockquote> : null}
    </>
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
