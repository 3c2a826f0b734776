import { inBoth } from "./locale.ts";

/** What the audit trail calls the acts about online payments. */
export const paymentAuditWords = inBoth(
  {
    order_paid: "Pagamento on-line recebido",
    order_on_account: "Passou o pedido a prazo",
    order_online: "Passou o pedido para pagamento on-line",
    payment_to_decide: "Pagamento on-line a decidir",
    payment_refunded: "Pagamento on-line devolvido",
    payment_disputed: "Pagamento on-line contestado",
    payment_accepted: "Aceitou pagamento on-line",
    payment_otherwise: "Resolveu pagamento on-line",
  },
  {
    order_paid: "Online payment received",
    order_on_account: "Put the order on account",
    order_online: "Turned the order to online payment",
    payment_to_decide: "Online payment to decide",
    payment_refunded: "Online payment paid back",
    payment_disputed: "Online payment disputed",
    payment_accepted: "Accepted an online payment",
    payment_otherwise: "Settled an online payment",
  },
);
