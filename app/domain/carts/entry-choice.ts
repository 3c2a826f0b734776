import { isSmallWord, searchable } from "#app/domain/text.ts";

/** A product that may be meant, as far as a choice needs to know it. */
export interface Namesake {
  id: number;
  sku: string;
  name: string;
  supplierName: string | null;
  /** In how many orders this customer bought it. */
  bought: number;
}

/** Which product is meant, and why that is certain; those that may be meant beside it, the likeliest first. */
export interface Choice {
  certain: number | null;
  because: "name" | "usual" | null;
  candidates: number[];
}

/** How many candidates a question shows. */
export const mostCandidates = 5;

/** How often the usual product must have been bought, and how many times as often as the next. */
const usual = { least: 2, times: 3 };

const singular = (word: string): string => (word.length > 3 ? word.replace(/s$/, "") : word);

/** A text as words that can be compared: `90g` and `90 g` are the same two, small words and plurals do not count. */
export function wordsOf(text: string): string[] {
  const words = searchable(text)
    .replace(/(\d),(\d)/g, "$1.$2")
    .replace(/(\d)([a-z])/g, "$1 $2")
    .split(/[^a-z0-9.]+/)
    .map((word) => singular(word.replace(/^\.+|\.+$/g, "")))
    .filter((word) => word !== "" && !isSmallWord(word));
  return [...new Set(words)];
}

const isMeantBy = (wanted: string, word: string): boolean =>
  word === wanted || (wanted.length >= 3 && !/^\d/.test(wanted) && word.startsWith(wanted));

interface Fit {
  product: Namesake;
  /** Every word that was wanted begins a word of the product's name (2), or of its name and supplier (1). */
  whole: 0 | 1 | 2;
  /** How much of the name was said, from 0 to 1. */
  said: number;
}

function fitOf(wanted: string[], product: Namesake): Fit {
  const name = wordsOf(product.name);
  const all = [...name, ...wordsOf(product.supplierName ?? "")];
  const meant = (word: string) => wanted.some((one) => isMeantBy(one, word));
  const isIn = (words: string[]) =>
    wanted.length > 0 && wanted.every((one) => words.some((word) => isMeantBy(one, word)));
  return {
    product,
    whole: isIn(name) ? 2 : isIn(all) ? 1 : 0,
    said: name.filter(meant).length / Math.max(1, name.length),
  };
}

/**
 * Decides which product a name means. Certain is the only one that fits, the one whose whole name was said, and the one this
 * customer buys as a rule; everything else is asked, what they bought before first.
 */
export function choiceAmong(wanted: string, products: Namesake[]): Choice {
  const words = wordsOf(wanted);
  const fits = products
    .map((product) => fitOf(words, product))
    .sort(
      (a, b) =>
        b.whole - a.whole ||
        b.product.bought - a.product.bought ||
        b.said - a.said ||
        a.product.name.localeCompare(b.product.name, "pt-BR") ||
        a.product.id - b.product.id,
    );
  const whole = fits.filter((fit) => fit.whole > 0 && fit.whole === fits[0]?.whole);
  const exact = whole.filter((fit) => fit.said === 1);
  const candidates = fits.slice(0, mostCandidates).map((fit) => fit.product.id);
  const [only] = exact.length === 1 ? exact : whole.length === 1 ? whole : [];
  if (only) return { certain: only.product.id, because: "name", candidates };
  const [first, second] = whole.map((fit) => fit.product);
  const isUsual = first && first.bought >= usual.least && first.bought >= usual.times * (second?.bought ?? 0);
  return isUsual ? { certain: first.id, because: "usual", candidates } : { certain: null, because: null, candidates };
}

const least = 0.45;

const piecesOf = (word: string): Set<string> => {
  const padded = ` ${word} `;
  return new Set(Array.from({ length: Math.max(1, padded.length - 1) }, (_, at) => padded.slice(at, at + 2)));
};

/** How alike two words are, by the pairs of letters they share, from 0 to 1. */
function likeness(a: string, b: string): number {
  const [one, other] = [piecesOf(a), piecesOf(b)];
  const shared = [...one].filter((piece) => other.has(piece)).length;
  return (2 * shared) / (one.size + other.size);
}

/** The products whose words look like those that were wanted, the likest first; what resembles them too little is left out. */
export function likest<Product extends Omit<Namesake, "id">>(wanted: string, products: Product[]): Product[] {
  const words = wordsOf(wanted);
  const scored = products.map((product) => {
    const name = wordsOf(product.name);
    const best = words.map((word) => Math.max(0, ...name.map((one) => likeness(word, one))));
    return { product, score: best.reduce((sum, one) => sum + one, 0) / Math.max(1, best.length) };
  });
  return scored
    .filter(({ score }) => score >= least)
    .sort(
      (a, b) =>
        b.score - a.score || b.product.bought - a.product.bought || a.product.name.localeCompare(b.product.name),
    )
    .map(({ product }) => product);
}
