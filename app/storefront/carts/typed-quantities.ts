import type { MouseEvent } from "react";

/** The quantities of the cart that were typed and are not kept yet. */
const typedFields = (): HTMLInputElement[] =>
  [...document.querySelectorAll<HTMLInputElement>("form input[name=quantity]")].filter(
    (field) => field.value !== field.defaultValue,
  );

/** Keeps what was typed into a line; false where the shop would not have it, and the line says why. */
async function isKept(field: HTMLInputElement): Promise<boolean> {
  const { form } = field;
  if (!form) return true;
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams([...entriesOf(form)]) });
  if (!answer.ok) form.requestSubmit();
  return answer.ok;
}

function* entriesOf(form: HTMLFormElement): Generator<[string, string]> {
  for (const [name, value] of new FormData(form)) if (typeof value === "string") yield [name, value];
}

/** On the way on from the cart, what was typed a moment ago goes along; what cannot be ordered keeps the buyer here and says so. */
export async function takeTypedAlong(event: MouseEvent<HTMLAnchorElement>): Promise<void> {
  const fields = typedFields();
  if (fields.length === 0) return;
  event.preventDefault();
  const { href } = event.currentTarget;
  const wrong = fields.find((field) => !field.checkValidity());
  if (wrong) {
    wrong.reportValidity();
    return;
  }
  for (const field of fields) if (!(await isKept(field))) return;
  window.location.assign(href);
}
