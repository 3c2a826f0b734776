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

const smallWords = new Set("de da do das dos com sem e o a os as para um uma the of and with".split(" "));

/** Words that join others and say nothing of their own about a product. */
export const isSmallWord = (word: string): boolean => smallWords.has(word);
