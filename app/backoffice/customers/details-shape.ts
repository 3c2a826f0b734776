import { z } from "zod";
import { type ReadForm, readForm, type Typed } from "#app/http/form.ts";
import { address, cents, cnpj, day, email, maybe, optionalText, rowId, text, ticked, uf } from "#app/http/shapes.ts";

/** What the form of a customer hands in. */
export const detailsShape = z.object({
  code: optionalText(40),
  cnpj: maybe(cnpj),
  legalName: text(200),
  tradeName: text(200),
  stateRegistration: optionalText(30),
  uf: maybe(uf),
  city: optionalText(100),
  country: optionalText(60),
  segment: optionalText(60),
  group: optionalText(200),
  groupNew: optionalText(80),
  rep: optionalText(200),
  priceTable: optionalText(200),
  minimumOrderCents: maybe(cents),
  creditLimitCents: maybe(cents),
  isCreditHeld: ticked,
  agreementEndsOn: maybe(day),
  email: maybe(email),
  phone: optionalText(40),
  notes: optionalText(4000),
  paymentTermsIds: z.array(rowId),
});

/** What the form of a new customer hands in: the same, and where the goods go to. */
export const newCustomerShape = detailsShape.extend({
  postalCode: optionalText(20),
  street: optionalText(160),
  number: optionalText(20),
  complement: optionalText(80),
  district: optionalText(80),
});

const wholeAddress = z.object(address);

/** The address out of a new customer's form; null where neither CEP nor street nor number was typed: city and state say enough. */
export function addressIn(typed: Typed): ReadForm<z.output<typeof wholeAddress>> | null {
  const said = (name: string) => String(typed[name] ?? "");
  if (!["postalCode", "street", "number"].some((name) => said(name).trim() !== "")) return null;
  const form = new FormData();
  for (const name of Object.keys(address)) form.set(name, said(name));
  return { ...readForm(form, wholeAddress), typed };
}
