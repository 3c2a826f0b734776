import { inBoth } from "./locale.ts";

/** The words of the last pages: nothing here, closed, and something broke. */
export const failureWords = inBoth(
  {
    notFound: "Não encontramos esta página",
    notFoundLead: "O endereço mudou, ou o que estava aqui não é visível para o seu acesso.",
    forbidden: "Seu acesso não chega até aqui",
    forbiddenLead: "Se você precisa desta tela para trabalhar, peça a quem administra a loja.",
    failed: "Algo falhou do nosso lado",
    failedLead:
      "O que você fez antes está guardado. Tente de novo; se continuar, mande o código abaixo para o suporte.",
    refused: "Não deu para concluir",
    retry: "Tentar de novo",
    goHome: "Ir para o início",
    requestId: (id: string) => `Código do pedido: ${id}`,
  },
  {
    notFound: "We could not find this page",
    notFoundLead: "The address changed, or what was here is not visible to your sign-in.",
    forbidden: "Your sign-in does not reach this page",
    forbiddenLead: "If you need this screen for your work, ask whoever runs the shop.",
    failed: "Something failed on our side",
    failedLead: "What you did before is kept. Try again; if it goes on, send the code below to support.",
    refused: "This could not be done",
    retry: "Try again",
    goHome: "Go to the start",
    requestId: (id) => `Request code: ${id}`,
  },
);
