import type { ComponentProps } from "react";
import type { RefusalCode } from "#app/domain/refusal.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { refusalIn } from "./answered.ts";
import { FieldErrors } from "./field-errors.tsx";
import { useWords } from "./words.tsx";

/** Why nothing was done, at the top of a form, with a link to each field; draws nothing when all is well. */
export function FormErrors(form: Omit<ComponentProps<typeof FieldErrors>, "children">) {
  const sentences = useWords(refusalWords);
  const { labels = {}, idOf = (name) => name } = form;
  return (
    <FieldErrors {...form}>
      {refusalIn(form.answer)?.reasons.map((reason) => (
        <li key={`${reason.code}${JSON.stringify(reason.details)}`}>
          {typeof reason.details.field === "string" && labels[reason.details.field] ? (
            <a className="link" href={`#${idOf(reason.details.field)}`}>
              {labels[reason.details.field]}: {sentences[reason.code as RefusalCode](reason.details)}
            </a>
          ) : (
            sentences[reason.code as RefusalCode](reason.details)
          )}
        </li>
      ))}
    </FieldErrors>
  );
}
