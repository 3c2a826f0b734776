import { inBoth } from "./locale.ts";

/** Words of the customers screens. */
export const customerWords = inBoth(
  {
    customers: "Clientes",
    newCustomer: "Novo cliente",
    editCustomer: "Editar cliente",
  },
  {
    customers: "Customers",
    newCustomer: "New customer",
    editCustomer: "Edit customer",
  },
);
