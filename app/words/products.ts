import { inBoth } from "./locale.ts";

/** The words of products, suppliers and stock in the office. */
export const productWords = inBoth(
  {
    products: "Produtos",
    newProduct: "Novo produto",
    suppliers: "Representadas",
    stock: "Estoque",
    product: "Produto",
  },
  { products: "Products", newProduct: "New product", suppliers: "Suppliers", stock: "Stock", product: "Product" },
);
