import type { CustomerChoices } from "#app/domain/customers/choices.server.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Choice } from "#app/kit/checkbox.tsx";
import { Field, MoneyField } from "#app/kit/field.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { Picker } from "#app/kit/picker.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { teamWords } from "#app/words/team.ts";

function BuyerRole({ id, answer }: { id: number; answer: Answer }) {
  const w = useWords(teamWords);
  return (
    <Select
      name="buyerRole"
      id={`buyerRole-${id}`}
      label={w.buyerRole}
      value="orders"
      answer={answer}
      options={(["orders", "approves", "views"] as const).map((role) => ({ value: role, label: w.buyerRoles[role] }))}
    />
  );
}

/** Lets the person in as a buyer of the customer that bears the CNPJ. */
export function Existing({
  id,
  customerId,
  customerName,
  answer,
}: {
  id: number;
  customerId: number;
  customerName: string;
  answer: Answer;
}) {
  const w = useWords(teamWords);
  return (
    <form method="post" className="form">
      <Notice>
        {w.knownCustomer(customerName)} {w.approveExistingLead(customerName)}
      </Notice>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="customerId" value={customerId} />
      <div className="form-row">
        <BuyerRole id={id} answer={answer} />
      </div>
      <div className="form-foot">
        <Button name="act" value="approve-existing" look="primary">
          {w.approveExisting}
        </Button>
      </div>
    </form>
  );
}

/** Writes the customer down, on the terms they begin with, and lets the person in. */
export function New({
  id,
  legalName,
  paymentTerms,
  answer,
}: {
  id: number;
  legalName: string;
  paymentTerms: CustomerChoices["paymentTerms"];
  answer: Answer;
}) {
  const w = useWords(teamWords);
  return (
    <form method="post" className="form">
      <input type="hidden" name="id" value={id} />
      <div className="form-row">
        <Field name="tradeName" id={`tradeName-${id}`} label={w.tradeName} value={legalName} answer={answer} required />
        <BuyerRole id={id} answer={answer} />
      </div>
      <div className="form-row">
        <Picker
          name="priceTable"
          id={`priceTable-${id}`}
          label={w.priceTable}
          empty={w.generalTable}
          source={paths.office.choices("price-table")}
          answer={answer}
        />
        <Picker
          name="rep"
          id={`rep-${id}`}
          label={w.rep}
          empty={w.noRep}
          source={paths.office.choices("rep")}
          answer={answer}
        />
      </div>
      <div className="form-row">
        <Picker
          name="group"
          id={`group-${id}`}
          label={w.group}
          empty={w.noGroup}
          source={paths.office.choices("group")}
          answer={answer}
          optional
        />
        <MoneyField
          name="creditLimitCents"
          id={`creditLimitCents-${id}`}
          label={w.creditLimit}
          help={w.creditLimitHelp}
          answer={answer}
          optional
        />
      </div>
      {paymentTerms.length > 0 ? (
        <Choice
          name="paymentTermsIds"
          legend={w.paymentTerms}
          options={paymentTerms.map((one) => ({ value: one.id, label: one.name }))}
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
