import type { Address } from "#app/domain/customers/addresses.server.ts";
import { ufs } from "#app/domain/customers/customer.ts";
import { type Answer, refusalIn, typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { Field } from "#app/kit/field.tsx";
import { Select } from "#app/kit/select.tsx";
import { useWords } from "#app/kit/words.tsx";
import { accountWords } from "#app/words/account.ts";
import { orderWords } from "#app/words/orders.ts";
import { AddressShown } from "./address-shown.tsx";
import { addressFields } from "./checkout-form.ts";

/** Where the goods go: one of the known places, or a new one. */
export function ChooseAddress({ addresses, answer }: { addresses: Address[]; answer: Answer }) {
  const w = useWords(orderWords);
  const usual = addresses.find((one) => one.isDefault) ?? addresses[0];
  const chosen = typedOr(answer, "addressId", usual?.id);
  const errors = refusalIn(answer)?.errors ?? {};
  const isNew = addresses.length === 0 || addressFields.some((name) => name in errors);
  return (
    <Card title={w.address}>
      {addresses.length === 0 ? <p className="muted mb-3">{w.addressMissing}</p> : null}
      <fieldset className="picks" id="addressId">
        <legend className="sr-only">{w.address}</legend>
        {addresses.map((address) => (
          <label className="pick" key={address.id}>
            <input
              type="radio"
              name="addressId"
              value={address.id}
              defaultChecked={String(address.id) === chosen}
              key={chosen}
            />
            <span className="min-w-0">
              <span className="font-medium">{address.label}</span>
              <AddressShown address={address} />
            </span>
          </label>
        ))}
      </fieldset>
      <div className={addresses.length > 0 ? "mt-3" : undefined}>
        <Disclose summary={w.addAddress} open={isNew}>
          <NewAddress answer={answer} />
        </Disclose>
      </div>
    </Card>
  );
}

function NewAddress({ answer }: { answer: Answer }) {
  const w = useWords(orderWords);
  const account = useWords(accountWords);
  const field = (name: Exclude<(typeof addressFields)[number], "uf">) => ({ name, label: account[name], answer });
  return (
    <div className="form">
      <div className="form-row">
        <Field {...field("label")} help={account.labelHelp} />
        <Field {...field("postalCode")} inputMode="numeric" autoComplete="postal-code" />
      </div>
      <div className="form-row">
        <Field {...field("street")} autoComplete="address-line1" />
        <Field {...field("number")} />
      </div>
      <div className="form-row">
        <Field {...field("complement")} optional />
        <Field {...field("district")} optional />
      </div>
      <div className="form-row">
        <Field {...field("city")} autoComplete="address-level2" />
        <Select
          name="uf"
          label={account.uf}
          answer={answer}
          empty="–"
          options={ufs.map((uf) => ({ value: uf, label: uf }))}
        />
      </div>
      <div className="form-foot">
        <Button name="act" value="address">
          {w.saveAddress}
        </Button>
      </div>
    </div>
  );
}
