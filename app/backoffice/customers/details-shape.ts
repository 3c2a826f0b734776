import { z } from "zod";
import { ufs } from "#app/domain/customers/customer.ts";
import { problem } from "#app/http/form.ts";
import { cents, cnpj, day, email, maybe, optionalText, rowId, text, ticked } from "#app/http/shapes.ts";

/** What the form of a customer hands in. */
export const detailsShape = z.object({
  code: optionalText(40),
  cnpj: maybe(cnpj),
  legalName: text(200),
  tradeName: text(200),
  stateRegistration: optionalText(30),
  uf: maybe(z.string().refine((said) => ufs.includes(said), problem("notOffered"))),
  city: optionalText(100),
  country: optionalText(60),
  segment: optionalText(60),
  groupId: maybe(rowId),
  groupNew: optionalText(80),
  repId: maybe(rowId),
  priceTableId: maybe(rowId),
  minimumOrderCents: maybe(cents),
  creditLimitCents: maybe(cents),
  isCreditHeld: ticked,
  agreementEndsOn: maybe(day),
  email: maybe(email),
  phone: optionalText(40),
  notes: optionalText(4000),
  paymentTermsIds: z.array(rowId),
});
