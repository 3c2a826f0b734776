import type { ReactNode } from "react";
import type { CustomerChoices } from "#app/domain/customers/choices.server.ts";
import { type CustomerDetails, ufs } from "#app/domain/customers/customer.ts";
import { AddressFields, useAddressLabels } from "#app/kit/address-fields.tsx";
import type { Answer } from "#app/kit/answered.ts";
import { refusalIn } from "#app/kit/answered.ts";
import { Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Field, TextField } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { customerWords } from "#app/words/customers.ts";
import { commonWords } from "#app/words/everyday.ts";
import { Credit, type SaidOfTrade, Trade } from "./commercial-fields.tsx";

interface Form {
  details: CustomerDetails;
  choices: CustomerChoices;
  said: SaidOfTrade;
  answer: Answer;
  /** False for a rep: terms, prices and credit are not offered. */
  mayDecide: boolean;
  /** A new customer may be written down together with the first place goods go to. */
  isNew?: boolean;
}

/** Everything the house writes down about a customer, in one form. */
export function DetailsForm({ submit, cancelHref, ...form }: Form & { submit: string; cancelHref: string }) {
  const w = useWords(customerWords);
  const common = useWords(commonWords);
  const f = w.form;
  const labels = {
    ...f,
    ...useAddressLabels(),
    segment: w.segment,
    rep: w.rep,
    group: w.group,
    minimumOrderCents: f.minimumOrder,
    creditLimitCents: f.creditLimit,
  };
  return (
    <form method="post" className="form max-w-4xl">
      <FormErrors answer={form.answer} labels={onlyText(labels)} />
      <Bearer answer={form.answer} />
      <Company {...form} />
      {form.mayDecide ? (
        <>
          <Trade {...form} />
          <Credit {...form} />
        </>
      ) : (
        <Notice>{f.onlyManagers}</Notice>
      )}
      <Card>
        <TextField
          name="notes"
          label={f.notes}
          help={f.notesHelp}
          optional
          answer={form.answer}
          value={form.details.notes}
          rows={4}
        />
      </Card>
      <div className="form-foot">
        <Button look="primary">{submit}</Button>
        <ButtonLink look="quiet" href={cancelHref}>
          {common.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}

const onlyText = (labels: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(labels).filter((entry): entry is [string, string] => typeof entry[1] === "string"));

/** The customer that bears the typed CNPJ or code already, one click away. */
function Bearer({ answer }: { answer: Answer }): ReactNode {
  const w = useWords(customerWords);
  const bearer = refusalIn(answer)?.reasons.find((reason) => typeof reason.details.customerId === "number");
  if (!bearer) return null;
  return (
    <ButtonLink icon="external" href={paths.office.customer(Number(bearer.details.customerId))}>
      {w.form.openOther(String(bearer.details.name))}
    </ButtonLink>
  );
}

function Company({ details, choices, answer, mayDecide, isNew }: Form) {
  const w = useWords(customerWords);
  const f = w.form;
  return (
    <Card title={f.company}>
      <div className="form">
        <div className="form-row">
          <Field
            name="cnpj"
            label={f.cnpj}
            help={f.cnpjHelp}
            optional
            answer={answer}
            value={details.cnpj}
            autoCapitalize="characters"
            autoComplete="off"
            maxLength={22}
          />
          {mayDecide ? (
            <Field
              name="code"
              label={f.code}
              help={f.codeHelp}
              optional
              answer={answer}
              value={details.code}
              autoComplete="off"
            />
          ) : null}
          <Field
            name="stateRegistration"
            label={f.stateRegistration}
            optional
            answer={answer}
            value={details.stateRegistration}
            autoComplete="off"
          />
        </div>
        <div className="form-row">
          <Field
            name="legalName"
            label={f.legalName}
            answer={answer}
            value={details.legalName}
            required
            autoComplete="organization"
          />
          <Field
            name="tradeName"
            label={f.tradeName}
            answer={answer}
            value={details.tradeName}
            required
            autoComplete="off"
          />
        </div>
        {isNew ? (
          <>
            <AddressFields answer={answer} required={false} />
            <p className="help">{f.firstAddressHelp}</p>
          </>
        ) : null}
        <Place details={details} answer={answer} isNew={isNew} />
        <div className="form-row">
          <Field
            name="email"
            label={f.email}
            type="email"
            optional
            answer={answer}
            value={details.email}
            autoComplete="email"
          />
          <Field
            name="phone"
            label={f.phone}
            help={f.phoneHelp}
            type="tel"
            optional
            answer={answer}
            value={details.phone}
            autoComplete="tel"
          />
          <Field
            name="segment"
            label={w.segment}
            help={f.segmentHelp}
            optional
            answer={answer}
            value={details.segment}
            list="segments"
            autoComplete="off"
          />
        </div>
        <datalist id="segments">
          {choices.segments.map((segment) => (
            <option key={segment} value={segment} />
          ))}
        </datalist>
      </div>
    </Card>
  );
}

function Place({ details, answer, isNew }: Pick<Form, "details" | "answer" | "isNew">) {
  const w = useWords(customerWords);
  return (
    <div className="form-row">
      {isNew ? null : (
        <>
          <Field
            name="city"
            label={w.city}
            optional
            answer={answer}
            value={details.city}
            autoComplete="address-level2"
          />
          <Select
            name="uf"
            label={w.uf}
            optional
            answer={answer}
            value={details.uf}
            empty="–"
            options={ufs.map((uf) => ({ value: uf, label: uf }))}
          />
        </>
      )}
      <Field
        name="country"
        label={w.form.country}
        optional
        answer={answer}
        value={details.country}
        autoComplete="country-name"
      />
    </div>
  );
}
