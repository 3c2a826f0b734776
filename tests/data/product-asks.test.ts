import { expect, test } from "vitest";
import { dueActivities } from "#app/domain/activities/agenda.server.ts";
import { askingOf, askRep } from "#app/domain/activities/product-asks.server.ts";
import { read } from "#app/domain/indicators/read.server.ts";
import { rowsBehind } from "#app/domain/indicators/rows.server.ts";
import { recentSearchesOf } from "#app/domain/journey/searches.server.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { happeningsOf } from "#app/domain/portfolio/record-happenings.server.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, customerWithBuyer } from "#tests/builders/distributor.ts";
import { manager, rep, servedBy } from "#tests/builders/field.ts";

const morning = new Date("2026-11-18T12:00:00Z");
const today = "2026-11-18";
const tomorrow = new Date("2026-11-19T12:00:00Z");
const talc = { query: "Talco", wanted: "Talco infantil 200 g", quantity: 24, note: "Para dezembro" };

const mails = () =>
  sql<{ to: string; subject: string; text: string }[]>`select "to", subject, text from outbox order by id`;

test("what a buyer asks for is a task for their rep, with the words, the quantity and the note, and one mail says so", async () => {
  const mine = await rep();
  const { buyer, customerId } = await servedBy(mine.repId);
  await askRep(buyer, talc, morning);
  const due = await dueActivities(mine, today, morning);
  expect(due).toMatchObject([
    { customerId, kind: "task", state: "planned", subject: "Procura na loja: Talco infantil 200 g (24)" },
  ]);
  expect(due[0]?.notes).toContain("buscou “Talco” e não achou.\nPara dezembro");
  const record = await happeningsOf(customerId, tomorrow, 10);
  expect(record.find(({ kind }) => kind === "task")).toMatchObject({ who: "Ana", ref: String(due[0]?.id) });
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail?.subject).toContain("Talco infantil 200 g");
  expect(mail?.text).toContain(`/office/visits/${due[0]?.id}`);
  expect(await askingOf(buyer, "  TALCO ", today)).toMatchObject({ isAsked: true });
});

test("sent twenty times at once it is asked once; on another day, for other words or by a colleague it is another", async () => {
  const mine = await rep();
  const { buyer, customerId } = await servedBy(mine.repId);
  const before = (await mails()).length;
  await Promise.all(Array.from({ length: 20 }, () => askRep(buyer, talc, morning)));
  const due = async () => (await dueActivities(mine, "2026-11-30", tomorrow)).length;
  expect([await due(), (await mails()).length - before]).toEqual([1, 1]);
  await askRep(buyer, { ...talc, query: "tálco" }, morning);
  expect(await due()).toBe(1);
  await askRep(buyer, talc, tomorrow);
  await askRep(buyer, { ...talc, query: "pilha" }, morning);
  await askRep(await buyerOf(customerId), talc, morning);
  expect([await due(), (await mails()).length - before]).toEqual([4, 4]);
});

test("where no rep works for the customer, the manager is asked", async () => {
  const { userId } = await manager();
  const { buyer, customerId } = await customerWithBuyer();
  await askRep(buyer, talc, morning);
  const [task] = await sql`select user_id from activities where customer_id = ${customerId}`;
  expect(task?.user_id).toBe(userId);
});

test("a search in vain is one search however it was typed, and tells when the rep was asked about it", async () => {
  const mine = await rep();
  const { buyer } = await servedBy(mine.repId);
  for (const query of ["Sabão  de coco", "sabao de coco", "SABÃO DE COCO "]) {
    await recordStep(buyer, { kind: "searched", query: query.trim(), results: 0 }, morning);
  }
  await recordStep(buyer, { kind: "searched", query: "pilha", results: 0 }, morning);
  await askRep(buyer, { ...talc, query: "sabão de coco" }, morning);
  const asked = { scope: mine, from: "2026-11-01", to: "2026-12-01", asOf: tomorrow, filter: {} };
  const told = await read("searches-without-result", asked);
  expect(told.slices.map(({ label, value }) => [label, value])).toEqual([
    ["sabao de coco", 3],
    ["pilha", 1],
  ]);
  const { page } = await rowsBehind("searches-without-result", asked, { page: 1, pageSize: 10, slice: "pilha" });
  expect(page.rows).toMatchObject([{ query: "pilha", asked_at: null }]);
  const all = await rowsBehind("searches-without-result", asked, { page: 1, pageSize: 10, slice: null });
  expect(all.page.rows.filter((row) => row.asked_at !== null)).toHaveLength(3);
});

test("recent searches are the person's own, the latest first, each once, and only what found something", async () => {
  const { buyer, customerId } = await customerWithBuyer();
  const colleague = await buyerOf(customerId);
  const at = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);
  await recordStep(buyer, { kind: "searched", query: "Café", results: 3 }, at(0));
  await recordStep(buyer, { kind: "searched", query: "arroz", results: 9 }, at(20));
  await recordStep(buyer, { kind: "searched", query: "café", results: 4 }, at(40));
  await recordStep(buyer, { kind: "searched", query: "talco", results: 0 }, at(50));
  await recordStep(colleague, { kind: "searched", query: "vela", results: 2 }, at(50));
  expect(await recentSearchesOf(buyer, "", at(60))).toEqual(["café", "arroz"]);
  expect(await recentSearchesOf(buyer, "ar", at(60))).toEqual(["arroz"]);
  expect(await recentSearchesOf(colleague, "", at(60))).toEqual(["vela"]);
});
