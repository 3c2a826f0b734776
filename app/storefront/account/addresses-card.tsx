import { postalCodeShown } from "#app/domain/customers/postal-code.ts";
import { AddressFields, useAddressLabels } from "#app/kit/address-fields.tsx";
import { type Answer, answerTo, refusalIn, typedOr } from "#app/kit/answered.ts";
import { Badge } from "#app/kit/badge.tsx";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Checkbox } from "#app/kit/checkbox.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { FormErrors } from "#app/kit/form-errors.tsx";
import { useWords } from "#app/kit/words.tsx";
import { accountWords } from "#app/words/account.ts";
import { commonWords } from "#app/words/everyday.ts";

interface Address {
  id: number;
  label: string;
  street: string;
  number: string;
  complement: string | null;
  district: string | null;
  city: string;
  uf: string;
  postalCode: string;
  isDefault: boolean;
}

/** The places goods go to. */
export function AddressesCard({ addresses, answer }: { addresses: Address[]; answer: Answer }) {
  const w = useWords(accountWords);
  const common = useWords(commonWords);
  return (
    <Card title={w.addresses} id="addresses">
      {addresses.length === 0 ? <p className="muted mb-3">{w.noAddress}</p> : null}
      <ul className="stack">
        {addresses.map((address) => (
          <li key={address.id} className="border-b border-line pb-3">
            <p className="row font-medium">
              {address.label}
              {address.isDefault ? <Badge tone="accent">{w.usual}</Badge> : null}
            </p>
            <p className="text-muted">
              {[`${address.street}, ${address.number}`, address.complement, address.district]
                .filter(Boolean)
                .join(" · ")}
              <br />
              {address.city}/{address.uf} · {postalCodeShown(address.postalCode)}
            </p>
            <Disclose summary={common.edit} open={Boolean(refusalIn(answerTo(answer, "save-address", address.id)))}>
              <AddressForm address={address} answer={answer} />
              <form method="post" className="mt-2">
                <input type="hidden" name="id" value={address.id} />
                <Button name="act" value="remove-address" look="danger" size="sm" icon="trash">
                  {w.remove}
                </Button>
              </form>
            </Disclose>
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <Disclose summary={w.addAddress} open={Boolean(refusalIn(answerTo(answer, "save-address", null)))}>
          <AddressForm address={null} answer={answer} />
        </Disclose>
      </div>
    </Card>
  );
}

function AddressForm({ address, answer }: { address: Address | null; answer: Answer }) {
  const w = useWords(accountWords);
  const common = useWords(commonWords);
  const labels = useAddressLabels();
  const own = answerTo(answer, "save-address", address?.id ?? null);
  const idOf = (name: string) => `${name}-${address?.id ?? "new"}`;
  return (
    <form method="post" className="form">
      <input type="hidden" name="act" value="save-address" />
      <input type="hidden" name="id" value={address?.id ?? ""} />
      <FormErrors answer={own} labels={labels} idOf={idOf} />
      <AddressFields address={address} answer={own} idOf={idOf} hasLabel />
      <Checkbox
        name="isDefault"
        value="true"
        label={w.makeUsual}
        defaultChecked={own ? typedOr(own, "isDefault", null) !== undefined : address?.isDefault}
      />
      <div className="form-foot">
        <Button look="primary">{common.save}</Button>
      </div>
    </form>
  );
}
