import type { RefusalCode } from "#app/domain/refusal.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { Notice } from "#app/kit/notice.tsx";
import { useWords } from "#app/kit/words.tsx";
import { fieldProblemWords } from "#app/words/forms.ts";
import { refusalWords } from "#app/words/refusals.ts";
import { rowAnswers } from "./row-answer.ts";

/** What stands against the list, with a link to each row; the row says it too. */
export function RefusedList({ answer, title }: { answer: Answer; title: string }) {
  const sentences = useWords(refusalWords);
  const rows = [...rowAnswers(answer, sentences, useWords(fieldProblemWords))];
  const besides = (refusalIn(answer)?.reasons ?? []).filter(
    ({ details }) => !rows.some(([sku]) => sku === details.sku),
  );
  return (
    <Notice tone="bad" title={title}>
      <ul>
        {besides.map(({ code, details }) => (
          <li key={code}>{sentences[code as RefusalCode](details)}</li>
        ))}
        {rows
          .filter(([, { problems }]) => problems.length > 0)
          .map(([sku, { problems }]) => (
            <li key={sku}>
              <a className="link" href={`#q-${sku}`}>
                {problems.some((said) => said.includes(sku)) ? null : `${sku}: `}
                {problems.join(" ")}
              </a>
            </li>
          ))}
      </ul>
    </Notice>
  );
}
