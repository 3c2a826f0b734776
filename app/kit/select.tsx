import type { SelectHTMLAttributes } from "react";
import { typedOr } from "./answered.ts";
import { type FieldFrame, Labelled } from "./field.tsx";

/** One choice of a list. */
export interface Option {
  value: string | number;
  label: string;
}

/** A choice among options; `empty` names the choice of none. */
export function Select({
  name,
  label,
  help,
  optional,
  answer,
  id,
  value,
  options,
  empty,
  ...rest
}: FieldFrame &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, "name" | "id" | "defaultValue" | "className" | "value"> & {
    value?: string | number | null;
    options: readonly Option[];
    empty?: string;
  }) {
  return (
    <Labelled frame={{ name, label, help, optional, answer, id }}>
      {(control) => (
        <select {...rest} {...control} className="input" defaultValue={typedOr(answer, name, value)}>
          {empty === undefined ? null : <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
