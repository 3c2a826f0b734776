import type { InputHTMLAttributes } from "react";
import type { RefusalCode } from "#app/domain/refusal.ts";
import { fieldProblemWords } from "#app/words/forms.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { type Answer, refusalIn } from "./answered.ts";
import { useWords } from "./words.tsx";

/** A row of a form whose fields are named `lines.0.sku`, `lines.0.quantity`…: what was typed into it, wherever it stood then. */
export interface TypedLine {
  at: number;
  sku: string;
  answer: Answer;
  /** The place it had in what was sent; null when it was not among it. */
  sentAt: number | null;
}

/** The row of a product in a form, with what came back for it. */
export function typedLineOf(answer: Answer, sku: string, at: number): TypedLine {
  const typed = refusalIn(answer)?.typed ?? {};
  const name = Object.keys(typed).find((key) => /^lines\.\d+\.sku$/.test(key) && typed[key] === sku);
  return { at, sku, answer, sentAt: name === undefined ? null : Number(name.split(".")[1]) };
}

/** What was typed into a field of the row, or null when nothing came back. */
export function typedIn({ answer, sentAt }: TypedLine, field: string): string | null {
  if (sentAt === null) return null;
  const said = refusalIn(answer)?.typed[`lines.${sentAt}.${field}`];
  return said === undefined ? "" : String(said);
}

/** A small field of a row, with its error below it; its label is for those who hear the page. */
export function LineField({
  line,
  field,
  label,
  value,
  className = "",
  ...rest
}: {
  line: TypedLine;
  field: string;
  label: string;
  value: string;
  className?: string;
} & Pick<InputHTMLAttributes<HTMLInputElement>, "inputMode" | "maxLength" | "placeholder">) {
  const problems = useWords(fieldProblemWords);
  const id = `lines.${line.at}.${field}`;
  const error = line.sentAt === null ? undefined : refusalIn(line.answer)?.errors[`lines.${line.sentAt}.${field}`];
  return (
    <>
      <input
        type="text"
        autoComplete="off"
        {...rest}
        id={id}
        name={id}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        className={`input input-sm ${className}`}
        defaultValue={typedIn(line, field) ?? value}
      />
      {error ? (
        <span className="error whitespace-normal" id={`${id}-error`}>
          {problems[error.code](error.limit ?? 0)}
        </span>
      ) : null}
    </>
  );
}

/** What stands against a row, said below it. */
export function LineRefusals({ line }: { line: TypedLine }) {
  const sentences = useWords(refusalWords);
  const reasons = (refusalIn(line.answer)?.reasons ?? []).filter(({ details }) => details.sku === line.sku);
  return reasons.map((reason) => (
    <p key={reason.code} className="error font-normal whitespace-normal">
      {sentences[reason.code as RefusalCode](reason.details)}
    </p>
  ));
}
