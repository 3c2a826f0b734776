import type { Address } from "#app/domain/customers/addresses.server.ts";
import { ufs } from "#app/domain/customers/customer.ts";
import type { Answer } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Field } from "#app/kit/field.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { detailWords } from "#app/words/customer-details.ts";
import { commonWords } from "#app/words/everyday.ts";
import { answerFor, RemoveButton } from "./contact-forms.tsx";

const postalCodeShown = (code: string): string => code.replace(/^(\d{5})(\d{3})$/, "$1-$2");

/** Where goods go, each changed in place. */
export function Addresses({ addresses, answer }: { addresses: Address[]; answer: Answer }) {
  const d = useWords(detailWords);
  return (
    <Card title={d.addresses}>
      <div className="stack">
        {addresses.length === 0 ? <p className="muted">{d.noAddresses}</p> : null}
        {addresses.map((address) => (
          <Place key={address.id} address={address} answer={answerFor(answer, "saveAddress", String(address.id))} />
        ))}
        <Disclose summary={d.addAddress} open={answerFor(answer, "saveAddress", "") !== null}>
          <AddressForm address={null} answer={answerFor(answer, "saveAddress", "")} />
        </Disclose>
      </div>
    </Card>
  );
}

function Place({ address, answer }: { address: Address; answer: Answer }) {
  const d = useWords(detailWords);
  const street = [`${address.street}, ${address.number}`, address.complement, address.district]
    .filter(Boolean)
    .join(", ");
  return (
    <Disclose
      open={answer !== null}
      summary={
        <span className="min-w-0">
          {address.label} {address.isDefault ? <Badge tone="accent">{d.usualAddress}</Badge> : null}
          <span className="faint block">
            {street} · {address.city}/{address.uf} · {postalCodeShown(address.postalCode)}
          </span>
        </span>
      }
    >
      <AddressForm address={address} answer={answer} />
    </Disclose>
  );
}

function AddressForm({ address, answer }: { address: Address | null; answer: Answer }) {
  const a = useWords(detailWords).address;
  const common = useWords(commonWords);
  const id = (name: string) => `address-${address?.id ?? "new"}-${name}`;
  const field = (
    name: keyof Address & keyof typeof a,
    more: { required?: boolean; optional?: boolean; autoComplete?: string } = {},
  ) => (
    <Field
      id={id(name)}
      name={name}
      label={a[name]}
      answer={answer}
      value={address ? String(address[name] ?? "") : null}
      {...more}
    />
  );
  return (
    <form method="post" className="form rounded-md bg-sunken p-3">
      <input type="hidden" name="act" value="saveAddress" />
      <input type="hidden" name="id" value={address?.id ?? ""} />
      <FormErrors answer={answer} labels={a} />
      <div className="form-row">
        <Field
          id={id("label")}
          name="label"
          label={a.label}
          help={a.labelHelp}
          answer={answer}
          value={address?.label}
          required
          autoComplete="off"
        />
        <Field
          id={id("postalCode")}
          name="postalCode"
          label={a.postalCode}
          answer={answer}
          value={address ? postalCodeShown(address.postalCode) : null}
          required
          inputMode="numeric"
          autoComplete="postal-code"
        />
      </div>
      <div className="form-row">
        {field("street", { required: true, autoComplete: "address-line1" })}
        {field("number", { required: true, autoComplete: "off" })}
        {field("complement", { optional: true, autoComplete: "off" })}
      </div>
      <div className="form-row">
        {field("district", { optional: true, autoComplete: "off" })}
        {field("city", { required: true, autoComplete: "address-level2" })}
        <Select
          id={id("uf")}
          name="uf"
          label={a.uf}
          answer={answer}
          value={address?.uf}
          empty="–"
          required
          options={ufs.map((uf) => ({ value: uf, label: uf }))}
        />
      </div>
      <Checkbox name="isDefault" label={a.isDefault} defaultChecked={address?.isDefault} />
      <div className="form-foot">
        <Button>{common.save}</Button>
        {address ? <RemoveButton act="removeAddress" id={address.id} /> : null}
      </div>
    </form>
  );
}
