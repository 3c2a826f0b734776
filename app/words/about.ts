import { inBoth } from "./locale.ts";

/** The names of the company's own texts. */
export const aboutWords = inBoth(
  { delivery: "Entrega", exchange: "Trocas e devoluções", privacy: "Dados pessoais", back: "Voltar" },
  { delivery: "Delivery", exchange: "Exchanges and returns", privacy: "Personal data", back: "Back" },
);
