import { inBoth } from "./locale.ts";

/** The words for when the shop cannot be reached. */
export const offlineWords = inBoth(
  {
    title: "Sem conexão",
    lead: "Não conseguimos chegar à loja agora. O que está no seu carrinho fica guardado do nosso lado e espera por você.",
    again: "Tentar de novo",
    notSent: "Nada foi enviado e nada entrou no carrinho. Tente de novo quando o sinal voltar.",
  },
  {
    title: "No connection",
    lead: "We cannot reach the shop right now. What is in your cart is kept on our side and waits for you.",
    again: "Try again",
    notSent: "Nothing was sent and nothing went into the cart. Try again when you are back online.",
  },
);
