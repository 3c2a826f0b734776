import { createAccount } from "#app/access/accounts.server.ts";
import type { BuyerRole, SessionUser } from "#app/access/session.ts";
import { sql } from "#db/connection.server.ts";

let turn = 0;
const longAgo = new Date("2026-01-05T12:00:00Z");

/** The password of everybody made here. */
export const anyPassword = "uma frase qualquer";

/** A customer nobody has a sign-in for yet. */
export async function customer(given: { repId?: number; cnpj?: string; name?: string } = {}): Promise<number> {
  const code = `K${++turn}`;
  const name = given.name ?? `Mercado ${code}`;
  const [row] = await sql<{ id: number }[]>`
    insert into customers (code, cnpj, legal_name, trade_name, uf, rep_id, created_at, search_text)
    values (${code}, ${given.cnpj ?? null}, ${`${name} Ltda`}, ${name}, 'SP', ${given.repId ?? null}, ${longAgo},
      ${name.toLowerCase()}) returning id`;
  return (row as { id: number }).id;
}

/** Somebody with a sign-in; a buyer gets a customer of their own unless one is given. */
export async function person(
  role: SessionUser["role"],
  given: { email?: string; customerId?: number; buyerRole?: BuyerRole; password?: string | null } = {},
) {
  const email = given.email ?? `${role}${++turn}@gente.test`;
  const customerId = role === "buyer" ? (given.customerId ?? (await customer())) : null;
  const password = given.password === undefined ? anyPassword : given.password;
  const { id } = await createAccount(
    { email, name: `Pessoa ${turn}`, role, customerId, buyerRole: given.buyerRole ?? null, password },
    longAgo,
  );
  return { id, email, customerId };
}
