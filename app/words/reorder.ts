import { counted, inBoth } from "./locale.ts";

/** The words of ordering again: what changed since. */
export const reorderWords = inBoth(
  {
    title: (number: string) => `Pedir de novo o pedido ${number}`,
    again: "Pedir de novo",
    orderedOn: (day: string) => `Pedido de ${day}`,
    unchanged: "Nada mudou desde então",
    unchangedLead: "Preços, embalagens e estoque estão como no pedido.",
    changed: (count: number) =>
      count === 1
        ? "1 produto mudou desde então"
        : `${counted(count, "produto mudou", "produtos mudaram", "pt-BR")} desde então`,
    changedLead: "Confira, ajuste as quantidades e ponha no carrinho o que quiser.",
    lines: "Produtos do pedido",
    nothingLeft: "Nenhum produto deste pedido pode ser comprado hoje.",
    toCart: "Colocar no carrinho",
    before: "No pedido",
    now: "Hoje",
    inCart: (count: string) => `já há ${count} no carrinho`,
    same: "igual ao pedido",
    rose: (was: string, now: string, percent: string) => `O preço subiu de ${was} para ${now} (${percent}).`,
    fell: (was: string, now: string, percent: string) => `O preço caiu de ${was} para ${now} (${percent}).`,
    otherSource: (was: string, now: string) => `Era “${was}”, hoje é “${now}”.`,
    otherVolume: (was: string, now: string) => `Era a faixa a partir de ${was}, hoje é a faixa a partir de ${now}.`,
    newPrice: (table: string) => `Preço novo em “${table}”.`,
    packing: (was: string, now: string) => `A embalagem mudou: eram ${was}, agora saem ${now}.`,
    short: (count: string) => `Só há ${count} em estoque.`,
    soldOut: "Está sem estoque.",
  },
  {
    title: (number) => `Order ${number} again`,
    again: "Order again",
    orderedOn: (day) => `Ordered on ${day}`,
    unchanged: "Nothing has changed since",
    unchangedLead: "Prices, packs and stock are as they were.",
    changed: (count) =>
      count === 1
        ? "1 product has changed since"
        : `${counted(count, "product has", "products have", "en")} changed since`,
    changedLead: "Look it over, set the quantities and put what you want into the cart.",
    lines: "Products of the order",
    nothingLeft: "No product of this order can be bought today.",
    toCart: "Put into the cart",
    before: "Then",
    now: "Today",
    inCart: (count) => `${count} in the cart already`,
    same: "as ordered then",
    rose: (was, now, percent) => `The price rose from ${was} to ${now} (${percent}).`,
    fell: (was, now, percent) => `The price fell from ${was} to ${now} (${percent}).`,
    otherSource: (was, now) => `It was “${was}”, today it is “${now}”.`,
    otherVolume: (was, now) => `It was the step from ${was}, today it is the step from ${now}.`,
    newPrice: (table) => `New price in “${table}”.`,
    packing: (was, now) => `The pack has changed: it was ${was}, now it is ${now}.`,
    short: (count) => `Only ${count} in stock.`,
    soldOut: "It is out of stock.",
  },
);
