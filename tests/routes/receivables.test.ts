import { expect, test } from "vitest";
import { payReceivable } from "#app/domain/receivables/payments.server.ts";
import { sql } from "#db/connection.server.ts";
import { at, later } from "#tests/builders/ordering.ts";
import { customerWhoOwes, owedBy, usedBy } from "#tests/builders/owing.ts";
import { anyPassword, person } from "#tests/builders/people.ts";
import { Visitor } from "#tests/database/visitor.ts";
import { openSite } from "./own-site.ts";

const site = await openSite();
const enter = (email: string) => new Visitor(site.url).signIn(email, anyPassword);
const idOf = async (customerId: number) => (await owedBy(customerId))[0]?.id ?? 0;

/** A customer who owes R$ 1.000,00, with their rep, their buyer and a manager. */
async function owing() {
  const made = await customerWhoOwes({ invoicedAt: new Date("2026-09-01T14:00:00Z") });
  const rep = await person("rep");
  await sql`update customers set rep_id = ${rep.id} where id = ${made.customerId}`;
  const buyer = await person("buyer", { customerId: made.customerId });
  return { ...made, rep, buyer, boss: await person("manager"), id: await idOf(made.customerId) };
}

test("the buyer sees what is owed on the page, the order and the statement; the statement invents no payment slip", async () => {
  const { buyer, number } = await owing();
  const visitor = await enter(buyer.email);
  for (const path of ["/receivables", `/orders/${number}`, "/receivables/statement"]) {
    const answer = await visitor.open(path);
    expect(answer.status, path).toBe(200);
    expect(answer.headers.get("Cache-Control")).toContain("no-store");
    expect(await answer.text(), path).toContain(`${number}/1`);
  }
  const statement = await (await visitor.open("/receivables/statement")).text();
  expect(statement).toContain("Não é um boleto");
  expect(statement).not.toMatch(/linha digitável|\d{5}\.\d{5} \d{5}\.\d{6}/i);
  expect((await visitor.open("/receivables?state=nonsense&page=-4")).status).toBe(200);
});

test("a payment typed badly is answered beside the field with nothing lost, and nothing is paid", async () => {
  const { boss, id, customerId } = await owing();
  const manager = await enter(boss.email);
  const path = `/office/receivables/${id}`;
  expect(await (await manager.open(path)).text()).toContain('value="333,34"');
  const good = { act: "pay", amountCents: "100,00", paidOn: "2026-10-01", note: "pix", shownOpenCents: "33334" };
  const bad: [Record<string, string>, RegExp][] = [
    [{ amountCents: "0" }, /name="amountCents"[^>]*aria-invalid|aria-invalid[^>]*name="amountCents"/],
    [{ amountCents: "-1" }, /aria-invalid/],
    [{ amountCents: "1,005" }, /aria-invalid/],
    [{ amountCents: "mil" }, /value="mil"/],
    [{ paidOn: "2026-02-31" }, /aria-invalid/],
    [{ amountCents: "333,35" }, /passa do que está em aberto/],
    [{ paidOn: "2099-01-01" }, /ainda não chegou/],
  ];
  for (const [wrong, said] of bad) {
    const answer = await manager.send(path, { ...good, ...wrong });
    const text = await answer.text();
    expect(answer.status, JSON.stringify(wrong)).toBe(422);
    expect(text).toMatch(said);
    expect(text).toContain('value="pix"');
  }
  expect((await manager.send(path, { ...good, shownOpenCents: "1" })).status).toBe(409);
  expect((await manager.send(path, { ...good, customerId: "1" })).status).toBe(422);
  expect((await usedBy(customerId)).counter).toBe(100_000);
  const paid = await manager.send(path, good);
  expect([paid.status, paid.headers.get("Location")]).toEqual([303, `${path}?done=pay`]);
  expect((await usedBy(customerId)).counter).toBe(90_000);
});

test("a rep sees their own customers' receivables and marks nothing paid; another rep's do not exist", async () => {
  const [mine, theirs] = [await owing(), await owing()];
  const rep = await enter(mine.rep.email);
  const list = await (await rep.open("/office/receivables")).text();
  expect(list).toContain(`${mine.number}/1`);
  expect(list).not.toContain(`${theirs.number}/1`);
  const file = await rep.open("/office/receivables.csv");
  expect(file.headers.get("Content-Type")).toContain("text/csv");
  const rows = await file.text();
  expect(rows).toContain(`${mine.number}/1`);
  expect(rows).not.toContain(`${theirs.number}/1`);
  const wish = { act: "pay", amountCents: "1,00", paidOn: "2026-10-01", note: "", shownOpenCents: "33334" };
  expect((await rep.open(`/office/receivables/${mine.id}`)).status).toBe(200);
  expect((await rep.send(`/office/receivables/${mine.id}`, wish)).status).toBe(422);
  expect((await rep.open(`/office/receivables/${theirs.id}`)).status).toBe(404);
  expect((await rep.send(`/office/receivables/${theirs.id}`, wish)).status).toBe(404);
  const leave = { act: "override", overrideFor: "order", untilOn: "", reason: "quero vender" };
  expect((await rep.send(`/office/customers/${mine.customerId}?tab=credit`, leave)).status).toBe(422);
  expect((await rep.send(`/office/customers/${theirs.customerId}?tab=credit`, leave)).status).toBe(404);
  expect((await usedBy(mine.customerId)).counter).toBe(100_000);
  expect(
    await sql`select 1 from credit_overrides where customer_id in (${mine.customerId}, ${theirs.customerId})`,
  ).toEqual([]);
});

test("the list is filtered by the address: customer, rep, age, week and state, and says what it could not read", async () => {
  const { boss, customerId, number, rep, manager, id } = await owing();
  await owing();
  const visitor = await enter(boss.email);
  const found = async (query: string) => {
    const text = await (await visitor.open(`/office/receivables.csv?${query}`)).text();
    return text.split("\r\n").slice(1).filter(Boolean);
  };
  expect(await found(`customer=${customerId}`)).toHaveLength(3);
  expect(await found(`rep=${rep.id}`)).toHaveLength(3);
  await payReceivable(
    manager,
    id,
    { amountCents: 33_334, paidOn: "2026-10-01", note: null, shownOpenCents: null },
    later(1),
  );
  expect(await found(`customer=${customerId}`)).toHaveLength(2);
  expect((await found(`customer=${customerId}&state=paid`)).join()).toContain(`${number}/1`);
  expect(await found(`customer=${customerId}&age=60%2B&age=31-60&age=16-30&age=1-15&week=2026-10-28`)).toHaveLength(1);
  expect(await found(`customer=${customerId}&week=2026-01-01`)).toHaveLength(0);
  const odd = await (await visitor.open("/office/receivables?age=200&week=ontem&rep=x")).text();
  expect(odd).toMatch(/Não entendemos .*(age|week|rep)/);
  expect(at.getTime()).toBeGreaterThan(0);
});
