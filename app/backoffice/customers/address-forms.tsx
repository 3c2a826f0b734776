import type { Address } from "#app/domain/customers/addresses.server.ts";
import { postalCodeShown } from "#app/domain/customers/postal-code.ts";
import { AddressFields, useAddressLabels } from "#app/kit/address-fields.tsx";
import { type Answer, typedOr } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { detailWords } from "#app/words/customer-details.ts";
import { commonWords } from "#app/words/everyday.ts";
import { answerFor, RemoveButton } from "./contact-forms.tsx";

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
  const d = useWords(detailWords);
  const common = useWords(commonWords);
  const labels = useAddressLabels();
  const idOf = (name: string) => `address-${address?.id ?? "new"}-${name}`;
  return (
    <form method="post" className="form rounded-md bg-sunken p-3">
      <input type="hidden" name="act" value="saveAddress" />
      <input type="hidden" name="id" value={address?.id ?? ""} />
      <FormErrors answer={answer} labels={labels} idOf={idOf} />
      <AddressFields address={address} answer={answer} idOf={idOf} hasLabel />
      <Checkbox
        name="isDefault"
        label={d.makeDefault}
        defaultChecked={answer ? typedOr(answer, "isDefault", null) !== undefined : address?.isDefault}
      />
      <div className="form-foot">
        <Button>{common.save}</Button>
        {address ? <RemoveButton act="removeAddress" id={address.id} /> : null}
      </div>
    </form>
  );
}
