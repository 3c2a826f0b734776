import type { StepSource } from "#app/domain/pricing/quote.ts";
import { inBoth } from "./locale.ts";

/** The words of why a price is what it is; the same on the product, in the cart, on the order and in the office. */
export const priceChainWords = inBoth(
  {
    why: "Por que este preço",
    sources: {
      quote: (number) => `Orçamento ${number}`,
      customer: () => "Combinado com a sua empresa",
      assigned: (name) => `Sua tabela: ${name}`,
      group: (name) => `Tabela do seu grupo: ${name}`,
      uf: (name) => `Tabela do seu estado: ${name}`,
      general: (name) => name || "Tabela geral",
    } satisfies Record<StepSource, (name: string) => string> as Record<StepSource, (name: string) => string>,
    fromQuantity: (quantity: string) => `a partir de ${quantity} unidades`,
    until: (day: string) => `vale até ${day}`,
  },
  {
    why: "Why this price",
    sources: {
      quote: (number) => `Quote ${number}`,
      customer: () => "Agreed with your company",
      assigned: (name) => `Your table: ${name}`,
      group: (name) => `Your group's table: ${name}`,
      uf: (name) => `Your state's table: ${name}`,
      general: (name) => name || "General table",
    },
    fromQuantity: (quantity) => `from ${quantity} units`,
    until: (day) => `valid until ${day}`,
  },
);
