import type { NotTaken, RejectionCode } from "#app/domain/imports/rejection.ts";
import { inBoth } from "./locale.ts";

type Sentences = Record<RejectionCode, (said: string) => string>;

const quoted = (said: string): string => (said ? ` (“${said.slice(0, 60)}”)` : "");

const reasonsInPortuguese: Sentences = {
  no_customer: () => "A linha não diz qual é o cliente.",
  no_order_number: () => "A linha não tem o número do pedido.",
  no_sku: () => "A linha não tem o código do produto.",
  no_date: () => "A linha não tem data.",
  no_name: () => "Falta o nome.",
  no_code: () => "Falta o código.",
  date_unreadable: (said) => `Não entendemos a data${quoted(said)}. Use 21/11/2026 ou 2026-11-21.`,
  date_in_future: (said) => `A data${quoted(said)} ainda não chegou.`,
  quantity_unreadable: (said) => `A quantidade${quoted(said)} não é um número inteiro.`,
  quantity_zero: () => "A quantidade é zero.",
  quantity_too_large: (said) => `A quantidade${quoted(said)} passa de 100.000.`,
  stock_too_large: (said) => `O estoque${quoted(said)} passa de 10.000.000.`,
  stock_below_reserved: (said) => `O estoque${quoted(said)} é menor do que o já reservado por pedidos.`,
  price_unreadable: (said) => `Não entendemos o preço${quoted(said)}.`,
  price_negative: (said) => `O preço${quoted(said)} é negativo.`,
  price_too_many_decimals: (said) => `O preço${quoted(said)} tem mais de quatro casas depois da vírgula.`,
  amount_unreadable: (said) => `Não entendemos o valor${quoted(said)}.`,
  column_count: (said) => `A linha tem ${said} colunas, diferente do cabeçalho.`,
  quote_not_closed: () => "A linha abre aspas e não fecha.",
  line_too_long: () => "A linha é comprida demais.",
  line_encoding: () => "A linha tem caracteres que não são da codificação do arquivo.",
  text_too_long: () => "Um dos textos da linha é comprido demais.",
  uf_unknown: (said) => `A UF${quoted(said)} não existe.`,
  cnpj_invalid: (said) => `O CNPJ${quoted(said)} não confere.`,
  cnpj_taken: (said) => `O CNPJ${quoted(said)} é de outro cliente.`,
  email_invalid: (said) => `O e-mail${quoted(said)} não está completo.`,
  unknown_customer: (said) => `Não conhecemos o cliente${quoted(said)}.`,
  unknown_product: (said) => `Não conhecemos o produto${quoted(said)}.`,
  unknown_price_table: (said) => `Não conhecemos a tabela de preço${quoted(said)}.`,
  table_or_customer: () => "A linha precisa dizer a tabela ou o cliente, e só um dos dois.",
  repeated: (said) => `Outra linha do arquivo diz outra coisa sobre o mesmo${quoted(said)}; valeu a última.`,
  order_born_here: (said) => `O pedido${quoted(said)} foi feito aqui e um arquivo não o altera.`,
  number_clash: (said) => `Dois documentos diferentes do arquivo têm o número${quoted(said)}.`,
  no_document: () => "A linha não tem o número do título.",
  no_due_day: () => "A linha não tem o vencimento.",
  paid_over_amount: () => "O valor pago passa do valor do título.",
  receivable_of_order: (said) =>
    `O título${quoted(said)} nasceu de um pedido faturado aqui: o arquivo pode dizer o que foi pago, não outro valor ou vencimento.`,
  receivable_cancelled: (said) => `O título${quoted(said)} foi cancelado aqui.`,
};

const reasonsInEnglish: Sentences = {
  no_customer: () => "The row does not say who the customer is.",
  no_order_number: () => "The row has no order number.",
  no_sku: () => "The row has no product code.",
  no_date: () => "The row has no date.",
  no_name: () => "The name is missing.",
  no_code: () => "The code is missing.",
  date_unreadable: (said) => `We could not read the date${quoted(said)}. Use 21/11/2026 or 2026-11-21.`,
  date_in_future: (said) => `The date${quoted(said)} has not come yet.`,
  quantity_unreadable: (said) => `The quantity${quoted(said)} is not a whole number.`,
  quantity_zero: () => "The quantity is zero.",
  quantity_too_large: (said) => `The quantity${quoted(said)} is over 100,000.`,
  stock_too_large: (said) => `The stock${quoted(said)} is over 10,000,000.`,
  stock_below_reserved: (said) => `The stock${quoted(said)} is less than orders have reserved.`,
  price_unreadable: (said) => `We could not read the price${quoted(said)}.`,
  price_negative: (said) => `The price${quoted(said)} is negative.`,
  price_too_many_decimals: (said) => `The price${quoted(said)} has more than four decimals.`,
  amount_unreadable: (said) => `We could not read the amount${quoted(said)}.`,
  column_count: (said) => `The row has ${said} columns, unlike the header.`,
  quote_not_closed: () => "The row opens a quote and never closes it.",
  line_too_long: () => "The row is too long.",
  line_encoding: () => "The row has characters outside the encoding of the file.",
  text_too_long: () => "One of the row's texts is too long.",
  uf_unknown: (said) => `There is no state${quoted(said)}.`,
  cnpj_invalid: (said) => `The CNPJ${quoted(said)} does not check.`,
  cnpj_taken: (said) => `The CNPJ${quoted(said)} belongs to another customer.`,
  email_invalid: (said) => `The e-mail${quoted(said)} is not complete.`,
  unknown_customer: (said) => `We do not know the customer${quoted(said)}.`,
  unknown_product: (said) => `We do not know the product${quoted(said)}.`,
  unknown_price_table: (said) => `We do not know the price table${quoted(said)}.`,
  table_or_customer: () => "The row has to name the price table or the customer, and only one of them.",
  repeated: (said) =>
    `Another row of the file says something else about the same${quoted(said)}; the last one counted.`,
  order_born_here: (said) => `The order${quoted(said)} was placed here and a file does not change it.`,
  number_clash: (said) => `Two different documents of the file have the number${quoted(said)}.`,
  no_document: () => "The row has no number of the receivable.",
  no_due_day: () => "The row has no due day.",
  paid_over_amount: () => "What was paid exceeds the amount of the receivable.",
  receivable_of_order: (said) =>
    `The receivable${quoted(said)} comes from an order invoiced here: a file may say what was paid, not another amount or due day.`,
  receivable_cancelled: (said) => `The receivable${quoted(said)} was cancelled here.`,
};

/** Why a row was rejected, as a sentence, and the headers of the file that says so; what the import's domain asks for. */
export const rejectionWords = inBoth(
  {
    line: "linha",
    reason: "motivo",
    sentence: (why: NotTaken) => reasonsInPortuguese[why.code](why.said ?? ""),
  },
  { line: "line", reason: "reason", sentence: (why) => reasonsInEnglish[why.code](why.said ?? "") },
);
