import type { RefusalCode } from "#app/domain/refusal.ts";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import type { fieldProblemWords } from "#app/words/forms.ts";
import type { refusalWords } from "#app/words/refusals.ts";

type Sentences = (typeof refusalWords)["pt-BR"];
type Problems = (typeof fieldProblemWords)["pt-BR"];

/** What came back for one row: what was typed, whether it was ticked, and what is wrong with it. */
export interface RowAnswer {
  quantity: string | null;
  isChosen: boolean;
  problems: string[];
}

/** The answer to the whole list taken apart by product; empty when nothing was refused. */
export function rowAnswers(answer: Answer, sentences: Sentences, problems: Problems): Map<string, RowAnswer> {
  const refusal = refusalIn(answer);
  const rows = new Map<string, RowAnswer>();
  if (!refusal) return rows;
  for (const [name, sku] of Object.entries(refusal.typed)) {
    const place = /^lines\.(\d+)\.sku$/.exec(name)?.[1];
    if (place === undefined || typeof sku !== "string") continue;
    const typed = refusal.typed[`lines.${place}.quantity`];
    const error = refusal.errors[`lines.${place}.quantity`];
    const reasons = refusal.reasons.filter(({ details }) => details.sku === sku);
    rows.set(sku, {
      quantity: typeof typed === "string" ? typed : null,
      isChosen: refusal.typed[`lines.${place}.chosen`] !== undefined,
      problems: [
        ...(error ? [problems[error.code](error.limit ?? 0)] : []),
        ...reasons.map(({ code, details }) => sentences[code as RefusalCode](details)),
      ],
    });
  }
  return rows;
}
