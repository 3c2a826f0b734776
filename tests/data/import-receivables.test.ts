import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { importFile } from "#app/domain/imports/imports.server.ts";
import { cancelReceivable, payReceivable } from "#app/domain/receivables/payments.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { rejectionWords } from "#app/words/rejections.ts";
import { sql } from "#db/connection.server.ts";
import { refusalOf } from "#tests/builders/ordering.ts";
import { customerWhoOwes, owedBy, someManager, usedBy } from "#tests/builders/owing.ts";
import { customer } from "#tests/builders/people.ts";
import { brokenPromises } from "#tests/builders/promises.ts";

const at = new Date("2026-11-20T15:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "receivables-"));
let turn = 0;

function bring(content: string | Buffer, more: { isDryRun?: boolean; map?: Record<string, string> } = {}) {
  const path = join(folder, `${++turn}.csv`);
  writeFileSync(path, content);
  return importFile(path, { kind: "receivables", at, words: rejectionWords["pt-BR"], ...more });
}

const codeOf = async (id: number) =>
  (await sql<{ code: string }[]>`select code from customers where id = ${id}`)[0]?.code ?? "";

test("receivables come in with what was paid of them, use the credit by what is open, and the same file changes nothing", async () => {
  const owing = await customer({ cnpj: "11222333000181" });
  const code = await codeOf(owing);
  const file = [
    "Título;Cliente;Pedido;Vencimento;Emissão;Valor;Valor pago;Data pagamento",
    `A-1;${code};9001;10/11/2026;13/10/2026;1.000,00;;`,
    "A-2;11.222.333/0001-81;9001;10/12/2026;13/10/2026;1.000,00;250,50;18/11/2026",
    `A-3;${code};;2026-10-01;;300,00;;2026-10-03`,
  ].join("\n");
  expect(await bring(file)).toMatchObject({
    read: 3,
    accepted: 3,
    rejected: 0,
    receivables: 3,
    unchanged: 0,
    replaced: 0,
  });
  expect(await owedBy(owing)).toMatchObject([
    { document: "A-3", dueOn: "2026-10-01", amountCents: 30_000, paidCents: 30_000, paidOn: "2026-10-03" },
    { document: "A-1", dueOn: "2026-11-10", amountCents: 100_000, paidCents: 0, paidOn: null },
    { document: "A-2", dueOn: "2026-12-10", amountCents: 100_000, paidCents: 25_050, paidOn: null },
  ]);
  expect(await usedBy(owing)).toEqual({ counter: 174_950, ledger: 174_950 });
  const entries = () => sql`select count(*)::int as n from credit_entries where customer_id = ${owing}`;
  const before = await entries();
  expect(await bring(file)).toMatchObject({ accepted: 3, unchanged: 3, receivables: 0, replaced: 0 });
  expect(await entries()).toEqual(before);
  expect(await usedBy(owing)).toEqual({ counter: 174_950, ledger: 174_950 });
  expect(await brokenPromises()).toEqual([]);
});

test("a later file brings what has been paid since, a new due day and a corrected amount; nothing is said about what it leaves out", async () => {
  const owing = await customer();
  const code = await codeOf(owing);
  const head = "document,customer,due,amount,paid,paidOn";
  await bring(`${head}\nB-1,${code},2026-12-01,500.00,100.00,2026-11-02\nB-2,${code},2026-12-01,80.00,,`);
  const later = await bring(`${head}\nB-1,${code},2026-12-15,450.00,450.00,2026-11-19`);
  expect(later).toMatchObject({ accepted: 1, replaced: 1, receivables: 0 });
  expect(await owedBy(owing)).toMatchObject([
    { document: "B-2", amountCents: 8_000, paidCents: 0 },
    { document: "B-1", dueOn: "2026-12-15", amountCents: 45_000, paidCents: 45_000, paidOn: "2026-11-19" },
  ]);
  await bring(`document,customer,due,amount\nB-1,${code},2026-12-15,450.00`);
  expect((await owedBy(owing))[1]).toMatchObject({ paidCents: 45_000, paidOn: "2026-11-19" });
  expect(await usedBy(owing)).toEqual({ counter: 8_000, ledger: 8_000 });
  await bring(`${head}\nB-1,${code},2026-12-15,450.00,400.00,`);
  expect((await owedBy(owing))[1]).toMatchObject({ paidCents: 40_000, paidOn: null });
  expect((await usedBy(owing)).counter).toBe(13_000);
  expect(await brokenPromises()).toEqual([]);
});

test("every bad row is told why and never loses the good ones", async () => {
  const owing = await customer();
  const code = await codeOf(owing);
  const rows: [row: string, why: string][] = [
    [`,${code},,2026-12-01,10,,`, "no_document"],
    ["C-2,,,2026-12-01,10,,", "no_customer"],
    ["C-3,nobody,,2026-12-01,10,,", "unknown_customer"],
    [`C-4,${code},,,10,,`, "no_due_day"],
    [`C-5,${code},,31/02/2026,10,,`, "date_unreadable"],
    [`C-6,${code},,2026-12-01,,,`, "amount_unreadable"],
    [`C-7,${code},,2026-12-01,0,,`, "amount_unreadable"],
    [`C-8,${code},,2026-12-01,-5,,`, "amount_unreadable"],
    [`C-9,${code},,2026-12-01,dez,,`, "amount_unreadable"],
    [`C-10,${code},,2026-12-01,1.005,,`, "amount_unreadable"],
    [`C-11,${code},,2026-12-01,10,10.01,`, "paid_over_amount"],
    [`C-12,${code},,2026-12-01,10,-1,`, "amount_unreadable"],
    [`C-13,${code},,2026-12-01,10,10,2026-11-21`, "date_in_future"],
    [`${"9".repeat(61)},${code},,2026-12-01,10,,`, "text_too_long"],
    [`C-15,${code}`, "column_count"],
    [`C-0,${code},,2026-12-01,11,,`, "repeated"],
  ];
  const good = `C-0,${code},,2026-12-01,12.34,,`;
  const file = ["document,customer,order,due,amount,paid,paidOn", ...rows.map(([row]) => row), good].join("\n");
  const tried = await bring(file, { isDryRun: true });
  const found = await bring(file);
  const wanted: Record<string, number> = {};
  for (const [, why] of rows) wanted[why] = (wanted[why] ?? 0) + 1;
  expect(found.reasons).toEqual(wanted);
  expect(tried.reasons).toEqual(wanted);
  expect(found).toMatchObject({ read: 17, accepted: 1, rejected: 16, receivables: 1 });
  expect(await owedBy(owing)).toMatchObject([{ document: "C-0", amountCents: 1234 }]);
  const told = readFileSync(found.rejectedFile ?? "", "utf8");
  expect(told.split("\n").filter((line) => line.includes("C-")).length).toBeGreaterThanOrEqual(14);
});

test("a dry run tells the same and writes nothing; unknown headers come in by a map", async () => {
  const owing = await customer();
  const code = await codeOf(owing);
  const file = `papel;quem;quando;quanto\nD-1;${code};01/12/2026;99,90`;
  expect((await refusalOf(bring(file))).code).toBe("file_columns_missing");
  const map = { document: "papel", customer: "quem", dueOn: "quando", amount: "quanto" };
  expect(await bring(file, { map, isDryRun: true })).toMatchObject({ accepted: 1, receivables: 1 });
  expect(await owedBy(owing)).toEqual([]);
  expect((await usedBy(owing)).counter).toBe(0);
  expect(await bring(file, { map })).toMatchObject({ accepted: 1, receivables: 1 });
  expect((await usedBy(owing)).counter).toBe(9990);
});

test("the receivables of an order invoiced here take payments from a file, and nothing else", async () => {
  const { customerId, number, manager } = await customerWhoOwes({ pieces: 30 });
  const code = await codeOf(customerId);
  const [first, second] = await owedBy(customerId);
  if (!first || !second) throw new Error("nothing owed");
  const head = "document,customer,order,due,amount,paid,paidOn";
  const file = [
    head,
    `${number}/1,${code},${number},${first.dueOn},100.00,100.00,2026-11-20`,
    `${number}/2,${code},${number},${second.dueOn},99.00,,`,
    `NF-77,${code},${number},2026-12-24,300.00,,`,
  ].join("\n");
  const found = await bring(file);
  expect(found).toMatchObject({ accepted: 1, reasons: { receivable_of_order: 1, order_born_here: 1 } });
  expect((await owedBy(customerId))[0]).toMatchObject({ paidCents: 10_000, paidOn: "2026-11-20" });
  expect(await usedBy(customerId)).toEqual({ counter: 20_000, ledger: 20_000 });
  const more = { amountCents: 1, paidOn: "2026-11-20", note: null, shownOpenCents: null };
  expect(await refusalOf(payReceivable(manager, first.id, more, at))).toBeInstanceOf(Refusal);
  await cancelReceivable(manager, second.id, "devolução", at);
  const again = await bring(`${head}\n${number}/2,${code},${number},${second.dueOn},100.00,100.00,2026-11-20`);
  expect(again.reasons).toEqual({ receivable_cancelled: 1 });
});

test("a file and forty payments by hand at once keep counter, ledger and receivable in step", async () => {
  const owing = await customer();
  const code = await codeOf(owing);
  const manager = await someManager();
  await bring(`document,customer,due,amount\nE-1,${code},2026-12-01,100.00`);
  const [{ id } = { id: 0 }] = await owedBy(owing);
  const pay = () =>
    payReceivable(manager, id, { amountCents: 100, paidOn: "2026-11-20", note: null, shownOpenCents: null }, at).catch(
      () => null,
    );
  await Promise.all([
    ...Array.from({ length: 20 }, pay),
    bring(`document,customer,due,amount,paid\nE-1,${code},2026-12-01,100.00,95.00`),
    ...Array.from({ length: 20 }, pay),
  ]);
  const [owed] = await owedBy(owing);
  const open = 10_000 - (owed?.paidCents ?? 0);
  expect(open).toBeGreaterThanOrEqual(0);
  expect(await usedBy(owing)).toEqual({ counter: open, ledger: open });
  expect(await brokenPromises()).toEqual([]);
});

test("files that are no such file are refused by what is wrong with them", async () => {
  expect((await refusalOf(bring(""))).code).toMatch(/^file_/);
  expect((await refusalOf(bring("document,customer,due,amount\n"))).code).toBe("file_empty");
  expect((await refusalOf(bring(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0])))).code).toMatch(/^file_/);
});
