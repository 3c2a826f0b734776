import { counted, inBoth } from "./locale.ts";
import type { OrderState } from "./order-states.ts";

/** The words of an order's course: what is still to come, and how a buyer takes an order back. */
export const orderCourseWords = inBoth(
  {
    willHappen: {
      placed: "Recebimento",
      confirmed: "Confirmação",
      invoiced: "Nota fiscal",
      shipped: "Envio",
      delivered: "Entrega",
      cancelled: "Cancelamento",
    } satisfies Record<OrderState, string> as Record<OrderState, string>,
    comesNext: "a seguir",
    nextMeans: {
      confirmed: "O pedido é conferido e confirmado. Até lá, ele ainda pode ser cancelado.",
      invoiced: "A mercadoria é separada e a nota fiscal sai.",
      shipped: "A mercadoria sai para entrega.",
      delivered: "A mercadoria chega no endereço do pedido.",
    } as Partial<Record<OrderState, string>>,
    invoice: "NF-e",
    seeInvoice: "Ver a nota fiscal",
    invoiceLink: "Link da nota fiscal",
    invoiceLinkHelp: "Endereço que começa com https://. O cliente abre por aqui.",
    pdf: "PDF",
    cancel: "Cancelar pedido",
    cancelTitle: (number: string) => `Cancelar o pedido ${number}`,
    cancelAsk: (number: string, lines: number, money: string) =>
      `O pedido ${number}, com ${counted(lines, "produto", "produtos", "pt-BR")} e ${money}, deixa de valer. O estoque e o limite de crédito ficam livres na hora.`,
    reason: "Por que você está cancelando?",
    reasonHelp: "Seu vendedor recebe este motivo.",
    cancelled: (number: string) => `Pedido ${number} cancelado`,
    cancelledLead: "O estoque e o limite de crédito estão livres de novo. Avisamos o seu vendedor.",
    keep: "Manter o pedido",
  },
  {
    willHappen: {
      placed: "Receipt",
      confirmed: "Confirmation",
      invoiced: "Invoice",
      shipped: "Shipping",
      delivered: "Delivery",
      cancelled: "Cancellation",
    },
    comesNext: "next",
    nextMeans: {
      confirmed: "The order is checked and confirmed. Until then it can still be cancelled.",
      invoiced: "The goods are picked and the invoice is issued.",
      shipped: "The goods leave for delivery.",
      delivered: "The goods arrive at the order's address.",
    },
    invoice: "NF-e",
    seeInvoice: "See the invoice",
    invoiceLink: "Link to the invoice",
    invoiceLinkHelp: "An address that begins with https://. The customer opens it from here.",
    pdf: "PDF",
    cancel: "Cancel order",
    cancelTitle: (number) => `Cancel order ${number}`,
    cancelAsk: (number, lines, money) =>
      `Order ${number}, with ${counted(lines, "product", "products", "en")} and ${money}, is given up. Stock and credit limit are free at once.`,
    reason: "Why are you cancelling?",
    reasonHelp: "Your rep gets this reason.",
    cancelled: (number) => `Order ${number} cancelled`,
    cancelledLead: "Stock and credit limit are free again. We told your rep.",
    keep: "Keep the order",
  },
);
