import { inBoth } from "./locale.ts";

/** The groups of the office's one search. */
export const findingWords = inBoth(
  { customers: "Clientes", orders: "Pedidos", products: "Produtos" },
  { customers: "Customers", orders: "Orders", products: "Products" },
);
