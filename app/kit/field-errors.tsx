import type { ReactNode } from "react";
import { fieldProblemWords, formWords } from "#app/words/forms.ts";
import { type Answer, refusalIn } from "./answered.ts";
import { Icon } from "./icon.tsx";
import { useWords } from "./words.tsx";

/**
 * What is wrong with the fields of a form, at its top, with a link to each. `FormErrors` adds why else nothing was done; a form that
 * can only be mistyped stands without those sentences, and its page is lighter by them.
 */
export function FieldErrors({
  answer,
  labels = {},
  idOf = (name) => name,
  children,
}: {
  answer: Answer;
  labels?: Record<string, string>;
  /** The id of a field, where it is not its name because the same form stands on the page several times. */
  idOf?: (name: string) => string;
  /** What stands before the fields, as list items. */
  children?: ReactNode;
}) {
  const words = useWords(formWords);
  const problems = useWords(fieldProblemWords);
  const refusal = refusalIn(answer);
  const errors = Object.entries(refusal?.errors ?? {});
  if (!refusal || errors.length + refusal.reasons.length === 0) return null;
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1}>
      <Icon name="danger" />
      <div>
        <p className="font-medium">{errors.length > 0 ? words.mend(errors.length) : words.notDone}</p>
        <ul>
          {children}
          {errors.map(([name, problem]) => (
            <li key={name}>
              <a className="link" href={`#${idOf(name)}`}>
                {labels[name] ? `${labels[name]}: ` : null}
                {problems[problem.code](problem.limit ?? 0)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
