import { beforeAll, expect, test } from "vitest";
import type { Scope } from "#app/domain/customers/buyer.ts";
import { unknownCustomer } from "#app/domain/customers/customer.ts";
import { registerCustomer, reviseCustomer } from "#app/domain/customers/customers.server.ts";
import { addFacts } from "#app/domain/orders/facts.server.ts";
import { type Day, startOf } from "#app/domain/period.ts";
import { allCustomersIn, customerIdsIn, customersIn } from "#app/domain/portfolio/customer-list.server.ts";
import { customerRecord } from "#app/domain/portfolio/record.server.ts";
import { happeningsOf } from "#app/domain/portfolio/record-happenings.server.ts";
import { lastOrdersOf, waitingCartsOf } from "#app/domain/portfolio/record-orders.server.ts";
import { mixGapOf, mixOf, topProductsOf } from "#app/domain/portfolio/record-products.server.ts";
import { buyersOf, changesOf } from "#app/domain/portfolio/record-terms.server.ts";
import { db } from "#db/connection.server.ts";
import { orderLines, orders, products, users } from "#db/schema/index.ts";

const asOf = new Date("2026-06-30T15:00:00-03:00");
const longAgo = new Date("2025-01-02T12:00:00-03:00");
const everybody: Scope = { userId: 1, repId: null };
const made: { soap: number; bleach: number } = { soap: 0, bleach: 0 };
let numbers = 0;

async function rep(name: string): Promise<number> {
  const [row] = await db
    .insert(users)
    .values({ email: `${name}@loja.test`, name, role: "rep", createdAt: longAgo })
    .returning({ id: users.id });
  return row!.id;
}

const customer = (tradeName: string, more: Partial<typeof unknownCustomer> = {}) =>
  registerCustomer(everybody, { ...unknownCustomer, legalName: tradeName, tradeName, ...more }, longAgo);

async function bought(customerId: number, on: Day, lines: { productId: number; quantity: number; e4: number }[]) {
  const goodsCents = lines.reduce((sum, line) => sum + (line.quantity * line.e4) / 100, 0);
  const placedAt = new Date(startOf(on).getTime() + 36_000_000);
  const [order] = await db
    .insert(orders)
    .values({ customerId, number: String(++numbers), placedAt, placedOn: on, channel: "storefront", goodsCents })
    .returning({ id: orders.id });
  await db.insert(orderLines).values(
    lines.map((line, index) => ({
      customerId,
      orderId: order!.id,
      line: index + 1,
      productId: line.productId,
      sku: String(line.productId),
      name: "x",
      quantity: line.quantity,
      unitPriceE4: line.e4,
      totalCents: (line.quantity * line.e4) / 100,
    })),
  );
  await addFacts(customerId, order!, db);
}

beforeAll(async () => {
  await db.insert(users).values({ email: "m@loja.test", name: "Marta", role: "manager", createdAt: longAgo });
  for (const sku of ["soap", "bleach"] as const) {
    const [row] = await db
      .insert(products)
      .values({ sku, name: sku, createdAt: longAgo })
      .returning({ id: products.id });
    made[sku] = row!.id;
  }
});

test("the record knows the customer's own rhythm, value, class and rank", async () => {
  const id = await customer("Mercado Azul", { segment: "mercado" });
  await bought(id, "2026-04-01", [{ productId: made.soap, quantity: 10, e4: 100_000 }]);
  await bought(id, "2026-04-21", [{ productId: made.soap, quantity: 10, e4: 110_000 }]);
  await bought(id, "2026-05-21", [{ productId: made.bleach, quantity: 1, e4: 50_000 }]);
  const record = await customerRecord(everybody, id, asOf);
  expect(record.standing).toBe("active");
  expect(record.daysSilent).toBe(40);
  expect(record.rhythm).toMatchObject({ purchaseDays: 3, cycleDays: 25, expectedOn: "2026-06-15" });
  expect(record.purchasedOn).toEqual(["2026-04-01", "2026-04-21", "2026-05-21"]);
  expect(record.valueCents).toBe(10_000 + 11_000 + 500);
  expect([record.rank, record.abcClass, record.ranked]).toEqual([1, "A", 1]);
  expect(record.months.map((month) => month.valueCents)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 21_000, 500, 0]);
  expect(record.channel).toBe("online");
});

test("read again as of a past day, the record shows only what had happened by then", async () => {
  const [azul] = await allCustomersIn(everybody, { q: "azul" }, "name", asOf);
  const record = await customerRecord(everybody, azul!.id, new Date("2026-04-10T12:00:00-03:00"));
  expect(record.rhythm.purchaseDays).toBe(1);
  expect(record.rhythm.cycleDays).toBeNull();
  expect(record.valueCents).toBe(10_000);
});

test("top products carry the last price paid and their own silence; the mix counts them", async () => {
  const [azul] = await allCustomersIn(everybody, { q: "azul" }, "name", asOf);
  const top = await topProductsOf(azul!.id, asOf, 10);
  expect(top).toMatchObject([
    {
      sku: "soap",
      valueCents: 21_000,
      quantity: 20,
      times: 2,
      lastOn: "2026-04-21",
      daysSilent: 70,
      cycleDays: 20,
      lastUnitPriceE4: 110_000,
    },
    { sku: "bleach", valueCents: 500, times: 1, cycleDays: null, lastUnitPriceE4: 50_000 },
  ]);
  expect(await mixOf(azul!.id, asOf)).toEqual({ products: 2, categories: 0, suppliers: 0 });
});

test("the mix gap names what at least three look-alikes buy and this customer never did", async () => {
  const small = await customer("Mercadinho", { segment: "padaria" });
  await bought(small, "2026-06-01", [{ productId: made.soap, quantity: 1, e4: 100_000 }]);
  for (const name of ["P1", "P2", "P3"]) {
    const id = await customer(name, { segment: "padaria" });
    await bought(id, "2026-06-02", [
      { productId: made.bleach, quantity: 3, e4: 30_000 },
      { productId: made.soap, quantity: 1, e4: 100_000 },
    ]);
  }
  expect(await mixGapOf(small, asOf, 10)).toMatchObject([{ sku: "bleach", buyers: 3, lookAlikes: 3 }]);
  const [azul] = await allCustomersIn(everybody, { q: "azul" }, "name", asOf);
  expect(await mixGapOf(azul!.id, asOf, 10)).toEqual([]);
});

test("the list filters, sorts and pages, and a rep's list holds their own customers only", async () => {
  const ana = await rep("ana");
  const scope: Scope = { userId: ana, repId: ana };
  await customer("Zebra", { repId: ana, uf: "SP", city: "São Paulo" });
  await customer("Abacate", { repId: ana, uf: "RJ" });
  const mine = await customersIn(scope, {}, { sort: "name", page: 1 }, asOf);
  expect(mine.rows.map((row) => row.tradeName)).toEqual(["Abacate", "Zebra"]);
  expect(mine.rows[0]).toMatchObject({
    standing: "prospect",
    lastOn: null,
    cycleDays: null,
    valueCents: 0,
    rank: null,
  });
  const second = await customersIn(scope, {}, { sort: "-name", page: 2, pageSize: 1 }, asOf);
  expect([second.total, second.rows[0]?.tradeName]).toEqual([2, "Abacate"]);
  const inSaoPaulo = await customersIn(scope, { q: "sao paulo", uf: ["SP"] }, { sort: "name", page: 1 }, asOf);
  expect(inSaoPaulo.rows.map((row) => row.tradeName)).toEqual(["Zebra"]);
  const active = await customerIdsIn(everybody, { standing: ["active"] }, asOf);
  const prospects = await customerIdsIn(everybody, { standing: ["prospect"], rep: [ana] }, asOf);
  expect([active.length, prospects.length]).toEqual([5, 2]);
});

test("filters by class, channel, tag, access and renewal choose whom they say", async () => {
  const id = await customer("Renova", { agreementEndsOn: "2026-07-15" });
  const ids = (filter: Parameters<typeof customerIdsIn>[1]) => customerIdsIn(everybody, filter, asOf);
  expect(await ids({ renewal: "due" })).toEqual([id]);
  expect(await ids({ abc: ["A"], channel: ["online"] })).toHaveLength(2);
  expect(await ids({ abc: ["A"], channel: ["visited"] })).toEqual([]);
  expect(await ids({ channel: ["dormant"], q: "renova" })).toEqual([id]);
  expect(await ids({ access: "granted" })).toEqual([]);
  expect(await ids({ tag: ["não existe"] })).toEqual([]);
});

test("a page beyond the end is the last page", async () => {
  const far = await customersIn(everybody, {}, { sort: "-value", page: 99 }, asOf);
  expect(far.page).toBe(1);
  expect(far.rows).toHaveLength(far.total);
});

test("orders, carts, what happened and changes are told newest first", async () => {
  const [azul] = await allCustomersIn(everybody, { q: "azul" }, "name", asOf);
  const id = azul!.id;
  expect((await lastOrdersOf(id, asOf, 2)).map((order) => [order.placedOn, order.state, order.lines])).toEqual([
    ["2026-05-21", "placed", 1],
    ["2026-04-21", "placed", 1],
  ]);
  expect(await waitingCartsOf(id, asOf)).toEqual([]);
  expect(await buyersOf(id)).toEqual([]);
  expect((await happeningsOf(id, asOf, 10)).map((one) => one.kind)).toEqual(["order", "order", "order"]);
  await reviseCustomer(
    everybody,
    id,
    { ...unknownCustomer, code: azul!.code, legalName: "Mercado Azul", tradeName: "Mercado Azul", segment: "varejo" },
    asOf,
  );
  const [change] = await changesOf(id, 5);
  expect(change).toMatchObject({
    who: "Marta",
    action: "customer_revised",
    before: { segment: "mercado" },
    after: { segment: "varejo" },
  });
});

test("another rep's record is not found", async () => {
  const [azul] = await allCustomersIn(everybody, { q: "azul" }, "name", asOf);
  const stranger = await rep("bruno");
  await expect(customerRecord({ userId: stranger, repId: stranger }, azul!.id, asOf)).rejects.toMatchObject({
    code: "not_found",
  });
});
