import { beforeAll, expect, test } from "vitest";
import { priceChangedBy } from "#app/domain/money.ts";
import { agreementsOf, agreePrice, endAgreement, pricedCustomerOf } from "#app/domain/pricing/agreements.server.ts";
import { pricesFromSheet } from "#app/domain/pricing/price-sheet.ts";
import type { PriceTableDetails } from "#app/domain/pricing/price-table.ts";
import {
  openPriceTable,
  priceTableOf,
  priceTablesIn,
  revisePriceTable,
} from "#app/domain/pricing/price-tables.server.ts";
import { quotesFor } from "#app/domain/pricing/prices.server.ts";
import { derivePrices, pricesIn, setTablePrice, takeSheet } from "#app/domain/pricing/table-prices.server.ts";
import { sql } from "#db/connection.server.ts";
import { customerWithBuyer, product } from "#tests/builders/distributor.ts";

const at = new Date("2026-11-22T12:00:00Z");
const today = "2026-11-22";
const scope = { userId: 1, repId: null };
const table: PriceTableDetails = {
  code: "ATACADO",
  name: "Atacado",
  scope: "assigned",
  uf: null,
  groupId: null,
  validFrom: null,
  validUntil: null,
  isActive: true,
  supplierId: null,
  base: null,
  baseBasisPoints: null,
};
let soap: { id: number; sku: string };
let rice: { id: number; sku: string };

beforeAll(async () => {
  soap = await product({ priceE4: 100_001 });
  rice = await product({ priceE4: 200_000 });
  await openPriceTable(scope, table, at);
});

async function priceIn(code: string, sku: string) {
  const { id } = await priceTableOf(code);
  const { rows } = await pricesIn(id, { q: "", has: null }, 1);
  return rows.find((row) => row.sku === sku)?.prices;
}

test("one active table serves everybody, and one each state; a second is refused", async () => {
  const general = { ...table, code: "GERAL2", scope: "general" as const };
  await expect(openPriceTable(scope, general, at)).rejects.toMatchObject({ code: "price_scope_taken" });
  await openPriceTable(scope, { ...table, code: "SUL", scope: "uf", uf: "RS" }, at);
  await expect(openPriceTable(scope, { ...table, code: "SUL2", scope: "uf", uf: "RS" }, at)).rejects.toMatchObject({
    code: "price_scope_taken",
  });
  await expect(openPriceTable(scope, table, at)).rejects.toMatchObject({ code: "code_taken" });
});

test("thousands of tables are read a page at a time, found by words of their name or code, narrowed by whom they are for", async () => {
  await sql`insert into price_tables (code, name, scope, is_active, created_at)
    select 'MIL-' || g, 'Feirão do sertão ' || g, 'assigned', g % 2 = 0, ${at} from generate_series(1, 3000) g`;
  const every = { q: "sertao feirao", scope: null, state: null };
  const first = await priceTablesIn(every, 1);
  const second = await priceTablesIn(every, 2);
  expect([first.total, first.rows.length, second.page]).toEqual([3000, 50, 2]);
  expect(new Set([...first.rows, ...second.rows].map(({ code }) => code)).size).toBe(100);
  expect((await priceTablesIn(every, 61)).page).toBe(1);
  expect((await priceTablesIn({ ...every, q: "mil-2999" }, 1)).rows.map(({ code }) => code)).toEqual(["MIL-2999"]);
  expect((await priceTablesIn({ ...every, state: "inactive" }, 1)).total).toBe(1500);
  expect((await priceTablesIn({ ...every, scope: "uf" }, 1)).total).toBe(0);
  expect((await priceTablesIn({ ...every, q: "100% _" }, 1)).total).toBe(0);
  await sql`delete from price_tables where code like 'MIL-%'`;
});

test("a price is set, changed and taken out again", async () => {
  await setTablePrice(scope, "ATACADO", { sku: soap.sku, fromQuantity: 1, unitPriceE4: 90_000 }, at);
  await setTablePrice(scope, "ATACADO", { sku: soap.sku, fromQuantity: 12, unitPriceE4: 80_000 }, at);
  await setTablePrice(scope, "ATACADO", { sku: soap.sku, fromQuantity: 1, unitPriceE4: 91_000 }, at);
  expect(await priceIn("ATACADO", soap.sku)).toEqual([
    { fromQuantity: 1, unitPriceE4: 91_000 },
    { fromQuantity: 12, unitPriceE4: 80_000 },
  ]);
  await setTablePrice(scope, "ATACADO", { sku: soap.sku, fromQuantity: 12, unitPriceE4: null }, at);
  expect(await priceIn("ATACADO", soap.sku)).toEqual([{ fromQuantity: 1, unitPriceE4: 91_000 }]);
  await expect(
    setTablePrice(scope, "ATACADO", { sku: "nope", fromQuantity: 1, unitPriceE4: 1 }, at),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("a sheet keeps its good lines and names the others", async () => {
  const sheet = pricesFromSheet(`${soap.sku};8,50\n${rice.sku};17,5\nNADA;1,00\n${rice.sku};x;60`);
  const { taken, rejected } = await takeSheet(scope, "ATACADO", sheet, at);
  expect(taken).toBe(2);
  expect(rejected.map(({ line, fault }) => [line, fault])).toEqual([
    [3, "unknown_sku"],
    [4, "not_a_price"],
  ]);
  expect(await priceIn("ATACADO", rice.sku)).toEqual([{ fromQuantity: 1, unitPriceE4: 175_000 }]);
});

test("a table copied with a percentage rounds as the house rounds, and keeps what stands unless told otherwise", async () => {
  await openPriceTable(scope, { ...table, code: "PROMO", name: "Promo" }, at);
  await setTablePrice(scope, "PROMO", { sku: rice.sku, fromQuantity: 1, unitPriceE4: 1 }, at);
  expect(await derivePrices(scope, "PROMO", { code: "GERAL", basisPoints: -1250, isOverwriting: false }, at)).toBe(1);
  expect(await priceIn("PROMO", soap.sku)).toEqual([{ fromQuantity: 1, unitPriceE4: priceChangedBy(100_001, -1250) }]);
  expect(await priceIn("PROMO", rice.sku)).toEqual([{ fromQuantity: 1, unitPriceE4: 1 }]);
  await derivePrices(scope, "PROMO", { code: "GERAL", basisPoints: 500, isOverwriting: true }, at);
  expect(await priceIn("PROMO", rice.sku)).toEqual([{ fromQuantity: 1, unitPriceE4: priceChangedBy(200_000, 500) }]);
});

test("a table that customers have cannot be put out of use", async () => {
  const { customerId } = await customerWithBuyer();
  const { id } = await priceTableOf("PROMO");
  await sql`update customers set price_table_id = ${id} where id = ${customerId}`;
  const { code: _, ...details } = { ...table, name: "Promo", isActive: false };
  await expect(revisePriceTable(scope, "PROMO", details, at)).rejects.toMatchObject({ code: "price_table_in_use" });
  await sql`update customers set price_table_id = null where id = ${customerId}`;
  await revisePriceTable(scope, "PROMO", details, at);
  expect((await priceTableOf("PROMO")).isActive).toBe(false);
});

test("an agreement beats the table within its days and is the customer's alone; ended, the table decides again", async () => {
  const { customerId } = await customerWithBuyer();
  const [row] = await sql`select code from customers where id = ${customerId}`;
  const customer = await pricedCustomerOf(scope, row?.code);
  const agreement = {
    sku: soap.sku,
    fromQuantity: 1,
    unitPriceE4: 70_000,
    validFrom: null,
    validUntil: "2026-11-23",
    note: null,
  };
  await agreePrice(scope, customer.code, agreement, at);
  const wanted = [{ productId: soap.id, quantity: 1 }];
  expect((await quotesFor(customer, wanted, today)).get(soap.id)?.unitPriceE4).toBe(70_000);
  expect((await quotesFor(customer, wanted, "2026-11-23")).get(soap.id)?.unitPriceE4).toBe(100_001);
  expect(await agreementsOf(customerId)).toHaveLength(1);
  await endAgreement(scope, customer.code, { sku: soap.sku, fromQuantity: 1 }, at);
  expect((await quotesFor(customer, wanted, today)).get(soap.id)?.unitPriceE4).toBe(100_001);
  await expect(agreePrice(scope, customer.code, { ...agreement, validFrom: "2026-12-01" }, at)).rejects.toMatchObject({
    code: "invalid_input",
  });
});

test("a rep reaches only their own customers' prices", async () => {
  const { customerId } = await customerWithBuyer();
  const [row] = await sql`select code from customers where id = ${customerId}`;
  await expect(pricedCustomerOf({ userId: 99, repId: 99 }, row?.code)).rejects.toMatchObject({ code: "not_found" });
});

test("a change in a table shows at once in the tables made of it, three deep; what such a table says itself stands", async () => {
  const made = (code: string, base: string, baseBasisPoints: number) => ({
    ...table,
    code,
    name: code,
    base,
    baseBasisPoints,
  });
  await openPriceTable(scope, { ...table, code: "BASE", name: "Base" }, at);
  await openPriceTable(scope, made("MENOS5", "BASE", -500), at);
  await openPriceTable(scope, made("MENOS5MAIS2", "MENOS5", 200), at);
  await setTablePrice(scope, "BASE", { sku: soap.sku, fromQuantity: 1, unitPriceE4: 80_000 }, at);
  await setTablePrice(scope, "BASE", { sku: rice.sku, fromQuantity: 1, unitPriceE4: 50_000 }, at);
  await setTablePrice(scope, "MENOS5MAIS2", { sku: rice.sku, fromQuantity: 1, unitPriceE4: 49_999 }, at);
  const { customerId } = await customerWithBuyer({ uf: "GO" });
  const { id } = await priceTableOf("MENOS5MAIS2");
  const customer = { id: customerId, priceTableId: id, groupId: null, uf: "GO", terms: null };
  const wanted = [soap, rice].map((one) => ({ productId: one.id, quantity: 1 }));
  const pricesNow = async () => {
    const quotes = await quotesFor(customer, wanted, today);
    return wanted.map(({ productId }) => quotes.get(productId)?.unitPriceE4);
  };
  expect(await pricesNow()).toEqual([77_520, 49_999]);
  await setTablePrice(scope, "BASE", { sku: soap.sku, fromQuantity: 1, unitPriceE4: 90_000 }, at);
  expect(await pricesNow()).toEqual([87_210, 49_999]);
  const quote = (await quotesFor(customer, wanted, today)).get(soap.id);
  expect(quote?.chain.at(-1)).toMatchObject({ source: "assigned", formula: { of: "MENOS5", basisPoints: 200 } });
});

test("a formula makes no circle and no fourth floor", async () => {
  const made = (code: string, base: string) => ({ ...table, code, name: code, base, baseBasisPoints: 0 });
  const codeOf = (act: Promise<unknown>) =>
    act.then(
      () => "done",
      (fault) => fault.code,
    );
  expect(await codeOf(openPriceTable(scope, made("QUARTA", "MENOS5MAIS2"), at))).toBe("formula_too_deep");
  expect(await codeOf(revisePriceTable(scope, "BASE", made("BASE", "MENOS5"), at))).toBe("formula_circle");
  expect(await codeOf(revisePriceTable(scope, "BASE", made("BASE", "ATACADO"), at))).toBe("formula_too_deep");
  expect(await codeOf(openPriceTable(scope, made("NOVA", "NENHUMA"), at))).toBe("not_found");
});

test("several tables of a state serve it when each is for another supplier; a supplier's own goes first for its products", async () => {
  const made = await sql<
    { id: number }[]
  >`insert into suppliers (code, name) values ('S-A', 'Aurora'), ('S-B', 'Serra') returning id`;
  const [aurora, serra] = made.map(({ id }) => id);
  const forUf = (code: string, supplierId: number | null) => ({
    ...table,
    code,
    name: code,
    scope: "uf" as const,
    uf: "TO",
    supplierId,
  });
  await openPriceTable(scope, forUf("TO", null), at);
  await openPriceTable(scope, forUf("TO-A", aurora ?? 0), at);
  await openPriceTable(scope, forUf("TO-B", serra ?? 0), at);
  await expect(openPriceTable(scope, forUf("TO-A2", aurora ?? 0), at)).rejects.toMatchObject({
    code: "price_scope_taken",
  });
  const [ofAurora, ofNobody] = [await product({ supplierId: aurora }), await product()];
  for (const [code, unitPriceE4] of [
    ["TO", 70_000],
    ["TO-A", 60_000],
    ["TO-B", 10_000],
  ] as const) {
    for (const { sku } of [ofAurora, ofNobody])
      await setTablePrice(scope, code, { sku, fromQuantity: 1, unitPriceE4 }, at);
  }
  const { customerId } = await customerWithBuyer({ uf: "TO" });
  const customer = { id: customerId, priceTableId: null, groupId: null, uf: "TO", terms: null };
  const wanted = [ofAurora, ofNobody].map((one) => ({ productId: one.id, quantity: 1 }));
  const quotes = await quotesFor(customer, wanted, today);
  expect(wanted.map(({ productId }) => quotes.get(productId)?.unitPriceE4)).toEqual([60_000, 70_000]);
});
