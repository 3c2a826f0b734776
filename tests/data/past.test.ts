import { expect, test } from "vitest";
import { abcCurve } from "#app/domain/indicators/abc-curve.server.ts";
import type { ReadingScope } from "#app/domain/indicators/indicator.ts";
import { read } from "#app/domain/indicators/read.server.ts";
import { addFacts, rebuildFacts, removeFacts } from "#app/domain/orders/facts.server.ts";
import { memoryOfPast } from "#app/domain/orders/past.server.ts";
import { dayOf, daysAfter, monthStart, monthsAfter } from "#app/domain/period.ts";
import { balancesOf } from "#app/domain/portfolio/balance.server.ts";
import { db, sql, withTx } from "#db/connection.server.ts";
import { customer } from "#tests/builders/people.ts";

const now = new Date();
const today = dayOf(now);
const thisMonth = monthStart(today);
const ago = (months: number) => daysAfter(monthsAfter(thisMonth, -months), 9);
const asked: ReadingScope = {
  scope: { userId: 0, repId: null },
  from: null,
  to: null,
  asOf: now,
  every: "month",
  filter: {},
};
const limits = { activeDays: 60, recentlyInactiveDays: 20 };
const months = [3, 2, 1, 0].map((n) => ({ from: monthsAfter(thisMonth, -n), to: monthsAfter(thisMonth, 1 - n) }));
let turn = 0;

async function ordered(customerId: number, day: string, cents = 10_000): Promise<number> {
  const [row] = await sql<{ id: number }[]>`
    insert into orders (customer_id, number, placed_at, placed_on, channel, goods_cents)
    values (${customerId}, ${`P-${++turn}`}, ${`${day}T15:00:00Z`}, ${day}, 'phone', ${cents}) returning id`;
  const id = row?.id as number;
  await addFacts(customerId, { id }, db);
  return id;
}

const keys = ["standing-evolution", "purchase-cycle", "customer-lifetime", "positivation", "revenue"];

/** Read as every screen does, and read inside a transaction, which counts everything from the facts. */
async function readTwice() {
  const whole = async (tx = db) => [
    ...(await Promise.all(keys.map((key) => read(key, { ...asked, from: ago(6) }, "pt-BR", tx)))),
    await balancesOf(null, months, limits, tx),
  ];
  return { kept: await whole(), counted: await withTx((tx) => whole(tx as typeof db)) };
}

test("a month that is over is told anew when an order of it is placed late, cancelled or all facts are rebuilt", async () => {
  const [steady, gone] = [await customer(), await customer()];
  for (const n of [6, 5, 4, 3, 2, 1, 0]) await ordered(steady, n === 0 ? thisMonth : ago(n));
  await ordered(gone, ago(5));
  const before = await readTwice();
  expect(before.kept).toEqual(before.counted);

  const late = await ordered(gone, ago(3));
  const after = await readTwice();
  expect(after.kept).toEqual(after.counted);
  expect(after.kept).not.toEqual(before.kept);

  await withTx((tx) => removeFacts(gone, late, tx));
  const again = await readTwice();
  expect(again.kept).toEqual(again.counted);
  expect(again.kept).toEqual(before.kept);

  await sql`update orders set cancelled_at = now() where id = ${late}`;
  await sql`update orders set goods_cents = goods_cents + 1 where customer_id = ${steady}`;
  await rebuildFacts();
  const rebuilt = await readTwice();
  expect(rebuilt.kept).toEqual(rebuilt.counted);
  expect(rebuilt.kept).not.toEqual(before.kept);
});

test("what is over is counted once; today, and what a transaction sees, is counted each time", async () => {
  const remembered = memoryOfPast<string>(10);
  const counts: number[][] = [];
  const questions = [
    { asked: "now", until: daysAfter(today, 1) },
    { asked: "month", until: ago(1) },
    { asked: "now", until: daysAfter(today, 1) },
    { asked: "older", until: ago(3) },
  ];
  const count = async (places: number[]) => {
    counts.push(places);
    return places.map((place) => questions[place]?.asked ?? "");
  };
  const all = questions.map((question) => question.asked);
  expect(await remembered(questions, daysAfter(today, 1), count, db)).toEqual(all);
  expect(await remembered(questions, daysAfter(today, 1), count, db)).toEqual(all);
  await ordered(await customer(), ago(2));
  expect(await remembered(questions, daysAfter(today, 1), count, db)).toEqual(all);
  await ordered(await customer(), today);
  expect(await remembered(questions, daysAfter(today, 1), count, db)).toEqual(all);
  await withTx((tx) => remembered(questions, daysAfter(today, 1), count, tx));
  expect(counts).toEqual([[0, 1, 3], [0], [0, 1], [0], [0, 1, 3]]);
});

test("a month that ended last night is not kept yet, for its last orders may still be being written", async () => {
  const remembered = memoryOfPast<number>(10);
  let counts = 0;
  const questions = [
    { asked: "to midnight", until: today },
    { asked: "now", until: daysAfter(today, 1) },
  ];
  const count = async (places: number[]) => {
    counts += places.length;
    return places;
  };
  await remembered(questions, daysAfter(today, 1), count, db);
  await remembered(questions, daysAfter(today, 1), count, db);
  expect(counts).toBe(4);
});

test("no more answers are kept than were allowed", async () => {
  const remembered = memoryOfPast<string>(2);
  let counts = 0;
  const count = async (places: number[]) => {
    counts += places.length - 1;
    return places.map(String);
  };
  const latest = { asked: "now", until: daysAfter(today, 1) };
  const old = (name: string) => remembered([latest, { asked: name, until: ago(2) }], latest.until, count, db);
  for (const name of ["a", "b", "c", "b", "c", "a"]) await old(name);
  expect(counts).toBe(4);
});

test("the value of a product sold long ago changes with the order it was sold in", async () => {
  const who = await customer();
  const [product] = await sql<{ id: number }[]>`
    insert into products (sku, name, created_at) values ('PAST-1', 'Sabão', ${now}) returning id`;
  const soapCents = async (tx = db) => {
    const reading = { ...asked, every: null, of: "products" as const };
    const { list } = await abcCurve(reading, { only: null, page: 1, pageSize: 50 }, tx);
    return list.rows.find((row) => row.code === "PAST-1")?.cents ?? 0;
  };
  const sold = async (day: string, cents: number) => {
    const [row] = await sql<{ id: number }[]>`
      insert into orders (customer_id, number, placed_at, placed_on, channel, goods_cents)
      values (${who}, ${`P-${++turn}`}, ${`${day}T15:00:00Z`}, ${day}, 'phone', ${cents}) returning id`;
    await sql`insert into order_lines (customer_id, order_id, line, product_id, sku, name, quantity, unit_price_e4, total_cents)
      values (${who}, ${row?.id as number}, 1, ${product?.id as number}, 'PAST-1', 'Sabão', 1, 0, ${cents})`;
    await addFacts(who, { id: row?.id as number }, db);
  };
  let sum = 0;
  for (const [day, cents] of [
    [ago(4), 700],
    [today, 50],
    [ago(4), 11],
    [ago(2), 5],
    [thisMonth, 3],
  ] as const) {
    await sold(day, cents);
    sum += cents;
    expect(await soapCents()).toBe(sum);
    expect(await withTx((tx) => soapCents(tx as typeof db))).toBe(sum);
    const mix = { ...asked, every: null };
    expect(await read("mix", mix)).toEqual(await withTx((tx) => read("mix", mix, "pt-BR", tx)));
  }
});
