import { lookUp } from "#app/gateways/address-lookup.server.ts";
import type { PlaceFinding } from "./postal-code.ts";

const mostKept = 500;
const keptForMs = 24 * 3_600_000;
const kept = new Map<string, { finding: Promise<PlaceFinding>; askedAt: number }>();

/** Whether CEPs are looked up here at all; else every address is typed by hand. */
export const findsPlaces = lookUp !== null;

/**
 * Where a CEP is. What was found is kept for a day, the latest 500 of it; who asks for the same while it is on its way waits for
 * the one answer; no answer is kept by nobody.
 */
export async function placeOf(postalCode: string): Promise<PlaceFinding> {
  if (!lookUp) return { kind: "silent" };
  const known = kept.get(postalCode);
  if (known && performance.now() - known.askedAt < keptForMs) return known.finding;
  const finding = lookUp(postalCode);
  kept.delete(postalCode);
  kept.set(postalCode, { finding, askedAt: performance.now() });
  if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? "");
  const found = await finding;
  if (found.kind === "silent") kept.delete(postalCode);
  return found;
}
