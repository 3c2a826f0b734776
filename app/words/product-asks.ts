import { inBoth } from "./locale.ts";

/** Asking the rep for what a search did not find: the form, the rep's task and the mail about it. */
export const productAskWords = inBoth(
  {
    title: (rep: string | null) => (rep ? `Pergunte a ${rep}` : "Pergunte ao seu vendedor"),
    lead: "Diga o que procura. O pedido entra na agenda de quem atende vocês, e a resposta vem por fora da loja.",
    wanted: "O que você procura",
    quantity: "Quantidade",
    quantityHelp: "Se já souber.",
    note: "Observação",
    noteHelp: "Marca, tamanho, para quando.",
    send: "Enviar ao vendedor",
    sent: (rep: string | null) => (rep ? `Enviado. ${rep} já tem isto na agenda.` : "Enviado ao seu vendedor."),
    notThis: "Não é isto? Pergunte ao seu vendedor",
    subject: (wanted: string, quantity: number | null) =>
      quantity === null ? `Procura na loja: ${wanted}` : `Procura na loja: ${wanted} (${quantity})`,
    notes: (who: string, query: string, note: string | null) =>
      `${who} buscou “${query}” e não achou.${note ? `\n${note}` : ""}`,
    mailSubject: (customer: string, wanted: string) => `${customer} procura: ${wanted}`,
    mailText: (name: string, customer: string, subject: string, notes: string, link: string) =>
      `Olá, ${name}.\n\n${customer} fez um pedido pela loja.\n\n${subject}\n${notes}\n\nEstá na sua agenda:\n${link}\n`,
  },
  {
    title: (rep) => (rep ? `Ask ${rep}` : "Ask your rep"),
    lead: "Say what you are looking for. It goes into the agenda of whoever looks after you, and they come back to you.",
    wanted: "What you are looking for",
    quantity: "Quantity",
    quantityHelp: "If you know it already.",
    note: "Note",
    noteHelp: "Brand, size, by when.",
    send: "Send to the rep",
    sent: (rep) => (rep ? `Sent. ${rep} has it in the agenda.` : "Sent to your rep."),
    notThis: "Not this? Ask your rep",
    subject: (wanted, quantity) =>
      quantity === null ? `Wanted in the shop: ${wanted}` : `Wanted in the shop: ${wanted} (${quantity})`,
    notes: (who, query, note) => `${who} searched for “${query}” and found nothing.${note ? `\n${note}` : ""}`,
    mailSubject: (customer, wanted) => `${customer} is looking for: ${wanted}`,
    mailText: (name, customer, subject, notes, link) =>
      `Hello ${name},\n\n${customer} asked for something in the shop.\n\n${subject}\n${notes}\n\nIt is in your agenda:\n${link}\n`,
  },
);
