import { beforeAll, expect, test } from "vitest";
import { createAccount, reviseAccount } from "#app/access/accounts.server.ts";
import { keepSupplier } from "#app/domain/catalog/suppliers.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { filterChoices } from "#app/domain/customers/choices.server.ts";
import { unknownCustomer } from "#app/domain/customers/customer.ts";
import { registerCustomer, reviseCustomer } from "#app/domain/customers/customers.server.ts";
import { forgetFilterChoices } from "#app/domain/customers/kept-choices.ts";
import { tagCustomers } from "#app/domain/customers/tags.server.ts";
import { db, sql } from "#db/connection.server.ts";
import { users } from "#db/schema/index.ts";

const at = new Date("2026-06-30T15:00:00-03:00");
const everybody: Scope = { userId: 1, repId: null };

const customer = (tradeName: string, city: string) => ({
  ...unknownCustomer,
  legalName: tradeName,
  tradeName,
  city,
  uf: "SP",
});

beforeAll(async () => {
  await db.insert(users).values({ email: "m@loja.test", name: "Marta", role: "manager", createdAt: at });
});

test("What was just written down can be filtered by at once, though the choices are kept", async () => {
  expect(await filterChoices(everybody, {})).toMatchObject({ reps: [], suppliers: [], tags: [], cities: [] });

  const id = await registerCustomer(everybody, customer("Mercado Azul", "Santos"), at);
  expect((await filterChoices(everybody, {})).cities).toEqual(["Santos"]);

  await reviseCustomer(everybody, id, customer("Mercado Azul", "Campinas"), at);
  expect((await filterChoices(everybody, {})).cities).toEqual(["Campinas"]);

  await tagCustomers(everybody, [id], { tag: "feirante", isOn: true }, at);
  expect((await filterChoices(everybody, {})).tags).toEqual(["feirante"]);

  await keepSupplier(everybody, null, { code: "S1", name: "Suprema", isActive: true, minimumOrderCents: 0 }, at);
  expect((await filterChoices(everybody, {})).suppliers).toMatchObject([{ name: "Suprema" }]);

  const rep = await createAccount({ email: "bia@loja.test", name: "Bia", role: "rep" }, at);
  expect((await filterChoices(everybody, {})).reps).toEqual([{ id: rep.id, name: "Bia" }]);
  await reviseAccount(rep.id, { isDisabled: true }, { userId: 1 }, at);
  expect((await filterChoices(everybody, {})).reps).toEqual([]);
});

test("A rep is offered what occurs among their own customers", async () => {
  const rep = await createAccount({ email: "caio@loja.test", name: "Caio", role: "rep" }, at);
  const mine: Scope = { userId: rep.id, repId: rep.id };
  await registerCustomer(everybody, customer("Loja de outros", "Recife"), at);
  await registerCustomer(mine, customer("Minha loja", "Olinda"), at);
  expect(await filterChoices(mine, {})).toMatchObject({ reps: [], cities: ["Olinda"] });
  expect((await filterChoices(everybody, {})).cities).toEqual(expect.arrayContaining(["Olinda", "Recife"]));
});

test("Of a long list the first sixty are offered, and those that are chosen", async () => {
  await sql`insert into customer_groups (name) select 'Rede ' || lpad(g::text, 3, '0') from generate_series(1, 200) g`;
  const [last] = await sql<{ id: number }[]>`select id from customer_groups where name = 'Rede 200'`;
  const namesOf = async (group: number[]) => (await filterChoices(everybody, { group })).groups.map(({ name }) => name);
  forgetFilterChoices();
  const offered = await namesOf([]);
  expect([offered.length, offered[0], offered.at(-1)]).toEqual([60, "Rede 001", "Rede 060"]);
  expect((await namesOf([last?.id ?? 0])).at(-1)).toBe("Rede 200");
});
