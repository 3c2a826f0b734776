import type { RecordedChange } from "#app/domain/portfolio/record-terms.server.ts";
import { Card } from "#app/kit/card.tsx";
import { MomentShown } from "#app/kit/day.tsx";
import { useWords } from "#app/kit/words.tsx";
import { detailWords } from "#app/words/customer-details.ts";
import { customerWords } from "#app/words/customers.ts";

/** What was changed about the customer, by whom, from what to what. */
export function Changes({ changes }: { changes: RecordedChange[] }) {
  const d = useWords(detailWords);
  return (
    <Card title={d.changes}>
      {changes.length === 0 ? <p className="muted">{d.noChanges}</p> : null}
      <ul className="stack-sm">
        {changes.map((change) => (
          <li key={change.id}>
            <span className="spread">
              <span>
                {d.actions[change.action] ?? change.action}
                {change.who ? <span className="muted"> {d.by(change.who)}</span> : null}
              </span>
              <span className="faint">
                <MomentShown at={change.at} />
              </span>
            </span>
            {change.action === "customer_revised" ? <Fields change={change} /> : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Fields({ change }: { change: RecordedChange }) {
  const d = useWords(detailWords);
  const names = useFieldNames();
  const said = (value: unknown) => (value === null || value === undefined || value === "" ? d.empty : String(value));
  return (
    <ul className="text-sm text-muted">
      {Object.keys(change.after ?? {}).map((key) => (
        <li key={key}>{d.changedFrom(names[key] ?? key, said(change.before?.[key]), said(change.after?.[key]))}</li>
      ))}
    </ul>
  );
}

function useFieldNames(): Record<string, string> {
  const w = useWords(customerWords);
  const f = w.form;
  return {
    code: f.code,
    cnpj: f.cnpj,
    legalName: f.legalName,
    tradeName: f.tradeName,
    stateRegistration: f.stateRegistration,
    uf: w.uf,
    city: w.city,
    country: w.country,
    segment: w.segment,
    groupId: w.group,
    priceTableId: f.priceTable,
    minimumOrderCents: f.minimumOrder,
    creditLimitCents: f.creditLimit,
    isCreditHeld: f.creditHeld,
    agreementEndsOn: f.agreementEnds,
    email: f.email,
    phone: f.phone,
    notes: f.notes,
    paymentTermsIds: f.paymentTerms,
  };
}
