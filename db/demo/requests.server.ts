import { cnpjFrom } from "#app/domain/cnpj.ts";
import { db } from "#db/connection.server.ts";
import { accessRequests } from "#db/schema/index.ts";
import { Clock } from "./shop.server.ts";

const waiting = [
  {
    cnpj: "12ABC34501DE35",
    legalName: "Mercadinho da Lagoa Ltda.",
    contactName: "Simone Freire",
    city: "Campinas",
    uf: "SP",
    daysAgo: 1,
  },
  {
    cnpj: "00000000E08G12",
    legalName: "Padaria Grão de Ouro ME",
    contactName: "Wagner Lopes",
    city: "Londrina",
    uf: "PR",
    daysAgo: 3,
  },
] as const;

/** Two strangers who would like to buy and wait for an answer. */
export async function fillRequests(at: Date): Promise<void> {
  await db.insert(accessRequests).values(
    waiting.map(({ daysAgo, cnpj, ...one }) => ({
      ...one,
      cnpj: cnpjFrom(cnpj)!,
      email: `${one.contactName.split(" ")[0]!.toLowerCase()}@example.com`,
      phone: "11988887777",
      message: "Conheci vocês pela representante da região e gostaria de comprar pela loja.",
      requestedAt: new Clock(at).after(-daysAgo * 86_400),
      consentTextVersion: "1",
    })),
  );
}
