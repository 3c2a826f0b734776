import { commonWords } from "#app/words/everyday.ts";
import { type Locale, locales } from "#app/words/locale.ts";
import { useLocale, useWords } from "./words.tsx";

const names: Record<Locale, string> = { "pt-BR": "Português", en: "English" };

/** Portuguese or English; a form to `/preferences` (give `action`), works without script. */
export function LanguageSwitch({ action, backTo }: { action: string; backTo: string }) {
  const w = useWords(commonWords);
  const current = useLocale();
  return (
    <form method="post" action={action} className="row" aria-label={w.language}>
      <input type="hidden" name="redirectTo" value={backTo} />
      {locales.map((locale) => (
        <button
          type="submit"
          key={locale}
          lang={locale}
          name="locale"
          value={locale}
          className={locale === current ? "chip chip-on" : "chip"}
          aria-pressed={locale === current}
        >
          {names[locale]}
        </button>
      ))}
    </form>
  );
}
