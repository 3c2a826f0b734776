import { createContext, useContext } from "react";
import type { Locale, Words } from "#app/words/locale.ts";

const LocaleContext = createContext<Locale>("pt-BR");

/** Tells everything below in which language to speak; root.tsx sets it once. */
export const LocaleProvider = LocaleContext.Provider;

/** The language of the reader. */
export function useLocale(): Locale {
  return useContext(LocaleContext);
}

/** The words of one noun in the reader's language: `const w = useWords(cartWords)`. */
export function useWords<W>(words: Words<W>): W {
  return words[useContext(LocaleContext)];
}
