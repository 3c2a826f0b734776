import type { RefusalCode } from "#app/domain/refusal.ts";
import { fieldProblemWords, formWords } from "#app/words/forms.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { type Answer, refusalIn } from "./answered.ts";
import { Icon } from "./icon.tsx";
import { useWords } from "./words.tsx";

/** Why nothing was done, at the top of a form, with a link to each field; draws nothing when all is well. */
export function FormErrors({
  answer,
  labels = {},
  idOf = (name) => name,
}: {
  answer: Answer;
  labels?: Record<string, string>;
  /** The id of a field, where it is not its name because the same form stands on the page several times. */
  idOf?: (name: string) => string;
}) {
  const words = useWords(formWords);
  const problems = useWords(fieldProblemWords);
  const sentences = useWords(refusalWords);
  const refusal = refusalIn(answer);
  const errors = Object.entries(refusal?.errors ?? {});
  if (!refusal || errors.length + refusal.reasons.length === 0) return null;
  return (
    <div className="notice notice-bad" role="alert" tabIndex={-1}>
      <Icon name="danger" />
      <div>
        <p className="font-medium">{errors.length > 0 ? words.mend(errors.length) : words.notDone}</p>
        <ul>
          {refusal.reasons.map((reason) => (
            <li key={`${reason.code}${JSON.stringify(reason.details)}`}>
              {sentences[reason.code as RefusalCode](reason.details)}
            </li>
          ))}
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
