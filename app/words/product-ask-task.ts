import { inBoth } from "./locale.ts";

/** What a rep reads when somebody asks for what the shop does not have: the task, and the mail about it. */
export const productAskTaskWords = inBoth(
  {
    subject: (wanted: string, quantity: number | null) =>
      quantity === null ? `Procura na loja: ${wanted}` : `Procura na loja: ${wanted} (${quantity})`,
    notes: (who: string, query: string, note: string | null) =>
      `${who} buscou “${query}” e não achou.${note ? `\n${note}` : ""}`,
    mailSubject: (customer: string, wanted: string) => `${customer} procura: ${wanted}`,
    mailText: (name: string, customer: string, subject: string, notes: string, link: string) =>
      `Olá, ${name}.\n\n${customer} fez um pedido pela loja.\n\n${subject}\n${notes}\n\nEstá na sua agenda:\n${link}\n`,
  },
  {
    subject: (wanted, quantity) =>
      quantity === null ? `Wanted in the shop: ${wanted}` : `Wanted in the shop: ${wanted} (${quantity})`,
    notes: (who, query, note) => `${who} searched for “${query}” and found nothing.${note ? `\n${note}` : ""}`,
    mailSubject: (customer, wanted) => `${customer} is looking for: ${wanted}`,
    mailText: (name, customer, subject, notes, link) =>
      `Hello ${name},\n\n${customer} asked for something in the shop.\n\n${subject}\n${notes}\n\nIt is in your agenda:\n${link}\n`,
  },
);
