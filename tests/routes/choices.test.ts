import { expect, test } from "vitest";
import { sql } from "#db/connection.server.ts";
import { anyPassword, customer, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
const enter = async (role: "manager" | "rep" | "buyer") => {
  const who = await person(role);
  return { ...who, visitor: await new Visitor(site.url).signIn(who.email, anyPassword) };
};

await sql`insert into price_tables (code, name, scope, created_at)
  select 'REDE-' || g, 'Rede do litoral ' || g, 'assigned', now() from generate_series(1, 3000) g`;
await sql`insert into price_tables (code, name, scope, created_at) values ('OURO-1', 'Ouro', 'assigned', now()), ('OURO-2', 'Ouro', 'assigned', now())`;

const edited = (more: Record<string, string>) => ({
  legalName: "Mercado Um Ltda",
  tradeName: "Mercado Um",
  notes: "Só de manhã",
  rep: "",
  group: "",
  priceTable: "",
  ...more,
});
const tableOf = async (id: number) =>
  (
    await sql<
      { code: string | null }[]
    >`select t.code from customers c left join price_tables t on t.id = c.price_table_id where c.id = ${id}`
  )[0]?.code;

test("the form of a customer stays small with 3,000 tables, and its fields are understood without any script", async () => {
  const { visitor } = await enter("manager");
  const id = await customer();
  const path = `/office/customers/${id}/edit`;
  const page = await (await visitor.open(path)).text();
  expect(page.length).toBeLessThan(40_000);
  expect(page).not.toContain("Rede do litoral");

  expect((await visitor.send(path, edited({ priceTable: "rede do litoral 2999" }))).status).toBe(303);
  expect(await tableOf(id)).toBe("REDE-2999");
  expect(await (await visitor.open(path)).text()).toContain('value="Rede do litoral 2999 · REDE-2999"');
  expect((await visitor.send(path, edited({ priceTable: "Rede do litoral 2999 · REDE-2999" }))).status).toBe(303);

  const twice = await visitor.send(path, edited({ priceTable: "ouro" }));
  const said = await twice.text();
  expect(twice.status).toBe(422);
  expect(said).toContain(
    "Há mais de um cadastro com o nome “ouro”: Ouro · OURO-1; Ouro · OURO-2. Escreva também o código.",
  );
  expect(said).toContain('value="ouro"');
  expect(said).toContain("Só de manhã");
  const part = await (await visitor.send(path, edited({ priceTable: "Rede do litoral" }))).text();
  expect(part).toMatch(/O mais parecido: Rede do litoral \d+ · REDE-\d+;.* e mais 2\.995\./);
  expect(await tableOf(id)).toBe("REDE-2999");

  expect((await visitor.send(path, edited({ priceTable: "OURO-2" }))).status).toBe(303);
  expect(await tableOf(id)).toBe("OURO-2");
  expect((await visitor.send(path, edited({}))).status).toBe(303);
  expect(await tableOf(id)).toBeNull();
});

test("options are read by who fills in the form, within their scope, and kept by no cache", async () => {
  const manager = await enter("manager");
  const answer = await manager.visitor.open("/office/choices/price-table?q=litoral&page=2");
  expect(answer.headers.get("Cache-Control")).toBe("private, no-store");
  const found = await answer.json();
  expect([found.q, found.page, found.total, found.options.length]).toEqual(["litoral", 2, 3000, 20]);
  expect((await manager.visitor.open("/office/choices/nonsense")).status).toBe(404);

  const rep = await enter("rep");
  await customer({ repId: rep.id, name: "Armazem meu" });
  await customer({ name: "Armazem dos outros" });
  for (const kind of ["price-table", "table-to-copy", "rep"]) {
    expect((await rep.visitor.open(`/office/choices/${kind}`)).status, kind).toBe(403);
  }
  const customers = await (await rep.visitor.open("/office/choices/customer?q=armazem")).json();
  expect(customers.options.map(({ name }: { name: string }) => name)).toEqual(["Armazem meu"]);
  expect((await (await enter("buyer")).visitor.open("/office/choices/customer")).status).toBe(404);
  expect((await new Visitor(site.url).open("/office/choices/customer")).status).toBe(302);
});

test("a rep plans a visit by the customer's name; another's customer is unknown to them, and their own hand sets no table", async () => {
  const { id, visitor } = await enter("rep");
  const own = await customer({ repId: id, name: "Quitanda da Lia" });
  await customer({ name: "Quitanda do Beto" });
  const visit = { kind: "visit", on: "2027-03-01", at: "09:00", subject: "Reposição" };
  const strange = await visitor.send("/office/visits", { ...visit, customer: "Quitanda do Beto" });
  expect(strange.status).toBe(422);
  const text = await strange.text();
  expect(text.replaceAll("Quitanda do Beto", "")).not.toContain("Beto");
  expect(text).toContain('value="Quitanda do Beto"');
  expect((await visitor.send("/office/visits", { ...visit, customer: "quitanda da lia" })).status).toBe(303);
  const long = await customer({ repId: id, name: `Quitanda ${"do longo nome ".repeat(13)}mesmo` });
  const page = await (await visitor.open(`/office/visits?customer=${long}`)).text();
  const said = page.match(/<input[^>]*name="customer"[^>]*>/)?.[0].match(/value="([^"]*)"/)?.[1] ?? "";
  expect(said).toContain("longo nome");
  expect((await visitor.send("/office/visits", { ...visit, customer: said })).status).toBe(303);
  expect(await sql`select subject from activities where customer_id = ${own}`).toMatchObject([
    { subject: "Reposição" },
  ]);

  const path = `/office/customers/${own}/edit`;
  expect((await visitor.send(path, edited({ priceTable: "OURO-1" }))).status).toBe(303);
  expect(await tableOf(own)).toBeNull();
});

test("customers handed on to a rep who is not known stay marked, with the name as it was typed; nobody is a button of its own", async () => {
  const { visitor } = await enter("manager");
  const rep = await person("rep");
  await sql`update users set name = 'Dora Lins' where id = ${rep.id}`;
  const ids = [String(await customer()), String(await customer())];
  const repsOf = async () =>
    (await sql`select rep_id from customers where id = any(${ids.map(Number)})`).map((row) => row.rep_id);
  const marked = { customer: ids, tag: "" };
  const answer = await visitor.send("/office/customers", { ...marked, act: "assign", rep: "Dora" });
  const text = await answer.text();
  expect(answer.status).toBe(422);
  expect(text).toContain("O mais parecido: Dora Lins.");
  expect(text).toContain('value="Dora"');
  expect(text.match(/name="customer"[^>]*checked=""/g)).toHaveLength(2);
  expect((await visitor.send("/office/customers", { ...marked, act: "assign", rep: "" })).status).toBe(422);
  expect(await repsOf()).toEqual([null, null]);
  expect((await visitor.send("/office/customers", { ...marked, act: "assign", rep: "dora lins" })).status).toBe(200);
  expect(await repsOf()).toEqual([rep.id, rep.id]);
  expect((await visitor.send("/office/customers", { ...marked, act: "unassign", rep: "whoever" })).status).toBe(200);
  expect(await repsOf()).toEqual([null, null]);
});
