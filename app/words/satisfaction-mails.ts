import { inBoth } from "./locale.ts";

/** The mail that asks a buyer after a delivery, and the task an unhappy answer makes. */
export const satisfactionMailWords = inBoth(
  {
    subject: (company: string) => `Uma pergunta rápida de ${company}`,
    text: (name: string, company: string, number: string, link: string) =>
      `Olá, ${name}.\n\nO pedido ${number} foi entregue há uma semana. De 0 a 10, quanto você recomendaria ${company} a outra empresa?\n\nResponda aqui, depois de entrar com o seu acesso:\n\n${link}\n\nPerguntamos uma vez só. Se não quiser responder, ignore esta mensagem.\n`,
    task: (score: number, number: string, why: string | null) =>
      `Deu nota ${score} depois do pedido ${number}${why ? `: ${why}` : ""}`,
  },
  {
    subject: (company) => `A quick question from ${company}`,
    text: (name, company, number, link) =>
      `Hello ${name},\n\nOrder ${number} was delivered a week ago. From 0 to 10, how likely are you to recommend ${company} to another company?\n\nAnswer here, after signing in:\n\n${link}\n\nWe ask only once. If you would rather not answer, ignore this message.\n`,
    task: (score, number, why) => `Scored ${score} after order ${number}${why ? `: ${why}` : ""}`,
  },
);
