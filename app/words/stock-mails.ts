import { inBoth } from "./locale.ts";

/** The mail to somebody who waited for a product. */
export const stockMailWords = inBoth(
  {
    subject: (product: string, others: number) =>
      others === 0 ? `Voltou ao estoque: ${product}` : `Voltaram ao estoque: ${product} e mais ${others}`,
    text: (name: string, company: string, products: string) =>
      `Olá, ${name}.\n\nVocê pediu para ser avisado, e já dá para comprar de novo em ${company}:\n\n${products}\n\nO aviso termina aqui. Se acabar outra vez, é só pedir de novo na página do produto.\n`,
  },
  {
    subject: (product, others) =>
      others === 0 ? `Back in stock: ${product}` : `Back in stock: ${product} and ${others} more`,
    text: (name, company, products) =>
      `Hello ${name},\n\nYou asked to be told, and you can buy it again at ${company}:\n\n${products}\n\nThis notice ends here. Should it sell out once more, just ask again on the product's page.\n`,
  },
);
