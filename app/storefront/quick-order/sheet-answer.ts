import type { Sheet } from "#app/domain/carts/quick-order.ts";
import { paths } from "#app/paths.ts";

/** A line that was typed and is not answered yet. */
export interface TypedLine {
  key: number;
  wanted: string;
  quantity: string;
}

/** The page as it stands after a question, or where to go on. */
export type SheetAnswer = { sheet: Sheet } | { goTo: string };

const mostMilliseconds = 30_000;

/** The fields a half-written list and a half-typed line stand in. */
const list = ["text", "file"];
const line = ["line.0.wanted", "line.0.quantity"];

/** The whole form; what is only half written goes along when it is meant. */
function bodyOf(form: HTMLFormElement, act: string, typed: TypedLine[]): FormData {
  const body = new FormData(form);
  for (const name of act === "read" ? line : [...line, ...list]) body.delete(name);
  typed.forEach(({ wanted, quantity }, at) => {
    body.set(`line.${at}.wanted`, wanted);
    body.set(`line.${at}.quantity`, quantity);
  });
  body.set("act", act);
  return body;
}

const isAnswer = (said: unknown): said is SheetAnswer =>
  typeof said === "object" && said !== null && ("sheet" in said || "goTo" in said);

/** Asks the shop what becomes of the page; null where no answer comes, whatever the reason, and nothing has changed then. */
export async function answerTo(form: HTMLFormElement, act: string, typed: TypedLine[]): Promise<SheetAnswer | null> {
  try {
    const signal = AbortSignal.timeout(mostMilliseconds);
    const answer = await fetch(paths.quickOrderSheet(), { method: "POST", body: bodyOf(form, act, typed), signal });
    const said: unknown = await answer.json();
    return isAnswer(said) ? said : null;
  } catch {
    return null;
  }
}
