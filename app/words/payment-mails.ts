import { inBoth } from "./locale.ts";

/** The mails about paying an order online. */
export const paymentMailWords = inBoth(
  {
    paidSubject: (number: string) => `Pagamento recebido: pedido ${number}`,
    paidText: (name: string, company: string, number: string, money: string, link: string) =>
      `Olá, ${name}.\n\nRecebemos o pagamento de ${money} do pedido ${number}. ${company} já pode prepará-lo.\n\n${link}\n`,
    failedSubject: (number: string) => `O pagamento não entrou: pedido ${number}`,
    failedText: (name: string, company: string, number: string, money: string, link: string) =>
      `Olá, ${name}.\n\nO pagamento de ${money} do pedido ${number} em ${company} não foi confirmado. O pedido ainda está guardado por um tempo: dá para pagar de novo, de outra forma se preferir.\n\n${link}\n`,
    expiredSubject: (number: string) => `Pedido ${number} cancelado por falta de pagamento`,
    expiredText: (name: string, company: string, number: string, money: string, link: string) =>
      `Olá, ${name}.\n\nO prazo para pagar ${money} do pedido ${number} em ${company} acabou e o estoque foi liberado. Se ainda quiser os produtos, peça de novo por aqui:\n\n${link}\n`,
  },
  {
    paidSubject: (number) => `Payment received: order ${number}`,
    paidText: (name, company, number, money, link) =>
      `Hello ${name},\n\nWe received ${money} for order ${number}. ${company} can prepare it now.\n\n${link}\n`,
    failedSubject: (number) => `The payment did not come in: order ${number}`,
    failedText: (name, company, number, money, link) =>
      `Hello ${name},\n\nThe payment of ${money} for order ${number} at ${company} was not confirmed. The order is kept for a while: you can pay again, another way if you like.\n\n${link}\n`,
    expiredSubject: (number) => `Order ${number} cancelled, as it was not paid`,
    expiredText: (name, company, number, money, link) =>
      `Hello ${name},\n\nThe time to pay ${money} for order ${number} at ${company} is over and its goods are free again. If you still want them, order again here:\n\n${link}\n`,
  },
);
