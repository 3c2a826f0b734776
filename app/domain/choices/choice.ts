import { searchable } from "#app/domain/text.ts";

/** What a form names by name or code, because there may be thousands of it. `table-to-copy` is any price table, `price-table` one to give to customers. */
export const choiceKinds = [
  "customer",
  "rep",
  "group",
  "price-table",
  "table-to-copy",
  "supplier",
  "category",
  "tag",
  "city",
] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

/** One thing to choose, as it is offered. */
export interface Choice {
  id: number;
  /** No two of a kind share it. */
  code: string;
  name: string;
  /** What a field says where exactly this one is meant: the name, and the code where the name alone may not tell. */
  said: string;
  /** What else tells it from others: the code, the place. */
  detail: string | null;
}

/** What a form says of one field: the words typed, and the choice it had before, which stays right though it is no longer offered. */
export interface SaidChoice {
  kind: ChoiceKind;
  said: string | null;
  kept: number | null;
}

/** What a field may say at most: a name as long as a file may bring it, and its code. */
export const mostSaid = 600;

/** How many candidates a sentence names. */
export const mostCandidates = 5;

const isSame = (one: string, other: string): boolean => searchable(one) === searchable(other);

/**
 * Those that words name in full: exactly as a field says it, else by that or the code in any spelling, else by the name. One is certain,
 * several have to be asked.
 */
export function namedInFull<Row extends Choice>(said: string, rows: readonly Row[]): Row[] {
  const exact = rows.filter((row) => row.said.trim() === said.trim());
  if (exact.length > 0) return exact;
  const certain = rows.filter((row) => isSame(row.said, said) || isSame(row.code, said));
  return certain.length > 0 ? certain : rows.filter((row) => isSame(row.name, said));
}

/** The words by which a choice is looked for; what stands between a name and its code says nothing. */
export const wordsOfChoice = (said: string): string[] =>
  searchable(said)
    .split(" ")
    .filter((word) => word !== "" && word !== "·")
    .slice(0, 8);
