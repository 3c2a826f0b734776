import type { RefusalDetails } from "#app/domain/refusal.ts";
import { day, percent } from "./refusal-details.ts";

/** Why a quote cannot be answered, accepted or asked again. */
export const quoteRefusals = {
  "pt-BR": {
    quote_not_answered: () => "Este orçamento ainda não foi respondido.",
    quote_answered: () => "Este orçamento já foi respondido, e a resposta não muda mais.",
    quote_closed: () => "Este orçamento já foi encerrado e não muda mais.",
    quote_expired: (d: RefusalDetails) =>
      `Este orçamento valia até ${day(d.on)}. Peça de novo para receber os preços de hoje.`,
    quote_version_ordered: (d: RefusalDetails) => `Outra versão deste orçamento já virou o pedido ${d.number ?? ""}.`,
    quote_price_twice: (d: RefusalDetails) => `Diga o preço ou o desconto de ${d.sku ?? "cada item"}, não os dois.`,
    quote_discount_limit: (d: RefusalDetails) =>
      `O desconto de ${d.sku ?? "um item"} passa dos ${percent(d.basisPoints, "pt-BR")} que um vendedor pode dar. Peça a um gestor que responda.`,
    quote_validity: (d: RefusalDetails) => `A validade precisa ficar entre ${day(d.from)} e ${day(d.to)}.`,
  },
  en: {
    quote_not_answered: () => "This quote has not been answered yet.",
    quote_answered: () => "This quote was answered already, and the answer no longer changes.",
    quote_closed: () => "This quote is closed already and no longer changes.",
    quote_expired: (d: RefusalDetails) => `This quote was valid until ${day(d.on)}. Ask again to get today's prices.`,
    quote_version_ordered: (d: RefusalDetails) =>
      `Another version of this quote has become order ${d.number ?? ""} already.`,
    quote_price_twice: (d: RefusalDetails) => `Give the price or the discount of ${d.sku ?? "each line"}, not both.`,
    quote_discount_limit: (d: RefusalDetails) =>
      `The discount on ${d.sku ?? "a line"} is more than the ${percent(d.basisPoints, "en")} a rep may give. Have a manager answer.`,
    quote_validity: (d: RefusalDetails) => `It can be valid from ${day(d.from)} to ${day(d.to)}.`,
  },
};
