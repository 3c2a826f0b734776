/** The words of a catalogue, each with how many products hold it, and all of them in one text to look parts up in. */
export interface Vocabulary {
  words: { word: string; count: number; letters: number }[];
  text: string;
}

const mostSpellings = 3;

/** Which letters a word has, a bit each: words that are near each other differ in few. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 26);
  return letters;
}

function bitsOf(value: number): number {
  let bits = 0;
  for (let left = value; left !== 0; left &= left - 1) bits++;
  return bits;
}

/** Makes the words ready to be compared. */
export function vocabularyOf(rows: readonly { word: string; count: number }[]): Vocabulary {
  const words = rows.map(({ word, count }) => ({ word, count, letters: lettersOf(word) }));
  return { words, text: words.map(({ word }) => word).join(" ") };
}

/** How many mistakes a word of this length is allowed: none in three letters, three in nine. */
export const mistakesAllowed = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3);

/**
 * Letters to add, leave out, replace or swap with their neighbour to turn one word into the other; more than `most` is only said
 * to be more (optimal string alignment, with every row cut off where all of it is past `most`).
 */
export function mistakesBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      let cost = Math.min(last[j - 1]! + (isSame ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length]!;
}

/** True where the word, or a longer one it is a part of, stands in the catalogue. */
export const isKnown = (word: string, vocabulary: Vocabulary): boolean => vocabulary.text.includes(word);

/** A word of the catalogue that may have been meant; `off` grows with the mistakes it would take. */
export interface Spelling {
  word: string;
  off: number;
}

/**
 * The words of the catalogue that were probably meant, the nearest first: by mistakes, then by whether they begin the same, then
 * by how many products hold them. What holds a digit is a code or a measure and is not guessed at.
 */
export function spellingsOf(word: string, vocabulary: Vocabulary): Spelling[] {
  const most = mistakesAllowed(word.length);
  if (most === 0 || /[^a-z]/.test(word)) return [];
  const letters = lettersOf(word);
  const near: (Spelling & { count: number })[] = [];
  for (const known of vocabulary.words) {
    if (Math.abs(known.word.length - word.length) > most || bitsOf(known.letters ^ letters) > 2 * most) continue;
    const mistakes = mistakesBetween(word, known.word, most);
    if (mistakes > most || mistakes === 0) continue;
    const { word: meant, count } = known;
    near.push({ word: meant, count, off: 2 * mistakes + (meant[0] === word[0] ? 0 : 1) });
  }
  return near
    .sort((a, b) => a.off - b.off || b.count - a.count || (a.word < b.word ? -1 : 1))
    .slice(0, mostSpellings)
    .map(({ word: meant, off }) => ({ word: meant, off }));
}

const wordsOf = (spellings: readonly Spelling[]): string[] => [...new Set(spellings.map(({ word }) => word))];

/**
 * What may have been meant by a search that found nothing, as readings to search by, the likeliest first: words that stand nowhere
 * in the catalogue are replaced by their nearest neighbours, then by all; failing that, any word may have been another. Nothing
 * where a word resembles none.
 */
export function correctionsOf(readings: readonly (readonly string[])[], vocabulary: Vocabulary): string[][][] {
  const words = readings.map((ways) => {
    const isWord = ways.every((way) => /^[a-z]{3,}$/.test(way));
    const isThere = !isWord || ways.some((way) => isKnown(way, vocabulary));
    const spellings = isWord ? ways.flatMap((way) => spellingsOf(way, vocabulary)).sort((a, b) => a.off - b.off) : [];
    const nearest = spellings.filter(({ off }) => off === spellings[0]?.off);
    return { ways: [...ways], isThere, all: wordsOf(spellings), nearest: wordsOf(nearest) };
  });
  if (words.some(({ isThere, all }) => !isThere && all.length === 0)) return [];
  const attempts = [
    words.map(({ ways, isThere, nearest }) => (isThere ? ways : nearest)),
    words.map(({ ways, isThere, all }) => (isThere ? ways : all)),
    words.map(({ ways, isThere, all }) => (isThere ? [...ways, ...all] : all)),
  ];
  const asked = new Set([JSON.stringify(readings)]);
  return attempts.filter((attempt) => {
    const said = JSON.stringify(attempt);
    return !asked.has(said) && asked.add(said);
  });
}
