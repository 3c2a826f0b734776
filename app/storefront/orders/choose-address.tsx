import type { Address } from "#app/domain/customers/addresses.server.ts";
import { AddressFields, addressFields } from "#app/kit/address-fields.tsx";
import { type Answer, refusalIn, typedOr } from "#app/kit/answered.ts";
import { Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { Disclose } from "#app/kit/disclose.tsx";
import { useWords } from "#app/kit/words.tsx";
import { orderWords } from "#app/words/orders.ts";
import { AddressShown } from "./address-shown.tsx";
import { useShownAnew } from "./use-shown-anew.ts";

/** Where the goods go: one of the known places, or a new one. */
export function ChooseAddress({
  addresses,
  chosenId,
  answer,
}: {
  addresses: Address[];
  /** Where the freight on the page goes to. */
  chosenId: number | null;
  answer: Answer;
}) {
  const w = useWords(orderWords);
  const shownAnew = useShownAnew();
  const chosen = typedOr(answer, "addressId", chosenId);
  const isElsewhere = new Set(addresses.map((one) => one.uf)).size > 1;
  const { errors = {}, typed = {} } = refusalIn(answer) ?? {};
  const isNew = addresses.length === 0 || addressFields.some((name) => name in errors || typed[name]);
  return (
    <Card title={w.address}>
      {addresses.length === 0 ? <p className="muted mb-3">{w.addressMissing}</p> : null}
      <fieldset className="picks" id="addressId" onChange={isElsewhere ? shownAnew("deliver") : undefined}>
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
      {isElsewhere ? (
        <noscript>
          <p className="row mt-3">
            <Button name="act" value="deliver" size="sm" formNoValidate>
              {w.freightToHere}
            </Button>
            <span className="muted text-sm">{w.freightToHereLead}</span>
          </p>
        </noscript>
      ) : null}
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
  return (
    <div className="form">
      <AddressFields answer={answer} hasLabel required={false} />
      <div className="form-foot">
        <Button name="act" value="address">
          {w.saveAddress}
        </Button>
      </div>
    </div>
  );
}
