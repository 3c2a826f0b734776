import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { locales } from "#app/words/locale.ts";

const nouns = readdirSync(new URL("../../app/words", import.meta.url)).filter((name) => name.endsWith(".ts"));

interface Phrase {
  path: string;
  said: string;
}

/** Stands for any value a phrase may ask for: a number, a text, or an object with any field. */
const anything: unknown = new Proxy(() => 2, {
  get: (_, key) =>
    key === Symbol.toPrimitive ? () => 2 : key === Symbol.iterator ? () => [anything][Symbol.iterator]() : anything,
  apply: () => anything,
});

/** What a phrase with gaps says of plain values; one that needs values of its own is tried where those are. */
function saidOf(phrase: (...gaps: unknown[]) => unknown): unknown {
  for (const gap of [2, "2026-11-21", anything]) {
    try {
      return phrase(...Array.from({ length: Math.max(1, phrase.length) }, () => gap));
    } catch {
      // This gap wants another kind of value.
    }
  }
  return "…";
}

/** Every phrase of one language with the way to it; a function says what it says of a few plain values. */
function phrasesIn(words: unknown, path: string): Phrase[] {
  if (typeof words === "string") return [{ path, said: words }];
  if (typeof words === "function") return phrasesIn(saidOf(words as (...gaps: unknown[]) => unknown), path);
  if (Array.isArray(words)) return words.flatMap((word, index) => phrasesIn(word, `${path}[${index}]`));
  if (words === null || typeof words !== "object") return [];
  return Object.entries(words).flatMap(([key, word]) => phrasesIn(word, `${path}.${key}`));
}

const inBothLanguages = (value: unknown): value is Record<(typeof locales)[number], unknown> =>
  value !== null && typeof value === "object" && locales.every((locale) => Object.hasOwn(value, locale));

const spoken = (
  await Promise.all(
    nouns.map(async (noun) => {
      const exported: Record<string, unknown> = await import(
        /* @vite-ignore */ new URL(`../../app/words/${noun}`, import.meta.url).href
      );
      return Object.entries(exported).flatMap(([name, value]) =>
        inBothLanguages(value) ? [{ name: `${noun} ${name}`, ...value }] : [],
      );
    }),
  )
).flat();

/** Words that are the same in both languages by right: names, codes, signs. */
const isSentence = (said: string) => said.split(" ").length >= 4 && /[a-zà-ú]{3}/i.test(said);

test("there are words to check", () => {
  expect(spoken.length).toBeGreaterThan(5);
});

test("no phrase is empty in either language", () => {
  const empty = spoken.flatMap((words) =>
    locales.flatMap((locale) =>
      phrasesIn(words[locale], `${words.name} ${locale}`).filter(({ said }) => said.trim() === ""),
    ),
  );
  expect(empty).toEqual([]);
});

test("both languages say the same things", () => {
  for (const words of spoken) {
    const paths = (locale: (typeof locales)[number]) => phrasesIn(words[locale], "").map(({ path }) => path);
    expect(paths("en").sort(), words.name).toEqual(paths("pt-BR").sort());
  }
});

test("no sentence was left in the other language", () => {
  const untranslated = spoken.flatMap((words) => {
    const english = new Map(phrasesIn(words.en, words.name).map(({ path, said }) => [path, said]));
    return phrasesIn(words["pt-BR"], words.name).filter(
      ({ path, said }) => isSentence(said) && english.get(path) === said,
    );
  });
  expect(untranslated).toEqual([]);
});
