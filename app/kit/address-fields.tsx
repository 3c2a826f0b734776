import { ufs } from "#app/domain/customers/customer.ts";
import { postalCodeShown } from "#app/domain/customers/postal-code.ts";
import { addressWords } from "#app/words/address.ts";
import type { Answer } from "./answered.ts";
import { Field } from "./field.tsx";
import { PostalCodeField } from "./postal-code-field.tsx";
import { Select } from "./select.tsx";
import { useWords } from "./words.tsx";

/** The fields of an address in the order they are asked. */
export const addressFields = [
  "label",
  "postalCode",
  "street",
  "number",
  "complement",
  "district",
  "city",
  "uf",
] as const;

type Known = { [name in Exclude<(typeof addressFields)[number], "label">]: string | null } & { label?: string };

/** The labels of the fields, for the sum of a form's errors. */
export function useAddressLabels(): Record<(typeof addressFields)[number], string> {
  const w = useWords(addressWords);
  return Object.fromEntries(addressFields.map((name) => [name, w[name]])) as ReturnType<typeof useAddressLabels>;
}

/** An address to type: CEP first, because it may fill the rest. */
export function AddressFields({
  address = null,
  answer,
  idOf = (name) => name,
  hasLabel = false,
  required = true,
}: {
  address?: Known | null;
  answer?: Answer;
  /** The id of a field, where it is not its name because the same form stands on the page several times. */
  idOf?: (name: string) => string;
  /** Whether the address has a name of its own, as those of a customer have. */
  hasLabel?: boolean;
  required?: boolean;
}) {
  const w = useWords(addressWords);
  const field = (name: "label" | "street" | "number" | "complement" | "district" | "city") => ({
    name,
    id: idOf(name),
    label: w[name],
    value: address?.[name],
    answer,
  });
  return (
    <>
      <div className="form-row">
        {hasLabel ? <Field {...field("label")} help={w.labelHelp} required={required} autoComplete="off" /> : null}
        <PostalCodeField
          id={idOf("postalCode")}
          value={address?.postalCode ? postalCodeShown(address.postalCode) : null}
          known={address}
          required={required}
          answer={answer}
        />
      </div>
      <div className="form-row">
        <Field {...field("street")} required={required} autoComplete="address-line1" />
        <Field {...field("number")} required={required} autoComplete="off" />
      </div>
      <div className="form-row">
        <Field {...field("complement")} optional autoComplete="address-line2" />
        <Field {...field("district")} optional autoComplete="address-level3" />
      </div>
      <div className="form-row">
        <Field {...field("city")} required={required} autoComplete="address-level2" />
        <Select
          name="uf"
          id={idOf("uf")}
          label={w.uf}
          value={address?.uf}
          answer={answer}
          empty="–"
          required={required}
          options={ufs.map((uf) => ({ value: uf, label: uf }))}
          autoComplete="address-level1"
        />
      </div>
    </>
  );
}
