/** What a CEP says of an address; a small town has one CEP for all its streets, and then only city and state are known. */
export interface Place {
  street: string;
  district: string;
  city: string;
  uf: string;
}

/** What came of looking a CEP up: the place, word that there is none, or no answer anybody could use. */
export type PlaceFinding = { kind: "found"; place: Place } | { kind: "unknown" } | { kind: "silent" };

/** The fields of an address a CEP can fill. */
export const placeFields = ["street", "district", "city", "uf"] as const satisfies readonly (keyof Place)[];

/** A CEP with or without its marks, as eight digits; null when it cannot be one. */
export function postalCodeFrom(said: string): string | null {
  const plain = said.replace(/[\s.-]/g, "");
  return /^\d{8}$/.test(plain) ? plain : null;
}

/** A CEP as people read it: `01310-100`. */
export const postalCodeShown = (code: string): string => code.replace(/^(\d{5})(\d{3})$/, "$1-$2");
