import { inBoth } from "./locale.ts";

/** What can be wrong with one field; `limit` is the number the sentence names. */
export const fieldProblems = [
  "required",
  "invalid",
  "notANumber",
  "notWhole",
  "tooSmall",
  "tooLarge",
  "tooShort",
  "tooLong",
  "notADay",
  "notMoney",
  "notAnEmail",
  "notACnpj",
  "notAPostalCode",
  "notOffered",
  "unknownField",
  "doNotMatch",
] as const;
export type FieldProblemCode = (typeof fieldProblems)[number];

/** One thing wrong with one field, as data. */
export interface FieldProblem {
  code: FieldProblemCode;
  limit?: number;
}

type Said = Record<FieldProblemCode, (limit: number) => string>;

const ptBR: Said = {
  required: () => "Preencha este campo.",
  invalid: () => "Não entendemos o que foi digitado aqui.",
  notANumber: () => "Digite um número.",
  notWhole: () => "Digite um número inteiro.",
  tooSmall: (limit) => `Digite ${limit} ou mais.`,
  tooLarge: (limit) => `Digite no máximo ${limit}.`,
  tooShort: (limit) => `Use pelo menos ${limit} caracteres.`,
  tooLong: (limit) => `Use no máximo ${limit} caracteres.`,
  notADay: () => "Digite uma data que exista, como 21/11/2026.",
  notMoney: () => "Digite um valor em reais, como 1.234,56.",
  notAnEmail: () => "Digite um e-mail completo, como ana@loja.com.br.",
  notACnpj: () => "Este CNPJ não confere. Veja se falta algum caractere.",
  notAPostalCode: () => "Um CEP tem oito dígitos, como 01310-100.",
  notOffered: () => "Escolha uma das opções da lista.",
  unknownField: () => "O formulário trouxe um campo que não esperávamos. Recarregue a página e tente de novo.",
  doNotMatch: () => "Os dois valores não são iguais.",
};

const en: Said = {
  required: () => "Fill this in.",
  invalid: () => "We could not read what was typed here.",
  notANumber: () => "Type a number.",
  notWhole: () => "Type a whole number.",
  tooSmall: (limit) => `Type ${limit} or more.`,
  tooLarge: (limit) => `Type ${limit} at most.`,
  tooShort: (limit) => `Use at least ${limit} characters.`,
  tooLong: (limit) => `Use at most ${limit} characters.`,
  notADay: () => "Type a day that exists, such as 21/11/2026.",
  notMoney: () => "Type an amount in reais, such as 1,234.56.",
  notAnEmail: () => "Type a complete e-mail, such as ana@shop.com.",
  notACnpj: () => "This CNPJ does not check. See whether a character is missing.",
  notAPostalCode: () => "A postal code (CEP) has eight digits, such as 01310-100.",
  notOffered: () => "Choose one of the options in the list.",
  unknownField: () => "The form brought a field we did not expect. Reload the page and try again.",
  doNotMatch: () => "The two values are not the same.",
};

/** The sentences beside a field that needs mending. */
export const fieldProblemWords = inBoth(ptBR, en);

/** The words around a form. */
export const formWords = inBoth(
  {
    mend: (count: number) => (count === 1 ? "Falta acertar um campo" : `Falta acertar ${count} campos`),
    notDone: "Não deu para concluir",
  },
  {
    mend: (count) => (count === 1 ? "One field needs mending" : `${count} fields need mending`),
    notDone: "This could not be done",
  },
);
