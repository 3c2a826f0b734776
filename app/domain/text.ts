/** Text as search compares it: lower case, no accents, single spaces. */
export function searchable(...texts: (string | null | undefined)[]): string {
  return texts
    .filter(Boolean)
    .join(" ")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** Text as an address can hold it: `Higiene Pessoal` becomes `higiene-pessoal`. */
export const slugOf = (text: string): string =>
  searchable(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
