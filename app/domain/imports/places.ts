/** The 27 states, by their letters. */
export const ufs = new Set(
  "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO".split(" "),
);

/** A cell that may hold a state or a country, told apart: `sp` is a state, `France` a country. */
export function placeFrom(uf: string, country: string): { uf: string | null; country: string | null } {
  const state = [uf, country].map((text) => text.toUpperCase()).find((text) => ufs.has(text)) ?? null;
  const land = ufs.has(country.toUpperCase()) ? "" : country;
  return { uf: state, country: land.slice(0, 80) || null };
}

const channels: Record<string, "storefront" | "visit" | "phone"> = {
  storefront: "storefront",
  online: "storefront",
  loja: "storefront",
  site: "storefront",
  portal: "storefront",
  b2b: "storefront",
  visit: "visit",
  visita: "visit",
  phone: "phone",
  telefone: "phone",
  whatsapp: "phone",
};

/** The channel a file's word means; what it does not know is `other`. */
export const channelFrom = (word: string): "storefront" | "visit" | "phone" | "other" =>
  channels[word.trim().toLowerCase()] ?? "other";
