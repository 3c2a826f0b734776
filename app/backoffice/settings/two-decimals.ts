import type { Locale } from "#app/words/locale.ts";

/** Hundredths (centavos, basis points) as a person types them. */
export const twoDecimals = (hundredths: number, locale: Locale): string =>
  (hundredths / 100).toFixed(2).replace(".", locale === "en" ? "." : ",");
