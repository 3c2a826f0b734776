import { isLocale, type Locale } from "#app/words/locale.ts";
import { preferencesOf } from "./preference-cookie.ts";

/** The language of a request: the cookie the reader set, else their user's own, else what the browser asks for, else Portuguese. */
export function localeOf(request: Request, userLocale?: string | null): Locale {
  const { locale } = preferencesOf(request);
  if (locale) return locale;
  if (isLocale(userLocale)) return userLocale;
  return acceptedLocale(request.headers.get("accept-language"));
}

/** The first of our languages a browser accepts. */
export function acceptedLocale(header: string | null): Locale {
  const wishes = (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((wish) => {
      const [tag = "", ...parameters] = wish.trim().toLowerCase().split(";");
      const quality = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { tag, weight: quality ? Number(quality.trim().slice(2)) || 0 : 1 };
    })
    .sort((a, b) => b.weight - a.weight);
  for (const { tag, weight } of wishes) {
    if (weight > 0 && tag.startsWith("pt")) return "pt-BR";
    if (weight > 0 && tag.startsWith("en")) return "en";
  }
  return "pt-BR";
}
