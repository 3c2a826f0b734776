import { isLocale, type Locale } from "#app/words/locale.ts";

const year = 31_536_000;

/** How the pages look: as the device says, or always light or dark. */
export type Theme = "system" | "light" | "dark";

/** How the shop's products stand: as cards, or as dense as a price sheet. */
export type ShelfView = "grid" | "list";

/** What the reader chose on this device. */
export interface Preferences {
  theme: Theme;
  locale: Locale | null;
  shelf: ShelfView;
}

/** What a cookie of ours holds, as it was sent; null when it was not. */
export function cookieIn(request: Request, name: string): string | null {
  const header = request.headers.get("cookie");
  if (!header) return null;
  for (const piece of header.split(";")) {
    const at = piece.indexOf("=");
    if (at > 0 && piece.slice(0, at).trim() === name) return piece.slice(at + 1).trim();
  }
  return null;
}

/** Reads the reader's choices; anything strange counts as no choice. */
export function preferencesOf(request: Request): Preferences {
  const theme = cookieIn(request, "theme");
  const locale = cookieIn(request, "locale");
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    locale: isLocale(locale) ? locale : null,
    shelf: cookieIn(request, "shelf") === "list" ? "list" : "grid",
  };
}

/** Has the device speak the language a person chose, unless it was told another one before. */
export function keepOwnLocale(request: Request, person: { locale: Locale | null }, answer: Response): Response {
  if (person.locale && !preferencesOf(request).locale) {
    answer.headers.append("Set-Cookie", keepPreference("locale", person.locale));
  }
  return answer;
}

/** The header that keeps one choice for a year; it holds nothing about the person. */
export function keepPreference(name: "theme" | "locale" | "shelf", value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax`;
}
