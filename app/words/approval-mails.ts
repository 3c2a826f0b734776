import { inBoth } from "./locale.ts";

/** The mails around an approval: to who decides, to who asked, and to the rep of a customer that has nobody to decide. */
export const approvalMailWords = inBoth(
  {
    askedSubject: (requester: string, total: string) => `${requester} pede sua aprovação: pedido de ${total}`,
    askedText: (name: string, requester: string, company: string, total: string, why: string, link: string) =>
      `Olá, ${name}.\n\n${requester} montou um pedido de ${total} em ${company}, acima do próprio limite de compra.${why ? `\n\nO motivo: ${why}` : ""}\n\nVeja o carrinho aos preços de hoje e decida por este link:\n\n${link}\n\nEnquanto ninguém decide, o pedido espera.\n`,
    approvedSubject: (number: string) => `Aprovado: pedido ${number}`,
    approvedText: (name: string, approver: string, number: string, total: string, word: string, link: string) =>
      `Olá, ${name}.\n\n${approver} aprovou o seu pedido. Ele é o de número ${number}, no total de ${total}.${word ? `\n\n${approver} escreveu: ${word}` : ""}\n\n${link}\n`,
    returnedSubject: (approver: string) => `${approver} devolveu o seu pedido`,
    returnedText: (name: string, approver: string, word: string, link: string) =>
      `Olá, ${name}.\n\n${approver} não aprovou o pedido desta vez e escreveu:\n\n${word}\n\nO carrinho está com você de novo:\n\n${link}\n`,
    repSubject: (customer: string) => `${customer} está sem quem aprove pedidos`,
    repText: (name: string, buyer: string, customer: string, total: string, link: string) =>
      `Olá, ${name}.\n\n${buyer}, de ${customer}, quer fazer um pedido de ${total}, acima do próprio limite, e na empresa não há quem aprove. Você pode ajudar com o acesso deles ou fazer o pedido em nome do cliente:\n\n${link}\n`,
  },
  {
    askedSubject: (requester, total) => `${requester} asks for your approval: an order of ${total}`,
    askedText: (name, requester, company, total, why, link) =>
      `Hello ${name},\n\n${requester} has put together an order of ${total} at ${company}, above their own spending limit.${why ? `\n\nThe reason: ${why}` : ""}\n\nLook at the cart at today's prices and decide by this link:\n\n${link}\n\nUntil somebody decides, the order waits.\n`,
    approvedSubject: (number) => `Approved: order ${number}`,
    approvedText: (name, approver, number, total, word, link) =>
      `Hello ${name},\n\n${approver} approved your order. It has the number ${number} and comes to ${total}.${word ? `\n\n${approver} wrote: ${word}` : ""}\n\n${link}\n`,
    returnedSubject: (approver) => `${approver} returned your order`,
    returnedText: (name, approver, word, link) =>
      `Hello ${name},\n\n${approver} did not approve the order this time and wrote:\n\n${word}\n\nThe cart is with you again:\n\n${link}\n`,
    repSubject: (customer) => `${customer} has nobody who approves orders`,
    repText: (name, buyer, customer, total, link) =>
      `Hello ${name},\n\n${buyer} of ${customer} wants to place an order of ${total}, above their own limit, and nobody at the company can approve it. You can help with their sign-ins, or order in the customer's name:\n\n${link}\n`,
  },
);
