import { Kept } from "#app/domain/kept.ts";
import type { FilterChoices } from "./choices.server.ts";

// Every list of the office begins with these; what another process changed is seen within this time.
const limits = { freshMs: 3_000, usableMs: 3_000 };
const kept = new Map<number | null, Kept<FilterChoices>>();

/** What the filters offer to a rep (null: to those who see everybody), read anew every three seconds at most. */
export function keptChoices(repId: number | null, read: () => Promise<FilterChoices>): Promise<FilterChoices> {
  const known = kept.get(repId) ?? new Kept(read, limits);
  kept.set(repId, known);
  return known.now();
}

/** Reads the filters' choices anew at the next question; called when customers, tags, suppliers or reps change. */
export const forgetFilterChoices = (): void => kept.clear();
