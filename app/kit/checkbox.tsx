import type { InputHTMLAttributes, ReactNode } from "react";
import { type Answer, refusalIn } from "./answered.ts";
import type { Option } from "./select.tsx";

/** One yes-or-no, its words beside it. */
export function Checkbox({
  label,
  help,
  ...rest
}: { label: ReactNode; help?: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "className">) {
  return (
    <label className="check">
      <input type="checkbox" {...rest} />
      <span>
        {label}
        {help ? <span className="help block">{help}</span> : null}
      </span>
    </label>
  );
}

/** A choice shown whole: radio buttons, or boxes when `many`. */
export function Choice({
  name,
  legend,
  options,
  value,
  many = false,
  answer,
}: {
  name: string;
  legend: ReactNode;
  options: readonly (Option & { help?: ReactNode })[];
  value?: string | number | readonly (string | number)[] | null;
  many?: boolean;
  answer?: Answer;
}) {
  const typed = refusalIn(answer)?.typed[name] ?? value ?? [];
  const chosen = (Array.isArray(typed) ? typed : [typed]).map(String);
  return (
    <fieldset className="stack-sm">
      <legend className="label mb-1.5">{legend}</legend>
      {options.map((option) => (
        <label className="check" key={option.value}>
          <input
            type={many ? "checkbox" : "radio"}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(String(option.value))}
          />
          <span>
            {option.label}
            {option.help ? <span className="help block">{option.help}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
