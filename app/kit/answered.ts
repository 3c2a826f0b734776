import type { FieldProblem } from "#app/words/forms.ts";

/** The part of a refused answer (`http/answer.ts`) that fields and form errors draw. */
export interface Answered {
  done: false;
  reasons: { code: string; details: Record<string, string | number | boolean | null | undefined> }[];
  errors: Record<string, FieldProblem>;
  typed: Record<string, string | string[]>;
}

/** What an action answered, as `useActionData` gives it; anything else than a refusal draws nothing. */
export type Answer = object | null | undefined;

/** The refusal inside an answer, or null when the act was done or nothing was asked yet. */
export function refusalIn(answer: Answer): Answered | null {
  return answer && "done" in answer && answer.done === false ? (answer as Answered) : null;
}

/** What was typed into a field last time, or what it held before. */
export function typedOr(answer: Answer, name: string, before: string | number | null | undefined): string | undefined {
  const typed = refusalIn(answer)?.typed[name];
  if (typed !== undefined) return Array.isArray(typed) ? typed[0] : typed;
  return before === null || before === undefined ? undefined : String(before);
}

/** The answer, when it belongs to the form with this act (and this row): several forms of a page share one answer. */
export function answerTo(answer: Answer, act: string, id?: number | null): Answer {
  const typed = refusalIn(answer)?.typed;
  if (!typed) return undefined;
  const isThisRow = id === undefined || (typed.id ?? "") === (id === null ? "" : String(id));
  return typed.act === act && isThisRow ? answer : undefined;
}

/** Why the words of a field could not be taken, where that is said by a reason and not by an error of its shape. */
export const reasonAbout = (answer: Answer, name: string) =>
  refusalIn(answer)?.reasons.find(({ code, details }) => code.startsWith("choice_") && details.field === name);
