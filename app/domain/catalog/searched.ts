import { isSmallWord, searchable } from "#app/domain/text.ts";

const mostWords = 6;
const isWord = (word: string): boolean => /[a-z0-9]/.test(word);

/** The words of a search as they were typed: no accents, small words only where there is nothing else. */
function typedWords(query: string): string[] {
  const all = [
    ...new Set(
      searchable(query)
        .split(/[^a-z0-9.-]+/)
        .filter(isWord),
    ),
  ];
  const saying = all.filter((word) => !isSmallWord(word));
  return (saying.length > 0 ? saying : all).slice(0, mostWords);
}

/** How a plural can stand in a product's text; whatever holds the plural holds one of these. */
function singularsOf(word: string): string[] {
  if (word.length <= 3 || !word.endsWith("s") || !/[a-z]s$/.test(word)) return [word];
  const bare = word.slice(0, -1);
  const stem = word.slice(0, -3);
  if (word.length > 4) {
    if (word.endsWith("oes")) return [`${stem}ao`, bare];
    if (/[aeou]is$/.test(word)) return [`${word.slice(0, -2)}l`, bare];
    if (/[rzs]es$/.test(word)) return [word.slice(0, -2)];
    if (word.endsWith("ns")) return [`${word.slice(0, -2)}m`, bare];
  }
  return [bare];
}

/** A measure or a code is written with and without what stands between its digits and its letters. */
function spelledApart(word: string): string[] {
  const measure = /^(\d+(?:\.\d+)?)([a-z]{1,2})$/.exec(word);
  if (measure) return [word, `${measure[1]} ${measure[2]}`, ...withComma(measure[1]!, ` ${measure[2]}`)];
  const code = /^([a-z]+)(\d+)$/.exec(word);
  if (code) return [word, `${code[1]}-${code[2]}`];
  return [word, ...withComma(word)];
}

const withComma = (number: string, unit = ""): string[] =>
  /^\d+\.\d+$/.test(number) ? [`${number.replace(".", ",")}${unit}`] : [];

/**
 * Every way in which each word of a search may stand in a product's text: the product must hold one of each. `Sabões 500ml` asks
 * for `sabao` or `saboe`, and for `500ml` or `500 ml`.
 */
export function readingsOf(query: string): string[][] {
  const words = typedWords(query).map((word) => (/\d/.test(word) ? spelledApart(word) : singularsOf(word)));
  return [...new Map(words.map((readings) => [readings[0], readings])).values()];
}

/** The words of a search as they are compared: no accents, no plural s, at most six of them. */
export const searchedWords = (query: string): string[] => readingsOf(query).map((readings) => readings[0] ?? "");

/** How a whole search would read as a code: `SER 1180` and `ser1180` both mean `ser-1180`. */
export function codesOf(query: string): string[] {
  const said = searchable(query);
  const joined = said.replace(/^([a-z]+)(\d)/, "$1-$2").replace(/\s+/g, "-");
  return [...new Set([said, joined])];
}

/** The search as it was answered: of each word the reading that stands in this product's text, with the accents it has there. */
export function answeredWith(readings: readonly (readonly string[])[], text: string): string {
  const words = text.toLowerCase().split(/\s+/);
  const plain = words.map((word) => searchable(word));
  return readings
    .map((ways) => {
      const found = ways.map((way) => words[plain.findIndex((word) => word.includes(way))]);
      return found.find((word) => word !== undefined) ?? ways[0];
    })
    .join(" ");
}
