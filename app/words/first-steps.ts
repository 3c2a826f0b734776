import { inBoth } from "./locale.ts";

/** The words of the way from an empty company to its first order. */
export const firstStepWords = inBoth(
  {
    title: "Primeiros passos",
    lead: "O que falta para a loja ficar pronta.",
    importAll: "Já tem tudo em planilhas? Importe.",
    begin: "Fazer agora",
    done: "(feito)",
    open: "(a fazer)",
    steps: {
      name: { title: "Nome e cara da empresa", lead: "O nome, a cor e o logotipo que o comprador vê." },
      products: { title: "Produtos", lead: "Cadastre um ou importe a planilha." },
      stock: {
        title: "Estoque",
        lead: "Conte o que há no depósito, ou traga a coluna “estoque” na planilha de produtos.",
      },
      prices: { title: "Preços", lead: "Crie a tabela geral e grave o preço dos produtos." },
      terms: { title: "Condições de pagamento", lead: "Por exemplo 28 dias; o comprador escolhe ao fechar o pedido." },
      customers: { title: "Clientes", lead: "Cadastre um ou importe a carteira inteira." },
      buyers: { title: "Compradores", lead: "Na ficha do cliente, em “Acesso à loja”, convide quem compra." },
    },
  },
  {
    title: "First steps",
    lead: "What is missing before the shop is ready.",
    importAll: "Do you have it all in sheets? Import them.",
    begin: "Do it now",
    done: "(done)",
    open: "(to do)",
    steps: {
      name: { title: "Name and look of the company", lead: "The name, colour and logo the buyer sees." },
      products: { title: "Products", lead: "Add one or import the sheet." },
      stock: {
        title: "Stock",
        lead: "Count what lies in the warehouse, or bring it as the column “stock” of the products sheet.",
      },
      prices: { title: "Prices", lead: "Make the general table and set the prices of the products." },
      terms: { title: "Payment terms", lead: "For example 28 days; the buyer chooses when ordering." },
      customers: { title: "Customers", lead: "Add one or import the whole portfolio." },
      buyers: { title: "Buyers", lead: "In the customer's record, under “Shop access”, invite who buys." },
    },
  },
);
