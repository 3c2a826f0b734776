import { inBoth } from "./locale.ts";

/** The words for when the shop cannot be reached. */
export const offlineWords = inBoth(
  {
    title: "Sem conexão",
    lead: "Não conseguimos chegar à loja agora. O que está no seu carrinho fica guardado do nosso lado e espera por você.",
    again: "Tentar de novo",
  },
  {
    title: "No connection",
    lead: "We cannot reach the shop right now. What is in your cart is kept on our side and waits for you.",
    again: "Try again",
  },
);
