import { expect, test } from "vitest";
import type { ChoiceKind } from "#app/domain/choices/choice.ts";
import { choicesIn, chosenBy, saidFor } from "#app/domain/choices/choices.server.ts";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { customer, person } from "#tests/builders/people.ts";

const house: Scope = { userId: 1, repId: null };
const at = new Date("2026-06-30T15:00:00-03:00");

async function table(code: string, name: string, isActive = true): Promise<number> {
  const [row] = await sql<{ id: number }[]>`insert into price_tables (code, name, scope, is_active, created_at)
    values (${code}, ${name}, 'assigned', ${isActive}, ${at}) returning id`;
  return (row as { id: number }).id;
}

const meant = async (kind: ChoiceKind, said: string | null, kept: number | null = null, scope = house) =>
  (await chosenBy(scope, { field: { kind, said, kept } })).field?.id ?? null;

/** Why words name nothing, with the candidates that are told. */
async function refused(kind: ChoiceKind, said: string, scope = house) {
  try {
    await meant(kind, said, null, scope);
  } catch (fault) {
    if (fault instanceof Refusal) return { code: fault.code, ...fault.details };
    throw fault;
  }
  return null;
}

test("3,000 tables are read page by page, each once, and narrowed by words of name and code in any order", async () => {
  await sql`insert into price_tables (code, name, scope, created_at)
    select 'FEIRA-' || g, 'Feirão do sertão ' || g, 'assigned', ${at} from generate_series(1, 3000) g`;
  const first = await choicesIn(house, "price-table", { q: "", page: 1 });
  expect([first.total, first.rows.length]).toEqual([3000, first.pageSize]);
  const seen = new Set<number>();
  const pages = [1, 2, 3, 74, 75, 149, 150];
  for (const page of pages) {
    for (const { id } of (await choicesIn(house, "price-table", { q: "sertao FEIRAO", page })).rows) seen.add(id);
  }
  expect(seen.size).toBe(pages.length * first.pageSize);
  expect((await choicesIn(house, "price-table", { q: "", page: 151 })).rows).toEqual([]);
  const found = await choicesIn(house, "price-table", { q: "feira-29", page: 1 });
  expect([found.total, found.rows[0]?.code]).toEqual([111, "FEIRA-29"]);
  expect((await choicesIn(house, "price-table", { q: "100% _", page: 1 })).total).toBe(0);
  expect(await refused("price-table", "feirao")).toMatchObject({ code: "choice_unknown", more: 2995 });
  await sql`delete from price_tables`;
});

test("a table is meant by its code, by what the field says, or by a name only it bears", async () => {
  const [gold, again, silver] = [
    await table("OURO-1", "Ouro"),
    await table("OURO-2", "Ouro"),
    await table("AG", "São João"),
  ];
  expect(await meant("price-table", "ouro-2")).toBe(again);
  expect(await meant("price-table", await saidFor(house, "price-table", gold))).toBe(gold);
  expect(await meant("price-table", " sao joao ")).toBe(silver);
  expect(await meant("price-table", null)).toBeNull();
  expect(await meant("price-table", "  ")).toBeNull();
  expect(await refused("price-table", "Ouro")).toEqual({
    code: "choice_ambiguous",
    field: "field",
    said: "Ouro",
    candidates: "Ouro · OURO-1; Ouro · OURO-2",
    more: 0,
  });
  expect(await refused("price-table", "João")).toMatchObject({ code: "choice_unknown", candidates: "São João · AG" });
  expect(await refused("price-table", "Sao Joaum")).toMatchObject({
    code: "choice_unknown",
    candidates: "São João · AG",
  });
  expect(await refused("price-table", "xyz123")).toMatchObject({ code: "choice_unknown", candidates: "" });
});

test("everything that names nothing is told at once, field by field", async () => {
  const wishes = {
    rep: { kind: "rep", said: "Ninguém", kept: null },
    group: { kind: "group", said: null, kept: null },
    priceTable: { kind: "price-table", said: "Nenhuma", kept: null },
  } as const;
  const refusal = await chosenBy(house, wishes).catch((fault: unknown) => fault);
  expect(refusal).toBeInstanceOf(Refusal);
  expect((refusal as Refusal).reasons.map(({ details }) => details.field)).toEqual(["rep", "priceTable"]);
});

test("a table out of use stays with the customers that have it, and is offered to nobody else", async () => {
  const old = await table("ANTIGA", "Tabela antiga", false);
  const said = await saidFor(house, "price-table", old);
  expect(said).toBe("Tabela antiga · ANTIGA");
  expect(await meant("price-table", said, old)).toBe(old);
  expect(await refused("price-table", said as string)).toMatchObject({ code: "choice_unknown", candidates: "" });
  expect((await choicesIn(house, "price-table", { q: "antiga", page: 1 })).total).toBe(0);
  expect(await meant("table-to-copy", "antiga")).toBe(old);
});

test("of two reps of one name each is said with the e-mail", async () => {
  const [one, other] = [await person("rep"), await person("rep")];
  await sql`update users set name = 'Bia Lima' where id in (${one.id}, ${other.id})`;
  expect(await saidFor(house, "rep", one.id)).toBe(`Bia Lima · ${one.email}`);
  expect(await meant("rep", `Bia Lima · ${other.email}`)).toBe(other.id);
  expect(await refused("rep", "bia lima")).toMatchObject({ code: "choice_ambiguous" });
  await sql`update users set is_disabled = true where id = ${other.id}`;
  expect(await meant("rep", "bia lima")).toBe(one.id);
});

test("a manager who looks after customers of their own keeps them, and is offered to nobody else's", async () => {
  const { id, email } = await person("manager");
  const said = await saidFor(house, "rep", id);
  expect(await meant("rep", said, id)).toBe(id);
  expect(await refused("rep", email)).toMatchObject({
    code: "choice_unknown",
    candidates: expect.not.stringContaining(email),
  });
});

test("a customer is meant by the CNPJ, too, as it is printed", async () => {
  const id = await customer({ cnpj: "12ABC34501DE35", name: "Empório da Serra" });
  await sql`update customers set search_text = 'emporio da serra 12abc34501de35' where id = ${id}`;
  expect(await meant("customer", "12.ABC.345/01DE-35")).toBe(id);
  expect(await meant("customer", "emporio da serra")).toBe(id);
});

test("a rep is offered their own customers only, and nothing of the house's tables and reps", async () => {
  const rep = await person("rep");
  const mine: Scope = { userId: rep.id, repId: rep.id };
  const own = await customer({ repId: rep.id, name: "Padaria minha" });
  const others = await customer({ name: "Padaria alheia" });
  expect((await choicesIn(mine, "customer", { q: "padaria", page: 1 })).rows.map(({ id }) => id)).toEqual([own]);
  expect(await meant("customer", "padaria minha", null, mine)).toBe(own);
  expect(await refused("customer", "padaria alheia", mine)).toMatchObject({
    code: "choice_unknown",
    candidates: expect.not.stringContaining("alheia"),
  });
  expect(await saidFor(mine, "customer", others)).toBeNull();
  await sql`update customers set city = case id when ${own} then 'Olinda' else 'Recife' end`;
  expect((await choicesIn(mine, "city", { q: "", page: 1 })).rows.map(({ code }) => code)).toEqual(["Olinda"]);
  for (const kind of ["price-table", "table-to-copy", "rep"] as const) {
    expect((await choicesIn(house, kind, { q: "", page: 1 })).total, kind).toBeGreaterThan(0);
    expect((await choicesIn(mine, kind, { q: "", page: 1 })).total, kind).toBe(0);
  }
});

test("what a field says is that one again, also where another bears its name in other letters or as its code", async () => {
  await sql`insert into suppliers (code, name) values ('SJ-1', 'São João'), ('SJ-2', 'Sao Joao'), ('SJ-3', 'SJ-1')`;
  await sql`insert into categories (slug, name) values ('limpeza', 'Higiene'), ('limpeza-2', 'Limpeza')`;
  await sql`insert into customer_groups (name) values ('Ouro'), ('OURO')`;
  await sql`insert into tags (name) values ('açaí'), ('Acai')`;
  for (const kind of ["supplier", "category", "group", "tag"] as const) {
    const { rows } = await choicesIn(house, kind, { q: "", page: 1 });
    expect(rows.length, kind).toBeGreaterThan(1);
    for (const { id } of rows) expect(await meant(kind, await saidFor(house, kind, id)), `${kind} ${id}`).toBe(id);
  }
  expect(await refused("supplier", "sao joao")).toMatchObject({
    code: "choice_ambiguous",
    candidates: "Sao Joao · SJ-2; São João · SJ-1",
  });
});
