import { expect, test } from "vitest";
import { assignmentsOf, assignRep } from "#app/domain/customers/assignments.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { unknownCustomer } from "#app/domain/customers/customer.ts";
import {
  customerOf,
  detailsOf,
  grantAccess,
  registerCustomer,
  reviseCustomer,
} from "#app/domain/customers/customers.server.ts";
import { tagCustomers, tagsOf } from "#app/domain/customers/tags.server.ts";
import { db, sql } from "#db/connection.server.ts";
import { users } from "#db/schema/index.ts";

const at = new Date("2026-03-10T12:00:00-03:00");
const later = new Date("2026-04-10T12:00:00-03:00");

async function person(name: string, role: "rep" | "manager"): Promise<Scope> {
  const email = `${name.toLowerCase()}.${Math.random()}@loja.test`;
  const [row] = await db.insert(users).values({ email, name, role, createdAt: at }).returning({ id: users.id });
  return { userId: row!.id, repId: role === "rep" ? row!.id : null };
}

const shop = (tradeName: string, cnpj: string | null = null) => ({
  ...unknownCustomer,
  tradeName,
  legalName: `${tradeName} Ltda`,
  cnpj,
});

test("a new customer gets the next code and is found by accent-free words", async () => {
  const manager = await person("Marta", "manager");
  const first = await registerCustomer(manager, { ...shop("Empório São João"), code: "00041" }, at);
  const second = await registerCustomer(manager, { ...shop("Mercado Açaí"), city: "Belém" }, at);
  expect((await customerOf(manager, first)).code).toBe("00041");
  const made = await customerOf(manager, second);
  expect(made.code).toBe("00042");
  expect(made.searchText).toBe("00042 mercado acai mercado acai ltda belem");
});

test("a CNPJ with letters is kept once: the second customer that bears it is refused and named", async () => {
  const manager = await person("Marta", "manager");
  const first = await registerCustomer(manager, shop("Primeira", "12ABC34501DE35"), at);
  await expect(registerCustomer(manager, shop("Segunda", "12ABC34501DE35"), at)).rejects.toMatchObject({
    code: "cnpj_taken",
    details: { customerId: first, name: "Primeira" },
  });
});

test("a rep who types another rep's CNPJ learns that it is taken, not by whom", async () => {
  const manager = await person("Marta", "manager");
  const ana = await person("Ana", "rep");
  const bruno = await person("Bruno", "rep");
  await registerCustomer(manager, { ...shop("De Bruno", "00000000E08G12"), repId: bruno.repId }, at);
  await expect(registerCustomer(ana, shop("Cópia", "00000000E08G12"), at)).rejects.toMatchObject({
    code: "cnpj_taken",
    details: {},
  });
});

test("another rep's customer does not exist for a rep, to read or to change", async () => {
  const manager = await person("Marta", "manager");
  const ana = await person("Ana", "rep");
  const bruno = await person("Bruno", "rep");
  const id = await registerCustomer(manager, { ...shop("De Bruno"), repId: bruno.repId }, at);
  const details = await detailsOf(await customerOf(bruno, id));
  await expect(customerOf(ana, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(reviseCustomer(ana, id, { ...details, notes: "meu" }, at)).rejects.toMatchObject({ code: "not_found" });
  expect(await tagCustomers(ana, [id], { tag: "vip", isOn: true }, at)).toBe(0);
  expect(await grantAccess(ana, [id], true, at)).toBe(0);
});

test("a change of details leaves before and after of only what changed in the audit trail", async () => {
  const manager = await person("Marta", "manager");
  const id = await registerCustomer(manager, shop("Loja Azul"), at);
  const details = await detailsOf(await customerOf(manager, id));
  await reviseCustomer(manager, id, { ...details, phone: "11 98888-7777", creditLimitCents: 500_000 }, later);
  const trail =
    await sql`select before, after from audit_entries where customer_id = ${id} and action = 'customer_revised'`;
  expect(trail).toEqual([
    {
      before: { phone: null, creditLimitCents: null },
      after: { phone: "11 98888-7777", creditLimitCents: 500_000 },
    },
  ]);
  await reviseCustomer(manager, id, await detailsOf(await customerOf(manager, id)), later);
  expect(await sql`select 1 from audit_entries where customer_id = ${id}`).toHaveLength(2);
});

test("a rep changes how to reach a customer but neither terms nor prices nor credit", async () => {
  const manager = await person("Marta", "manager");
  const ana = await person("Ana", "rep");
  const bruno = await person("Bruno", "rep");
  const id = await registerCustomer(manager, { ...shop("Loja"), repId: ana.repId, creditLimitCents: 100_00 }, at);
  const details = await detailsOf(await customerOf(ana, id));
  await reviseCustomer(
    ana,
    id,
    { ...details, phone: "21 3333-4444", creditLimitCents: 900_000_00, repId: bruno.repId, code: "X1" },
    later,
  );
  const kept = await customerOf(ana, id);
  expect([kept.phone, kept.creditLimitCents, kept.repId, kept.code]).toEqual([
    "21 3333-4444",
    100_00,
    ana.repId,
    details.code,
  ]);
});

test("a transfer keeps who looked after the customer before, and moves only those who really move", async () => {
  const manager = await person("Marta", "manager");
  const ana = await person("Ana", "rep");
  const bruno = await person("Bruno", "rep");
  const one = await registerCustomer(manager, { ...shop("Um"), repId: ana.repId }, at);
  const two = await registerCustomer(manager, { ...shop("Dois"), repId: bruno.repId }, at);
  expect(await assignRep(manager, [one, two], bruno.repId, later)).toBe(1);
  expect(await assignmentsOf(one)).toEqual([
    { rep: "Bruno", fromAt: later, untilAt: null, assignedBy: "Marta" },
    { rep: "Ana", fromAt: at, untilAt: later, assignedBy: "Marta" },
  ]);
  await expect(assignRep(bruno, [one], ana.repId, later)).rejects.toMatchObject({ code: "not_allowed" });
});

test("two managers who transfer the same customer at once leave one open assignment that agrees with the customer", async () => {
  const manager = await person("Marta", "manager");
  const reps = await Promise.all(["A", "B", "C", "D"].map((name) => person(name, "rep")));
  const id = await registerCustomer(manager, shop("Disputada"), at);
  await Promise.all(reps.map((rep) => assignRep(manager, [id], rep.repId, later)));
  const open = await sql`select rep_id from portfolio_assignments where customer_id = ${id} and until_at is null`;
  const [customer] = await sql`select rep_id from customers where id = ${id}`;
  expect(open).toEqual([customer]);
});

test("a tag is one tag however it is written, and taking it off leaves the others", async () => {
  const manager = await person("Marta", "manager");
  const ids = [await registerCustomer(manager, shop("Um"), at), await registerCustomer(manager, shop("Dois"), at)];
  expect(await tagCustomers(manager, ids, { tag: "Rede Sul", isOn: true }, at)).toBe(2);
  expect(await tagCustomers(manager, ids, { tag: "rede sul ", isOn: true }, at)).toBe(0);
  await tagCustomers(manager, ids, { tag: "Natal", isOn: true }, at);
  expect(await tagCustomers(manager, [ids[0]!], { tag: "REDE SUL", isOn: false }, at)).toBe(1);
  expect(await tagsOf(ids[0]!)).toEqual(["Natal"]);
  expect(await tagsOf(ids[1]!)).toEqual(["Natal", "Rede Sul"]);
});

test("the shop opens once: who already has access keeps the day it was granted", async () => {
  const manager = await person("Marta", "manager");
  const id = await registerCustomer(manager, shop("Loja"), at);
  expect(await grantAccess(manager, [id], true, at)).toBe(1);
  expect(await grantAccess(manager, [id], true, later)).toBe(0);
  expect((await customerOf(manager, id)).accessGrantedAt).toEqual(at);
  expect(await grantAccess(manager, [id], false, later)).toBe(1);
});
