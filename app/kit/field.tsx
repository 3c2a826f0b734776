import type { InputHTMLAttributes, ReactNode, TextareaHTMLAttributes } from "react";
import { commonWords } from "#app/words/everyday.ts";
import { fieldProblemWords } from "#app/words/forms.ts";
import { type Answer, refusalIn, typedOr } from "./answered.ts";
import { Icon } from "./icon.tsx";
import { useWords } from "./words.tsx";

/** What every field has: its name in the form, label above, help below, and the answer its error and typed text come from. */
export interface FieldFrame {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  optional?: boolean;
  answer?: Answer;
  id?: string;
  /** What is wrong with it beside what the answer's errors say. */
  problem?: ReactNode;
}

/** Label, control, help and error in their places; other controls use it too. */
export function Labelled({ frame, children }: { frame: FieldFrame; children: (control: ControlProps) => ReactNode }) {
  const common = useWords(commonWords);
  const problems = useWords(fieldProblemWords);
  const id = frame.id ?? frame.name;
  const error = refusalIn(frame.answer)?.errors[frame.name];
  const problem = error ? problems[error.code](error.limit ?? 0) : frame.problem;
  const described = [frame.help ? `${id}-help` : "", problem ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {frame.label}
        {frame.optional ? <span className="optional">({common.optional})</span> : null}
      </label>
      {children({
        id,
        name: frame.name,
        "aria-describedby": described || undefined,
        "aria-invalid": problem ? true : undefined,
      })}
      {frame.help ? (
        <p className="help" id={`${id}-help`}>
          {frame.help}
        </p>
      ) : null}
      {problem ? (
        <p className="error" id={`${id}-error`}>
          <Icon name="danger" className="mt-0.5 size-3.5 shrink-0" />
          {problem}
        </p>
      ) : null}
    </div>
  );
}

/** What a control inside `Labelled` must carry to belong to its label, help and error. */
export interface ControlProps {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
}

type Plain<T> = Omit<T, "name" | "id" | "value" | "defaultValue" | "className"> & { value?: string | number | null };

/** One line of text; `value` is what it holds before anything is typed. */
export function Field({
  name,
  label,
  help,
  optional,
  answer,
  id,
  value,
  ...rest
}: FieldFrame & Plain<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Labelled frame={{ name, label, help, optional, answer, id }}>
      {(control) => (
        <input type="text" {...rest} {...control} className="input" defaultValue={typedOr(answer, name, value)} />
      )}
    </Labelled>
  );
}

/** Several lines of text. */
export function TextField({
  name,
  label,
  help,
  optional,
  answer,
  id,
  value,
  ...rest
}: FieldFrame & Plain<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Labelled frame={{ name, label, help, optional, answer, id }}>
      {(control) => (
        <textarea rows={3} {...rest} {...control} className="input" defaultValue={typedOr(answer, name, value)} />
      )}
    </Labelled>
  );
}

/** An amount or price in reais; decimal comma or point, `value` already written as text. */
export function MoneyField({
  name,
  label,
  help,
  optional,
  answer,
  id,
  value,
  ...rest
}: FieldFrame & Plain<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Labelled frame={{ name, label, help, optional, answer, id }}>
      {(control) => (
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          {...rest}
          {...control}
          className="input input-money"
          defaultValue={typedOr(answer, name, value)}
        />
      )}
    </Labelled>
  );
}
