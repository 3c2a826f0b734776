import { inBoth } from "./locale.ts";

/** The words of price tables and of why a price is what it is. */
export const pricingWords = inBoth(
  { priceTables: "Tabelas de preço", preview: "O que este cliente vê", priceTable: "Tabela de preço" },
  { priceTables: "Price tables", preview: "What this customer sees", priceTable: "Price table" },
);
