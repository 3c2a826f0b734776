import { expect, test } from "vitest";
import { importRows } from "#app/domain/imports/imports.server.ts";
import { factsThatDiffer } from "#app/domain/orders/facts.server.ts";
import { rejectionWords } from "#app/words/rejections.ts";
import { sql } from "#db/connection.server.ts";

const at = new Date("2026-11-20T15:00:00Z");
const fields = ["order", "date", "customer", "sku", "description", "quantity", "unitPrice"];
const wish = { kind: "orders" as const, at, words: rejectionWords.en, fields };

/** Order lines enough for the indexes to rest; `quantity` makes a second version of some of them. */
function* lines(from: number, count: number, quantity = "2") {
  for (let at = from; at < from + count; at++) {
    const order = Math.floor(at / 10);
    yield {
      order: order % 50 === 49 ? `C${order}` : String(order),
      date: `2025-${String(1 + (order % 12)).padStart(2, "0")}-10`,
      customer: `L${order % 300}`,
      sku: `S${at % 700}`,
      description: `Produto ${at % 700}`,
      quantity,
      unitPrice: "1.5",
    };
  }
}

const guards = async () => [
  ...(await sql`select indexdef as guard from pg_indexes where schemaname = 'public' order by 1`),
  ...(await sql`select conname || pg_get_constraintdef(oid) as guard from pg_constraint where connamespace = 'public'::regnamespace order by 1`),
];

test("a large import leaves every index and foreign key as it was, also over what is there already", async () => {
  const before = await guards();
  const first = await importRows(lines(0, 21_000), wish);
  expect(first).toMatchObject({
    accepted: 21_000,
    created: { customers: 300, products: 700, orders: 2058, returns: 42 },
  });
  expect(await guards()).toEqual(before);
  expect(await factsThatDiffer()).toEqual([]);

  const more = (function* () {
    yield* lines(0, 1_000, "3");
    yield* lines(1_000, 24_000);
  })();
  const second = await importRows(more, wish);
  expect(second).toMatchObject({
    accepted: 25_000,
    unchanged: 20_000,
    replaced: 100,
    created: { customers: 0, orders: 392 },
  });
  const third = await importRows(lines(25_000, 30_000), wish);
  expect(third).toMatchObject({ unchanged: 0, replaced: 0 });
  expect(await guards()).toEqual(before);
  expect(await factsThatDiffer()).toEqual([]);
  const [sum] = await sql`select sum(total_cents) as cents, count(*) as lines from order_lines where quantity > 0`;
  expect(sum?.lines).toBe(55_000 - 10 * 110);
});

test("people who read the tables meanwhile are not turned away, and the import waits its turn", async () => {
  let hasRead = false;
  const reading = sql.begin(async (tx) => {
    await tx`select count(*) from order_lines`;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await tx`select count(*) from customers`;
    hasRead = true;
  });
  const done = await importRows(lines(60_000, 60_000), wish);
  await reading;
  expect(hasRead).toBe(true);
  expect(done.accepted).toBe(60_000);
  expect(await factsThatDiffer()).toEqual([]);
});

test("a file that does not go order by order is the same file", async () => {
  const rows = [...lines(200_000, 12_000)];
  const first = await importRows(rows, wish);
  const mixed = rows.map((row, at) => rows[(at * 7_001) % rows.length] ?? row);
  const second = await importRows(mixed, wish);
  expect(first.created.orders).toBeGreaterThan(1_000);
  expect(second).toMatchObject({
    accepted: 12_000,
    unchanged: 12_000,
    replaced: 0,
    created: { orders: 0, returns: 0 },
  });
  const [changed = { quantity: "" }] = mixed.slice(-1);
  changed.quantity = "3";
  expect(await importRows(mixed, wish)).toMatchObject({ unchanged: 11_990, replaced: 1, created: { orders: 0 } });
  expect(await factsThatDiffer()).toEqual([]);
});
