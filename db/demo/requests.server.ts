import { admit, decline } from "#app/access/admission.server.ts";
import { askForAccess, type WantedAccess } from "#app/domain/customers/access-requests.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { sql } from "#db/connection.server.ts";
import type { DemoCustomer } from "./customers.ts";
import { Clock } from "./shop.server.ts";

const daySeconds = 86_400;

interface Stranger extends Omit<WantedAccess, "email" | "message" | "complement" | "district"> {
  message?: string;
  complement?: string;
  district?: string;
  daysAgo: number;
}

/** A company that came by itself, the latest last. */
const strangers: readonly Stranger[] = [
  {
    ...{ cnpj: "45997418000153", legalName: "Distribuidora Ponto Certo S.A.", contactName: "Heitor Bastos" },
    ...{ phone: "11 97777-1020", postalCode: "01310100", street: "Avenida Paulista", number: "900" },
    ...{ complement: "Sala 41", district: "Bela Vista", city: "São Paulo", uf: "SP", daysAgo: 9 },
    message: "Revendemos para outros atacados. Vocês dão preço de distribuidor?",
  },
  {
    ...{ cnpj: "00000000E08G12", legalName: "Padaria Grão de Ouro ME", contactName: "Wagner Lopes" },
    ...{ phone: "43 98888-7777", postalCode: "86010000", street: "Rua Sergipe", number: "412" },
    ...{ district: "Centro", city: "Londrina", uf: "PR", daysAgo: 4 },
    message: "Conheci vocês pela representante da região. Compro farinha, açúcar e descartáveis toda semana.",
  },
  {
    ...{ cnpj: "12ABC34501DE35", legalName: "Mercadinho da Lagoa Ltda.", contactName: "Simone Freire" },
    ...{ phone: "19 98765-4321", postalCode: "13010111", street: "Rua Barão de Jaguara", number: "1010" },
    ...{ complement: "Loja 2", district: "Centro", city: "Campinas", uf: "SP", daysAgo: 1 },
  },
];

const emailOf = (contactName: string) => `${contactName.split(" ")[0]?.toLowerCase()}@example.com`;

async function ask(stranger: Stranger, at: Date): Promise<number> {
  const { daysAgo, message = null, complement = null, district = null, ...said } = stranger;
  const email = emailOf(said.contactName);
  const askedAt = new Clock(at).after(-daysAgo * daySeconds);
  await askForAccess({ ...said, email, message, complement, district }, askedAt);
  const [row] = await sql<{ id: number }[]>`select id from access_requests where email = ${email}`;
  return row!.id;
}

/**
 * Who asked to be let in: two companies that wait, one for too long; one that was declined; and two people of customers the house
 * has, one let in and one waiting.
 */
export async function fillRequests(manager: Scope, customers: readonly DemoCustomer[], at: Date): Promise<void> {
  const [declined, ...waiting] = strangers;
  const declinedId = await ask(declined!, at);
  const note = "Hoje vendemos só a quem revende ao consumidor.";
  await decline(manager, declinedId, note, new Clock(at).after(-8 * daySeconds));
  for (const stranger of waiting) await ask(stranger, at);
  const [first, second] = customers.filter((customer) => customer.hasAccess).slice(5);
  const letIn = await ask(colleague(first!, "Priscila Antunes", 12), at);
  await ask(colleague(second!, "Renato Sales", 2), at);
  const [row] = await sql<{ id: number }[]>`select id from customers where cnpj = ${first!.cnpj}`;
  const admission = { kind: "existing", customerId: row!.id, buyerRole: "orders" } as const;
  await admit(manager, letIn, admission, new Clock(at).after(-11 * daySeconds));
}

function colleague(customer: DemoCustomer, contactName: string, daysAgo: number): Stranger {
  const { cnpj, legalName, phone, postalCode, street, number, district, city, uf } = customer;
  const message = "Trabalho no setor de compras e preciso de um acesso próprio.";
  return { cnpj, legalName, contactName, phone, postalCode, street, number, district, city, uf, message, daysAgo };
}
