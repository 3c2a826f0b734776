import type { CallScript } from "#app/domain/replenishment/call-script.server.ts";
import { isLocale, wordsOf } from "#app/words/locale.ts";
import { formatCents, formatNumber, formatUnitPrice } from "#app/words/numbers.ts";
import { replenishmentWords } from "#app/words/replenishment.ts";

const mostLines = 12;

/** The text a rep sends about what is due, in the reader's language; empty when nothing is. */
export function scriptText({ list, partner }: CallScript, company: string, address: string): string {
  const locale = isLocale(partner.locale) ? partner.locale : "pt-BR";
  const w = wordsOf(replenishmentWords, locale).script;
  if (list.due.length === 0) return "";
  const said = list.due.slice(0, mostLines);
  const rest = list.dueCount - said.length;
  return [
    `${w.hello(partner.name.split(" ")[0] ?? partner.name)} ${w.company(company)} ${w.due}`,
    ...said.map(({ quantity, unit, name, unitPriceE4 }) =>
      w.line(formatNumber(quantity, locale), unit, name, formatUnitPrice(unitPriceE4, locale)),
    ),
    ...(rest > 0 ? [w.more(rest)] : []),
    `${w.total(formatCents(list.dueCents, locale))} ${w.link(address)}`,
  ].join("\n");
}
