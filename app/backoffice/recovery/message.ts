import type { CartStory } from "#app/domain/recovery/story.server.ts";
import type { Locale } from "#app/words/locale.ts";
import { wordsOf } from "#app/words/locale.ts";
import { formatCents } from "#app/words/numbers.ts";
import { recoveryWords } from "#app/words/recovery.ts";

/** The text a rep sends about a quiet cart, in the buyer's language: what was left, the reason met with a remedy, the way back. */
export function messageFor(story: CartStory, company: string, cartAddress: string): string {
  const locale: Locale = story.buyer.locale === "en" ? "en" : "pt-BR";
  const w = wordsOf(recoveryWords, locale).message;
  const { cart, lines, substitutes } = story;
  const short = lines.filter((line) => line.available < line.quantity).map((line) => line.name);
  const reason =
    cart.reason === "out_of_stock"
      ? w.reasons.out_of_stock((short.length > 0 ? short : lines.map((line) => line.name)).slice(0, 2).join(", "))
      : w.reasons[cart.reason];
  const others = substitutes.map((one) => one.name).slice(0, 3);
  return [
    w.hello(story.buyer.name.split(" ")[0] ?? story.buyer.name),
    w.left(company, formatCents(cart.valueCents, locale)),
    reason,
    ...(cart.reason === "out_of_stock" && others.length > 0 ? [w.substitutes(others.join(", "))] : []),
    w.link(cartAddress),
  ].join(" ");
}

/** The WhatsApp address of a Brazilian telephone with a text; null when the number cannot be one. */
export function whatsAppHref(phone: string | null, text: string): string | null {
  const digits = phone?.replace(/[^\d]/g, "").replace(/^0+/, "") ?? "";
  const international = digits.startsWith("55") && digits.length >= 12 ? digits : `55${digits}`;
  return /^55\d{10,11}$/.test(international) ? `https://wa.me/${international}?text=${encodeURIComponent(text)}` : null;
}
