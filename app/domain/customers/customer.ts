import type { Cents } from "#app/domain/money.ts";
import type { Day } from "#app/domain/period.ts";
import { searchable } from "#app/domain/text.ts";

/** The states of Brazil. */
export const ufs = "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO".split(" ");

/** Everything the house writes down about a customer by hand; complete, so nothing is kept or dropped by silence. */
export interface CustomerDetails {
  /** Empty: the house gives the next one. */
  code: string | null;
  /** 14 characters as `cnpjFrom` gives them. */
  cnpj: string | null;
  legalName: string;
  tradeName: string;
  stateRegistration: string | null;
  uf: string | null;
  city: string | null;
  country: string | null;
  segment: string | null;
  groupId: number | null;
  repId: number | null;
  priceTableId: number | null;
  /** null: the company's own minimum counts. */
  minimumOrderCents: Cents | null;
  /** null: no order on account is limited. */
  creditLimitCents: Cents | null;
  isCreditHeld: boolean;
  agreementEndsOn: Day | null;
  email: string | null;
  phone: string | null;
  notes: string | null;
  /** The payment terms this customer is offered. */
  paymentTermsIds: number[];
}

/** A customer of whom nothing but the names is known yet. */
export const unknownCustomer: CustomerDetails = {
  code: null,
  cnpj: null,
  legalName: "",
  tradeName: "",
  stateRegistration: null,
  uf: null,
  city: null,
  country: null,
  segment: null,
  groupId: null,
  repId: null,
  priceTableId: null,
  minimumOrderCents: null,
  creditLimitCents: null,
  isCreditHeld: false,
  agreementEndsOn: null,
  email: null,
  phone: null,
  notes: null,
  paymentTermsIds: [],
};

/** What a rep may write of a wish: who the customer is and how to reach them; all else stays as it was. */
export const withinRepsReach = (wanted: CustomerDetails, before: CustomerDetails): CustomerDetails => ({
  ...before,
  cnpj: before.cnpj ?? wanted.cnpj,
  legalName: wanted.legalName,
  tradeName: wanted.tradeName,
  stateRegistration: wanted.stateRegistration,
  uf: wanted.uf,
  city: wanted.city,
  country: wanted.country,
  segment: wanted.segment,
  email: wanted.email,
  phone: wanted.phone,
  notes: wanted.notes,
});

/** What `customers.search_text` holds: everything a salesperson may type to find the customer. */
export const customerSearchText = (customer: {
  code: string;
  cnpj: string | null;
  legalName: string;
  tradeName: string;
  city: string | null;
}): string => searchable(customer.code, customer.cnpj, customer.tradeName, customer.legalName, customer.city);

/** A telephone number as WhatsApp's link wants it: digits with Brazil's 55 in front; null when it cannot be one. */
export function whatsAppNumber(phone: string | null): string | null {
  const digits = (phone ?? "").replace(/\D/g, "").replace(/^0+/, "");
  if (digits.length === 10 || digits.length === 11) return `55${digits}`;
  return digits.length >= 12 && digits.length <= 15 ? digits : null;
}

/** A telephone number of Brazil as people read it: `(11) 98888-7777`; anything else as it was written down. */
export function phoneShown(phone: string | null): string | null {
  const match = /^(\d{2})(\d{4,5})(\d{4})$/.exec((phone ?? "").replace(/\D/g, "").replace(/^55(?=\d{10,11}$)/, ""));
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : phone;
}
