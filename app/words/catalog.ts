import { inBoth } from "./locale.ts";

/** The words of the shop's catalogue. */
export const catalogWords = inBoth(
  { home: "Início", catalog: "Catálogo", search: "Busca", product: "Produto" },
  { home: "Home", catalog: "Catalogue", search: "Search", product: "Product" },
);
