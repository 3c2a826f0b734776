/** The two languages the house speaks; Portuguese comes first. */
export const locales = ["pt-BR", "en"] as const;
export type Locale = (typeof locales)[number];

/** The same words in both languages. */
export type Words<W> = Record<Locale, W>;

/** Holds the words of one noun; Portuguese is the shape and a word missing in English does not compile. */
export function inBoth<W>(ptBR: W, en: NoInfer<W>): Words<W> {
  return { "pt-BR": ptBR, en };
}

/** The words of one noun in one language, for loaders, mails and files; screens use `useWords`. */
export function wordsOf<W>(words: Words<W>, locale: Locale): W {
  return words[locale];
}

/** True when a stranger's text names one of our languages. */
export function isLocale(text: unknown): text is Locale {
  return typeof text === "string" && (locales as readonly string[]).includes(text);
}

/** "1 pedido", "3 pedidos": the counted noun with its number; both languages count the same way here. */
export function counted(count: number, one: string, many: string, locale: Locale): string {
  const said = new Intl.NumberFormat(locale).format(count);
  return `${said} ${count === 1 ? one : many}`;
}
