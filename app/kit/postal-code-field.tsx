import { useRouteLoaderData } from "@remix-run/react";
import { useRef, useState } from "react";
import { type Place, type PlaceFinding, placeFields, postalCodeFrom } from "#app/domain/customers/postal-code.ts";
import { paths } from "#app/paths.ts";
import { addressWords } from "#app/words/address.ts";
import { type Answer, typedOr } from "./answered.ts";
import { Button } from "./button.tsx";
import { type FieldFrame, Labelled } from "./field.tsx";
import { useWords } from "./words.tsx";

/** What is known of the place before anything is typed: what a CEP may replace, because nobody typed it now. */
type Known = Partial<Record<keyof Place, string | null>> | null;

/** What the answer of a form says about the CEP that was looked up, where scripts do not run. */
const findingIn = (answer: Answer): PlaceFinding | null =>
  answer && "finding" in answer ? (answer.finding as PlaceFinding) : null;

async function findingOf(postalCode: string): Promise<PlaceFinding> {
  try {
    const answer = await fetch(paths.postalCode(postalCode));
    return answer.ok ? ((await answer.json()) as PlaceFinding) : { kind: "silent" };
  } catch {
    return { kind: "silent" };
  }
}

const control = (form: HTMLFormElement, name: string): HTMLInputElement | HTMLSelectElement | null => {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : null;
};

/** Writes a place into a form's fields; what somebody typed by hand stays. Gives what was written. */
function fillIn(form: HTMLFormElement, place: Place, replaceable: Known[]): Partial<Place> {
  const written: Partial<Place> = {};
  for (const name of placeFields) {
    const field = control(form, name);
    if (!field || (field.value !== "" && !replaceable.some((known) => known?.[name] === field.value))) continue;
    field.value = place[name];
    written[name] = place[name];
  }
  return written;
}

/**
 * The CEP of an address. Where the house looks CEPs up, a whole one fills the other fields of its form; without scripts a small
 * button does the same and keeps everything typed.
 */
export function PostalCodeField({
  id,
  value,
  known,
  required,
  optional,
  answer,
}: Pick<FieldFrame, "id" | "optional" | "answer"> & { value?: string | null; known?: Known; required?: boolean }) {
  const w = useWords(addressWords);
  const root = useRouteLoaderData("root") as { findsPlaces?: boolean } | undefined;
  const [finding, setFinding] = useState<PlaceFinding | "looking" | null>(findingIn(answer));
  const asked = useRef<string | null>(null);
  const filled = useRef<Known>(null);
  const input = useRef<HTMLInputElement>(null);

  async function find(field: HTMLInputElement) {
    const postalCode = root?.findsPlaces ? postalCodeFrom(field.value) : null;
    if (postalCode === asked.current) return;
    asked.current = postalCode;
    setFinding(postalCode ? "looking" : null);
    if (!postalCode) return;
    const answered = await findingOf(postalCode);
    if (asked.current !== postalCode) return;
    if (answered.kind === "silent") asked.current = null;
    setFinding(answered);
    if (answered.kind !== "found" || !field.form) return;
    filled.current = fillIn(field.form, answered.place, [filled.current, known ?? null]);
    if (document.activeElement !== field && document.activeElement?.getAttribute("name") !== "find") return;
    control(field.form, answered.place.street === "" ? "street" : "number")?.focus();
  }

  return (
    <Labelled frame={{ name: "postalCode", label: w.postalCode, id, optional, answer }}>
      {(labelled) => (
        <>
          <div className="flex gap-2">
            <input
              type="text"
              {...labelled}
              ref={input}
              className="input"
              inputMode="numeric"
              autoComplete="postal-code"
              maxLength={20}
              required={required}
              defaultValue={typedOr(answer, "postalCode", value)}
              onInput={(event) => find(event.currentTarget)}
            />
            {root?.findsPlaces ? (
              <>
                <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
                <Button
                  name="find"
                  value="place"
                  formNoValidate
                  aria-label={w.findLong}
                  onClick={(event) => {
                    event.preventDefault();
                    asked.current = null;
                    if (input.current) find(input.current);
                  }}
                >
                  {w.find}
                </Button>
              </>
            ) : null}
          </div>
          {root?.findsPlaces ? (
            <p className="help" aria-live="polite">
              {finding === null ? null : finding === "looking" ? w.looking : <Said finding={finding} />}
            </p>
          ) : null}
        </>
      )}
    </Labelled>
  );
}

function Said({ finding }: { finding: PlaceFinding }) {
  const w = useWords(addressWords);
  if (finding.kind !== "found") return w[finding.kind];
  const { street, district, city, uf } = finding.place;
  return w.found([street, district, `${city}/${uf}`].filter(Boolean).join(", "));
}
