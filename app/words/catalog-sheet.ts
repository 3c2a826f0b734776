import { inBoth } from "./locale.ts";

/** The words of a catalogue to hand on: as a PDF, and behind a link without prices. */
export const catalogSheetWords = inBoth(
  {
    title: "Catálogo",
    choice: "Seleção",
    everything: "Todos os produtos",
    howMany: "Neste catálogo",
    products: (count: string, isOne: boolean) => (isOne ? "1 produto" : `${count} produtos`),
    cut: (shown: string, total: string) =>
      `Aqui estão os primeiros ${shown} de ${total} produtos. Para ver os outros, escolha uma categoria, uma representada ou busque.`,
    nothing: "Nenhum produto nesta seleção.",
    others: "Outros",
    product: "Produto",
    sold: "Venda",
    pack: (multiple: string) => `múltiplo de ${multiple}`,
    least: (least: string) => `mínimo ${least}`,
    yourPrice: "Seu preço",
    pricesNote: (day: string) =>
      `Preços da sua empresa em ${day}, para a menor quantidade que se vende. Podem mudar; vale o preço do carrinho.`,
    bought: "já comprados",
    inStock: "em estoque",
    onPromotion: "em promoção",
    menu: "Catálogo em PDF",
    withPrices: "Com os meus preços",
    withoutPrices: "Sem preços",
    officePdf: "Catálogo em PDF, sem preços",
    file: "catalogo",
  },
  {
    title: "Catalogue",
    choice: "Selection",
    everything: "All products",
    howMany: "In this catalogue",
    products: (count, isOne) => (isOne ? "1 product" : `${count} products`),
    cut: (shown, total) =>
      `Here are the first ${shown} of ${total} products. To see the others, choose a category or a supplier, or search.`,
    nothing: "No product in this selection.",
    others: "Others",
    product: "Product",
    sold: "Sold as",
    pack: (multiple) => `in packs of ${multiple}`,
    least: (least) => `at least ${least}`,
    yourPrice: "Your price",
    pricesNote: (day) =>
      `Your company's prices on ${day}, for the smallest quantity that is sold. They may change; the cart's price counts.`,
    bought: "bought before",
    inStock: "in stock",
    onPromotion: "on promotion",
    menu: "Catalogue as PDF",
    withPrices: "With my prices",
    withoutPrices: "Without prices",
    officePdf: "Catalogue as PDF, without prices",
    file: "catalogue",
  },
);
