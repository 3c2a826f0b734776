import { data } from "@remix-run/node";
import { findsPlaces, placeOf } from "#app/domain/customers/places.server.ts";
import { type PlaceFinding, placeFields, postalCodeFrom } from "#app/domain/customers/postal-code.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { type Typed, typedIn } from "#app/http/form.ts";
import { holderOf } from "./doors.server.ts";
import { countTry } from "./throttle.server.ts";

const perPerson = { name: "postal-code-person", tries: 120, minutes: 10 };
const perAddress = { name: "postal-code", tries: 30, minutes: 10 };

/** Where a CEP is, for whoever asks; a stranger may ask less often, and who asks too often types by hand. */
export async function placeFor(request: Request, address: string, postalCode: string, at: Date): Promise<PlaceFinding> {
  if (!findsPlaces) return { kind: "silent" };
  const held = await holderOf(request);
  try {
    if (held) await countTry(perPerson, String(held.user.id), at);
    else await countTry(perAddress, address, at);
  } catch (refusal) {
    if (refusal instanceof Refusal) return { kind: "silent" };
    throw refusal;
  }
  return placeOf(postalCode);
}

/**
 * Answers the button "find the address" of any form with the fields of one: everything as it was typed, and what the CEP says
 * where nothing was typed yet. Null: another button was pressed, and the form can be read as ever.
 */
export async function placeAsked(request: Request, address: string, at: Date) {
  const form = await request.clone().formData();
  if (form.get("find") !== "place") return null;
  const { find: _button, ...typed } = typedIn(form);
  const postalCode = postalCodeFrom(String(typed.postalCode ?? ""));
  const finding: PlaceFinding = postalCode ? await placeFor(request, address, postalCode, at) : { kind: "unknown" };
  return data({ done: false as const, reasons: [], errors: {}, typed: filled(typed, finding), finding });
}

function filled(typed: Typed, finding: PlaceFinding): Typed {
  if (finding.kind !== "found") return typed;
  const empty = placeFields.filter((name) => String(typed[name] ?? "").trim() === "");
  return { ...typed, ...Object.fromEntries(empty.map((name) => [name, finding.place[name]])) };
}
