import { inBoth } from "./locale.ts";

/** Asking the rep for what a search did not find: what the form says. */
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
  },
);
