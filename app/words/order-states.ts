import { inBoth } from "./locale.ts";

/** How far an order came. */
export type OrderState = "placed" | "confirmed" | "invoiced" | "shipped" | "delivered" | "cancelled";

/** Where an order or return came from. */
export type OrderChannel = "storefront" | "visit" | "phone" | "other";

/** The states of an order. */
export const orderStateWords = inBoth<Record<OrderState, string>>(
  {
    placed: "Recebido",
    confirmed: "Confirmado",
    invoiced: "Faturado",
    shipped: "Enviado",
    delivered: "Entregue",
    cancelled: "Cancelado",
  },
  {
    placed: "Placed",
    confirmed: "Confirmed",
    invoiced: "Invoiced",
    shipped: "Shipped",
    delivered: "Delivered",
    cancelled: "Cancelled",
  },
);

/** The ways an order comes in. */
export const orderChannelWords = inBoth<Record<OrderChannel, string>>(
  { storefront: "Loja on-line", visit: "Visita", phone: "Telefone", other: "Outro" },
  { storefront: "Online shop", visit: "Visit", phone: "Phone", other: "Other" },
);
