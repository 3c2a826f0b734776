import { cnpj as register } from "cpf-cnpj-validator";

/** A CNPJ as it is kept: 14 characters, capital letters and digits, no marks; null when its check digits are wrong. */
export function cnpjFrom(text: string): string | null {
  const plain = text.toUpperCase().replace(/[^0-9A-Z]/g, "");
  return /^[0-9A-Z]{12}\d{2}$/.test(plain) && register.isValid(plain) ? plain : null;
}

/** A CNPJ as people read it: `12.ABC.345/01DE-35`. */
export const cnpjShown = (cnpj: string): string => cnpj.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, "$1.$2.$3/$4-$5");
