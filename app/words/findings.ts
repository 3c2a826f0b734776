import { inBoth } from "./locale.ts";

/** The groups of the office's one search. */
export const findingWords = inBoth(
  { customers: "Clientes", orders: "Pedidos", quotes: "Orçamentos", products: "Produtos" },
  { customers: "Customers", orders: "Orders", quotes: "Quotes", products: "Products" },
);
