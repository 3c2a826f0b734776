import { inBoth } from "./locale.ts";

interface CancelledOrder {
  name: string;
  buyer: string;
  customer: string;
  number: string;
  total: string;
  reason: string;
  link: string;
}

/** The mails about an order. */
export const orderMailWords = inBoth(
  {
    cancelledSubject: (number: string, customer: string) => `${customer} cancelou o pedido ${number}`,
    cancelledText: ({ name, buyer, customer, number, total, reason, link }: CancelledOrder) =>
      `Olá, ${name}.\n\n${buyer}, de ${customer}, cancelou o pedido ${number}, de ${total}, antes da confirmação. O crédito e o estoque já estão livres.\n\nMotivo: ${reason}\n\n${link}\n`,
  },
  {
    cancelledSubject: (number, customer) => `${customer} cancelled order ${number}`,
    cancelledText: ({ name, buyer, customer, number, total, reason, link }) =>
      `Hello ${name},\n\n${buyer} of ${customer} cancelled order ${number}, worth ${total}, before it was confirmed. Credit and stock are free again.\n\nReason: ${reason}\n\n${link}\n`,
  },
);
