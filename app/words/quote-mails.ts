import { inBoth } from "./locale.ts";

/** The mails of a quote: to the house when it is asked and decided, to the buyer when it is answered and about to end. */
export const quoteMailWords = inBoth(
  {
    askedSubject: (number: number, customer: string) => `Orçamento ${number} pedido por ${customer}`,
    askedText: (name: string, customer: string, buyer: string, lines: number, link: string) =>
      `Olá, ${name}.\n\n${buyer}, de ${customer}, pediu um orçamento de ${lines === 1 ? "1 produto" : `${lines} produtos`}. Responda aqui:\n\n${link}\n`,
    answeredSubject: (number: number, company: string) => `Seu orçamento ${number} de ${company} está pronto`,
    answeredText: (name: string, number: number, until: string, link: string) =>
      `Olá, ${name}.\n\nO orçamento ${number} foi respondido e vale até ${until}. Veja os preços e aceite por aqui:\n\n${link}\n`,
    endingSubject: (number: number, until: string) => `O orçamento ${number} vale só até ${until}`,
    endingText: (name: string, number: number, until: string, link: string) =>
      `Olá, ${name}.\n\nO orçamento ${number} vale até ${until}. Depois disso os preços deixam de valer. Para aceitar:\n\n${link}\n`,
    acceptedSubject: (number: number, customer: string) => `${customer} aceitou o orçamento ${number}`,
    acceptedText: (name: string, customer: string, number: number, order: string, link: string) =>
      `Olá, ${name}.\n\n${customer} aceitou o orçamento ${number}, que virou o pedido ${order}:\n\n${link}\n`,
    declinedSubject: (number: number, customer: string) => `${customer} recusou o orçamento ${number}`,
    declinedText: (name: string, customer: string, number: number, reason: string, link: string) =>
      `Olá, ${name}.\n\n${customer} recusou o orçamento ${number}${reason ? `. O motivo: ${reason}` : ", sem dizer por quê"}.\n\n${link}\n`,
  },
  {
    askedSubject: (number, customer) => `Quote ${number} asked by ${customer}`,
    askedText: (name, customer, buyer, lines, link) =>
      `Hello ${name},\n\n${buyer} of ${customer} asked for a quote of ${lines === 1 ? "1 product" : `${lines} products`}. Answer it here:\n\n${link}\n`,
    answeredSubject: (number, company) => `Your quote ${number} from ${company} is ready`,
    answeredText: (name, number, until, link) =>
      `Hello ${name},\n\nQuote ${number} has been answered and is valid until ${until}. See the prices and accept it here:\n\n${link}\n`,
    endingSubject: (number, until) => `Quote ${number} is valid only until ${until}`,
    endingText: (name, number, until, link) =>
      `Hello ${name},\n\nQuote ${number} is valid until ${until}. After that its prices no longer count. To accept it:\n\n${link}\n`,
    acceptedSubject: (number, customer) => `${customer} accepted quote ${number}`,
    acceptedText: (name, customer, number, order, link) =>
      `Hello ${name},\n\n${customer} accepted quote ${number}, which became order ${order}:\n\n${link}\n`,
    declinedSubject: (number, customer) => `${customer} declined quote ${number}`,
    declinedText: (name, customer, number, reason, link) =>
      `Hello ${name},\n\n${customer} declined quote ${number}${reason ? `. The reason: ${reason}` : " without saying why"}.\n\n${link}\n`,
  },
);
