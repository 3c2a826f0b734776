import type { RefusalCode, RefusalDetails } from "#app/domain/refusal.ts";
import { choiceRefusals } from "./choices.ts";
import { inBoth } from "./locale.ts";
import { quoteRefusals } from "./quote-refusals.ts";
import { count, day, money, nearest, of } from "./refusal-details.ts";

type Said = Record<RefusalCode, (details: RefusalDetails) => string>;

const ptBR: Said = {
  wrong_credentials: () => "E-mail ou senha não conferem.",
  too_many_attempts: (d) =>
    `Muitas tentativas seguidas. Espere ${d.minutes ? `${d.minutes} min` : "alguns minutos"} e tente de novo.`,
  account_disabled: () => "Este acesso está desativado. Fale com a empresa.",
  wrong_code: () => "O código não confere ou já foi usado. Digite o que aparece agora.",
  wrong_password_or_code: () => "Senha ou código não conferem.",
  second_factor_required: () => "A empresa exige o segundo fator da equipe; ele não pode ser desligado.",
  link_expired: () => "Este link já foi usado ou venceu. Peça um novo.",
  password_too_short: (d) => `Use uma senha com pelo menos ${d.least ?? 10} caracteres.`,
  email_taken: (d) => `Já existe um acesso com ${d.email ?? "este e-mail"}.`,
  invalid_input: (d) => `Não entendemos o que foi enviado${of(d.field, ": ")}.`,
  not_allowed: () => "Seu acesso não permite fazer isto.",
  not_found: (d) => `Não encontramos ${d.sku ?? d.code ?? "o que você procura"}.`,
  ...choiceRefusals["pt-BR"],
  invalid_cnpj: (d) => `O CNPJ ${of(d.cnpj, "")} não confere. Veja se falta algum caractere.`.replace("  ", " "),
  cnpj_taken: () => "Já existe um cliente com este CNPJ.",
  code_taken: (d) => `O código ${of(d.code, "")} já está em uso.`.replace("  ", " "),
  no_price: (d) =>
    `${d.sku ?? "Este produto"} não tem preço para a sua empresa e por isso não é vendido. Fale com o vendedor.`,
  product_inactive: (d) => `${d.sku ?? "Este produto"} saiu de linha.`,
  quantity_invalid: () => "A quantidade precisa ser um número inteiro de 1 a 100.000.",
  below_minimum_quantity: (d) =>
    `${d.sku ?? "Este produto"} sai a partir de ${count(d.minimum, "pt-BR")} unidades.${d.missing ? ` Faltam ${count(d.missing, "pt-BR")}.` : ""}`,
  not_pack_multiple: (d) =>
    `${d.sku ?? "Este produto"} sai em múltiplos de ${count(d.multiple, "pt-BR")}.${nearest(d, "pt-BR", " O mais próximo é ", " ou ")}`,
  out_of_stock: (d) =>
    Number(d.available ?? 0) > 0
      ? `Só há ${count(d.available, "pt-BR")} de ${d.sku ?? "este produto"} em estoque.${d.missing ? ` Faltam ${count(d.missing, "pt-BR")}.` : ""}`
      : `${d.sku ?? "Este produto"} está sem estoque.${d.missing ? ` Faltam ${count(d.missing, "pt-BR")}.` : ""}`,
  cart_empty: () => "O carrinho está vazio.",
  nothing_chosen: () => "Marque ao menos um produto da lista.",
  below_minimum_order: (d) =>
    `Faltam ${money(d.missingCents, "pt-BR")} para o pedido mínimo de ${money(d.minimumCents, "pt-BR")}.`,
  below_supplier_minimum: (d) =>
    `Faltam ${money(d.missingCents, "pt-BR")} para o pedido mínimo de ${d.supplier ?? "um fornecedor"}, de ${money(d.minimumCents, "pt-BR")}.`,
  payment_terms_not_offered: () => "Esta condição de pagamento não está liberada para a sua empresa.",
  payment_terms_minimum: (d) => `Esta condição de pagamento vale a partir de ${money(d.minimumCents, "pt-BR")}.`,
  address_missing: () => "Escolha um endereço de entrega.",
  freight_not_served: (d) =>
    `Não entregamos ${d.uf ? `em ${d.uf}` : "neste endereço"}. Escolha outro endereço ou fale com o vendedor.`,
  credit_held: () => "O crédito da sua empresa está bloqueado. Fale com o vendedor.",
  credit_overdue: (d) =>
    `Há ${money(d.overdueCents, "pt-BR")} vencidos desde ${day(d.sinceOn)}. Novos pedidos a prazo esperam o pagamento. Fale com o vendedor.`,
  credit_exceeded: (d) =>
    `O pedido passa do limite de crédito em ${money(d.missingCents, "pt-BR")}.${d.leftCents === undefined ? "" : ` Há ${money(d.leftCents, "pt-BR")} disponíveis.`}`,
  over_order_limit: (d) =>
    `O pedido está ${money(d.overCents, "pt-BR")} acima do seu limite de ${money(d.limitCents, "pt-BR")} por pedido e precisa da aprovação de um colega.`,
  over_month_limit: (d) =>
    `O pedido passa em ${money(d.overCents, "pt-BR")} do que resta do seu limite deste mês (${money(d.leftCents, "pt-BR")} de ${money(d.limitCents, "pt-BR")}) e precisa da aprovação de um colega.`,
  no_approver: () => "Ninguém da sua empresa pode aprovar este pedido agora. Fale com o vendedor.",
  own_request: () => "Ninguém aprova o próprio pedido. Peça a outro colega.",
  above_own_limit: (d) =>
    `O pedido passa do seu próprio limite de ${money(d.limitCents, "pt-BR")} por pedido. Quem aprova precisa ter limite maior, ou nenhum.`,
  approval_decided: (d) =>
    d.decision === "withdrawn"
      ? `${d.by ?? "Quem pediu"} retirou este pedido de aprovação.`
      : `${d.by ?? "Um colega"} já ${d.decision === "approved" ? "aprovou" : "devolveu"} este pedido.`,
  word_missing: () => "Diga o que precisa mudar antes de devolver.",
  last_approver: () =>
    "Alguém desta empresa tem limite de compra e ficaria sem ninguém que aprove. Dê antes esse papel a outra pessoa que já entra na loja.",
  prices_changed: () => "Os preços mudaram desde que você abriu esta página. Confira os novos e confirme.",
  already_ordered: (d) => `Este carrinho já virou o pedido ${of(d.number, "")}.`.replace(" .", "."),
  views_only: () => "Seu acesso é só de consulta. Peça a um colega para comprar.",
  order_not_cancellable: () => "Este pedido já não pode ser cancelado.",
  already_answered: () => "Você já respondeu. A resposta fica como está.",
  order_under_way: () => "Já confirmamos este pedido. Para mudar ou cancelar, fale com o seu vendedor.",
  order_state: () => "O pedido já mudou de situação e não aceita mais este passo.",
  already_followed_up: () => "Este carrinho já teve contato. Um cliente é procurado uma vez só.",
  cart_already_ordered: () => "O cliente já fez o pedido. Não é preciso entrar em contato.",
  visit_already_done: () => "Esta visita já foi registrada.",
  stock_below_reserved: (d) =>
    `Há ${count(d.reserved, "pt-BR")} reservados em pedidos. O estoque não pode ficar abaixo disso.`,
  price_table_in_use: () => "Há clientes com esta tabela de preço. Mude-os antes de remover.",
  formula_circle: (d) => `A tabela ${d.code ?? ""} já é feita a partir desta. Escolha outra base.`,
  formula_too_deep: () => "No máximo três tabelas uma sobre a outra. Escolha uma base mais acima.",
  promotion_taken: () => "Já foram vendidas mais unidades do que este limite.",
  promotion_over: () => "Esta promoção já foi encerrada.",
  promotion_sold_out: () => "A promoção deste pedido já vendeu as unidades dele a outros. Devolva o dinheiro.",
  price_scope_taken: () => "Já existe uma tabela ativa para estes clientes. Desative-a antes.",
  already_decided: () => "Este pedido de acesso já foi respondido.",
  not_a_picture: () => "Este arquivo não é uma imagem PNG, JPEG ou WebP.",
  receivable_moved: () => "O título mudou desde que você abriu esta página. Confira o que está em aberto.",
  receivable_overpaid: (d) => `O valor passa do que está em aberto: ${money(d.openCents, "pt-BR")}.`,
  receivable_closed: () => "Este título já está quitado ou cancelado.",
  payment_in_future: () => "A data do pagamento ainda não chegou.",
  payment_countered: () => "Este lançamento já foi estornado.",
  day_over: () => "Este dia já passou.",
  file_unreadable: () => "Não conseguimos abrir este arquivo. Envie CSV ou Excel.",
  file_encoding: (d) => `O arquivo não está em UTF-8 nem em Windows-1252${of(d.line, ", a partir da linha ")}.`,
  file_columns_missing: (d) => `Faltam colunas no arquivo${of(d.columns, ": ")}.`,
  file_separator: () => "Não achamos o separador das colunas. Use ponto e vírgula, vírgula ou tabulação.",
  file_too_large: (d) => `O arquivo é grande demais${of(d.limit, ". O limite é ")}.`,
  file_empty: () => "O arquivo não tem nenhuma linha.",
  too_many_lines: (d) =>
    `São ${count(d.lines, "pt-BR")} linhas, e aqui cabem ${count(d.most, "pt-BR")} de cada vez. Divida a lista e envie por partes.`,
  lists_full: (d) => `Você já tem ${count(d.most, "pt-BR")} listas. Apague uma que não usa mais e tente de novo.`,
  order_unpaid: () => "Este pedido ainda não foi pago. Ele anda assim que o pagamento entrar.",
  payment_not_offered: () => "Esta forma de pagamento não está disponível agora. Escolha outra.",
  payment_freight_open: () => "O frete deste endereço é combinado depois, e por isso o pedido não pode ser pago agora.",
  payment_too_small: (d) => `O pagamento on-line começa em ${money(d.minimumCents, "pt-BR")}.`,
  payment_over: () => "O prazo para pagar este pedido acabou ou ele foi cancelado.",
  payment_done: () => "Este pedido já está pago.",
  payment_pending: () => "Há um pagamento deste pedido em análise. Espere a resposta da empresa.",
  payment_silent: () =>
    "O meio de pagamento não respondeu agora. Seu pedido está guardado e nada foi cobrado: tente de novo em instantes.",
  payment_refused: () => "O meio de pagamento não aceitou este pedido. Escolha outra forma ou fale com a empresa.",
  payment_too_often: () => "Este pedido já teve tentativas demais de pagamento. Fale com a empresa.",
  payment_settled: () => "Este pagamento já foi decidido por outra pessoa, ou assim ele não pode ser decidido.",
  list_full: (d) => `Uma lista guarda até ${count(d.most, "pt-BR")} produtos. Tire algum ou comece outra lista.`,
  ...quoteRefusals["pt-BR"],
  carts_full: (d) => `Você já guarda ${count(d.most, "pt-BR")} carrinhos. Use ou tire um deles e tente de novo.`,
};

const en: Said = {
  wrong_credentials: () => "E-mail or password do not match.",
  too_many_attempts: (d) =>
    `Too many attempts in a row. Wait ${d.minutes ? `${d.minutes} min` : "a few minutes"} and try again.`,
  account_disabled: () => "This sign-in is disabled. Talk to the company.",
  wrong_code: () => "The code does not match or was used before. Type the one shown now.",
  wrong_password_or_code: () => "Password or code do not match.",
  second_factor_required: () => "The company requires a second factor of its staff; it cannot be turned off.",
  link_expired: () => "This link was used before or has expired. Ask for a new one.",
  password_too_short: (d) => `Use a password of at least ${d.least ?? 10} characters.`,
  email_taken: (d) => `There is a sign-in with ${d.email ?? "this e-mail"} already.`,
  invalid_input: (d) => `We could not read what was sent${of(d.field, ": ")}.`,
  not_allowed: () => "Your sign-in does not allow this.",
  not_found: (d) => `We did not find ${d.sku ?? d.code ?? "what you are looking for"}.`,
  ...choiceRefusals.en,
  invalid_cnpj: (d) =>
    `The CNPJ ${of(d.cnpj, "")} does not check. See whether a character is missing.`.replace("  ", " "),
  cnpj_taken: () => "There is a customer with this CNPJ already.",
  code_taken: (d) => `The code ${of(d.code, "")} is taken.`.replace("  ", " "),
  no_price: (d) => `${d.sku ?? "This product"} has no price for your company and is not sold to it. Talk to your rep.`,
  product_inactive: (d) => `${d.sku ?? "This product"} is no longer sold.`,
  quantity_invalid: () => "The quantity must be a whole number from 1 to 100,000.",
  below_minimum_quantity: (d) =>
    `${d.sku ?? "This product"} is sold from ${count(d.minimum, "en")} units.${d.missing ? ` ${count(d.missing, "en")} more are needed.` : ""}`,
  not_pack_multiple: (d) =>
    `${d.sku ?? "This product"} is sold in multiples of ${count(d.multiple, "en")}.${nearest(d, "en", " The nearest is ", " or ")}`,
  out_of_stock: (d) =>
    Number(d.available ?? 0) > 0
      ? `There are only ${count(d.available, "en")} of ${d.sku ?? "this product"} in stock.${d.missing ? ` ${count(d.missing, "en")} are missing.` : ""}`
      : `${d.sku ?? "This product"} is out of stock.${d.missing ? ` ${count(d.missing, "en")} are missing.` : ""}`,
  cart_empty: () => "The cart is empty.",
  nothing_chosen: () => "Tick at least one product of the list.",
  below_minimum_order: (d) =>
    `${money(d.missingCents, "en")} more to reach the minimum order of ${money(d.minimumCents, "en")}.`,
  below_supplier_minimum: (d) =>
    `${money(d.missingCents, "en")} more to reach the minimum order of ${d.supplier ?? "a supplier"}, ${money(d.minimumCents, "en")}.`,
  payment_terms_not_offered: () => "These payment terms are not open to your company.",
  payment_terms_minimum: (d) => `These payment terms hold from ${money(d.minimumCents, "en")}.`,
  address_missing: () => "Choose a delivery address.",
  freight_not_served: (d) =>
    `We do not deliver to ${d.uf ? String(d.uf) : "this address"}. Choose another address or talk to your rep.`,
  credit_held: () => "Your company's credit is on hold. Talk to your rep.",
  credit_overdue: (d) =>
    `${money(d.overdueCents, "en")} are overdue since ${day(d.sinceOn)}. New orders on account wait for the payment. Talk to your rep.`,
  credit_exceeded: (d) =>
    `The order exceeds the credit limit by ${money(d.missingCents, "en")}.${d.leftCents === undefined ? "" : ` ${money(d.leftCents, "en")} are left.`}`,
  over_order_limit: (d) =>
    `The order is ${money(d.overCents, "en")} above your limit of ${money(d.limitCents, "en")} an order and needs a colleague's approval.`,
  over_month_limit: (d) =>
    `The order exceeds what is left of your limit this month (${money(d.leftCents, "en")} of ${money(d.limitCents, "en")}) by ${money(d.overCents, "en")} and needs a colleague's approval.`,
  no_approver: () => "Nobody at your company can approve this order at the moment. Talk to your rep.",
  own_request: () => "Nobody approves their own order. Ask another colleague.",
  above_own_limit: (d) =>
    `The order is above your own limit of ${money(d.limitCents, "en")} an order. Whoever approves needs a higher limit, or none.`,
  approval_decided: (d) =>
    d.decision === "withdrawn"
      ? `${d.by ?? "Whoever asked"} has taken this request back.`
      : `${d.by ?? "A colleague"} has ${d.decision === "approved" ? "approved" : "returned"} this order already.`,
  word_missing: () => "Say what should change before you return it.",
  last_approver: () =>
    "Somebody at this company has a spending limit and would be left without anybody to approve. Give that role to somebody else who signs in first.",
  prices_changed: () => "Prices changed since you opened this page. Look at the new ones and confirm.",
  already_ordered: (d) => `This cart became order ${of(d.number, "")} already.`.replace("  ", " "),
  views_only: () => "Your sign-in can look but not buy. Ask a colleague to order.",
  order_not_cancellable: () => "This order can no longer be cancelled.",
  already_answered: () => "You have answered already. The answer stays as it is.",
  order_under_way: () => "We have confirmed this order already. To change or cancel it, talk to your rep.",
  order_state: () => "The order moved on and no longer takes this step.",
  already_followed_up: () => "This cart was followed up already. A customer is contacted once only.",
  cart_already_ordered: () => "The customer has ordered. There is no need to contact them.",
  visit_already_done: () => "This visit was recorded already.",
  stock_below_reserved: (d) => `${count(d.reserved, "en")} are reserved by orders. Stock cannot go below that.`,
  price_table_in_use: () => "Customers use this price table. Move them before removing it.",
  formula_circle: (d) => `Table ${d.code ?? ""} is made of this one already. Choose another base.`,
  formula_too_deep: () => "At most three tables on top of each other. Choose a base further up.",
  promotion_taken: () => "More units than this limit were sold already.",
  promotion_over: () => "This promotion was ended already.",
  promotion_sold_out: () => "The promotion of this order sold its units to others by now. Pay the money back.",
  price_scope_taken: () => "There is an active price table for these customers already. Put it out of use first.",
  already_decided: () => "This request for access was answered already.",
  not_a_picture: () => "This file is not a PNG, JPEG or WebP picture.",
  receivable_moved: () => "The receivable changed since you opened this page. Look at what is open now.",
  receivable_overpaid: (d) => `The amount exceeds what is open: ${money(d.openCents, "en")}.`,
  receivable_closed: () => "This receivable is paid or cancelled already.",
  payment_in_future: () => "The day of the payment has not come yet.",
  payment_countered: () => "This entry has been taken back already.",
  day_over: () => "This day is over.",
  file_unreadable: () => "We could not open this file. Send CSV or Excel.",
  file_encoding: (d) => `The file is neither UTF-8 nor Windows-1252${of(d.line, ", from line ")}.`,
  file_columns_missing: (d) => `Columns are missing in the file${of(d.columns, ": ")}.`,
  file_separator: () => "We could not find the column separator. Use semicolon, comma or tab.",
  file_too_large: (d) => `The file is too large${of(d.limit, ". The limit is ")}.`,
  file_empty: () => "The file has no rows.",
  too_many_lines: (d) =>
    `There are ${count(d.lines, "en")} lines, and ${count(d.most, "en")} fit here at a time. Send the list in parts.`,
  lists_full: (d) => `You have ${count(d.most, "en")} lists already. Remove one you no longer use and try again.`,
  order_unpaid: () => "This order is not paid yet. It goes on as soon as the payment is in.",
  payment_not_offered: () => "This way of paying is not available now. Choose another.",
  payment_freight_open: () => "The freight to this address is agreed later, so the order cannot be paid now.",
  payment_too_small: (d) => `Online payment starts at ${money(d.minimumCents, "en")}.`,
  payment_over: () => "The time to pay this order is over, or it was cancelled.",
  payment_done: () => "This order is paid already.",
  payment_pending: () => "A payment of this order is being looked at. Please wait for the company's answer.",
  payment_silent: () =>
    "The payment service did not answer just now. Your order is kept and nothing was charged: try again in a moment.",
  payment_refused: () => "The payment service did not accept this order. Choose another way or talk to the company.",
  payment_too_often: () => "There were too many attempts to pay this order. Please talk to the company.",
  payment_settled: () => "Somebody has decided about this payment already, or it cannot be decided this way.",
  list_full: (d) => `A list holds up to ${count(d.most, "en")} products. Take one off or begin another list.`,
  ...quoteRefusals.en,
  carts_full: (d) => `You keep ${count(d.most, "en")} carts already. Use or remove one of them and try again.`,
};

/** The sentence of every expected no; a code without words in both languages does not compile. */
export const refusalWords = inBoth(ptBR, en);
