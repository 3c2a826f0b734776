import { counted, inBoth } from "./locale.ts";

/** What the office says of answering quotes. */
export const officeQuoteWords = inBoth(
  {
    lead: "O que os clientes pediram, os que esperam resposta primeiro.",
    found: (count: number) => counted(count, "orçamento", "orçamentos", "pt-BR"),
    waiting: (count: number, money: string) =>
      count === 0
        ? "nenhum espera resposta"
        : `${counted(count, "espera", "esperam", "pt-BR")} resposta: ${money} a preço de tabela`,
    search: "Número, cliente ou CNPJ",
    none: "Nenhum orçamento ainda",
    noneLead:
      "Quando um comprador pedir um orçamento do carrinho, ele aparece aqui. Você também pode pedir agindo como o cliente.",
    noneFound: "Nenhum orçamento com este filtro",
    age: "Espera",
    answerTitle: "Responder item por item",
    answerLead: (most: string | null) =>
      most === null
        ? "Diga o preço ou o desconto de cada item; vazio fica o preço de tabela. Depois de enviada, a resposta não muda mais."
        : `Diga o preço ou o desconto (até ${most}) de cada item; vazio fica o preço de tabela. Depois de enviada, a resposta não muda mais.`,
    price: "Preço",
    priceOf: (name: string) => `Preço de ${name}`,
    discount: "Desconto %",
    discountOf: (name: string) => `Desconto de ${name} em %`,
    quantityOf: (name: string) => `Quantidade de ${name}`,
    unavailable: "Não temos",
    unavailableOf: (name: string) => `Não temos ${name}`,
    note: "Recado ou substituto",
    noteOf: (name: string) => `Recado sobre ${name}`,
    stock: (count: string) => `${count} em estoque`,
    lastPaid: (price: string, day: string) => `último preço pago ${price} em ${day}`,
    neverBought: "nunca comprou",
    whole: "Vale para tudo",
    freightHelp: "0 para frete grátis.",
    validUntil: "Vale até o dia",
    note2: "Recado para o comprador",
    preview: "Calcular",
    previewed: (total: string, percent: string) => `Somaria ${total} com frete, ${percent} em relação à tabela.`,
    send: "Enviar resposta",
    answered: "Resposta enviada. O comprador recebeu um e-mail.",
    tell: "Avisar pelo WhatsApp",
    noPhone: "Sem telefone de contato no cadastro.",
    whatsApp: (buyer: string, number: number, company: string, until: string, link: string) =>
      `Olá, ${buyer}! Seu orçamento ${number} de ${company} está pronto e vale até ${until}. Veja e aceite por aqui: ${link}`,
    newVersion: "Nova versão",
    newVersionAsk:
      "Um novo orçamento com os mesmos produtos, aos preços de hoje, para você responder. Esta resposta fica como está até vencer; só uma das versões pode virar pedido.",
    copied: "Nova versão aberta. Responda os itens abaixo.",
    record: "Ficha do cliente",
    cart: "Ver o carrinho",
    recordTitle: "Orçamentos",
    seeAll: "Todos os orçamentos",
    noneOfCustomer: "Este cliente ainda não pediu orçamento.",
    waitingCount: (count: number) => counted(count, "orçamento a responder", "orçamentos a responder", "pt-BR"),
  },
  {
    lead: "What customers asked for, those that wait for an answer first.",
    found: (count) => counted(count, "quote", "quotes", "en"),
    waiting: (count, money) =>
      count === 0
        ? "none waits for an answer"
        : `${counted(count, "waits", "wait", "en")} for an answer: ${money} at the list price`,
    search: "Number, customer or CNPJ",
    none: "No quotes yet",
    noneLead:
      "When a buyer asks for a quote of their cart, it appears here. You can also ask for one acting as the customer.",
    noneFound: "No quote fits this filter",
    age: "Waiting",
    answerTitle: "Answer line by line",
    answerLead: (most) =>
      most === null
        ? "Give the price or the discount of each line; empty means the list price. Once sent, the answer no longer changes."
        : `Give the price or the discount (up to ${most}) of each line; empty means the list price. Once sent, the answer no longer changes.`,
    price: "Price",
    priceOf: (name) => `Price of ${name}`,
    discount: "Discount %",
    discountOf: (name) => `Discount on ${name} in %`,
    quantityOf: (name) => `Quantity of ${name}`,
    unavailable: "Not available",
    unavailableOf: (name) => `${name} is not available`,
    note: "Message or substitute",
    noteOf: (name) => `Message about ${name}`,
    stock: (count) => `${count} in stock`,
    lastPaid: (price, day) => `last paid ${price} on ${day}`,
    neverBought: "never bought",
    whole: "For all of it",
    freightHelp: "0 for free freight.",
    validUntil: "Valid until",
    note2: "Message to the buyer",
    preview: "Work it out",
    previewed: (total, percent) => `It would come to ${total} with freight, ${percent} against the list.`,
    send: "Send the answer",
    answered: "Answer sent. The buyer got an e-mail.",
    tell: "Tell them on WhatsApp",
    noPhone: "No telephone on record.",
    whatsApp: (buyer, number, company, until, link) =>
      `Hello ${buyer}! Your quote ${number} from ${company} is ready and valid until ${until}. See and accept it here: ${link}`,
    newVersion: "New version",
    newVersionAsk:
      "A new quote with the same products, at today's prices, for you to answer. This answer stays as it is until it expires; only one of the versions can become an order.",
    copied: "New version opened. Answer the lines below.",
    record: "Customer record",
    cart: "See the cart",
    recordTitle: "Quotes",
    seeAll: "All quotes",
    noneOfCustomer: "This customer has not asked for a quote yet.",
    waitingCount: (count) => counted(count, "quote to answer", "quotes to answer", "en"),
  },
);
