import { sql as piece } from "drizzle-orm";
import { expect, test } from "vitest";
import { db, sql, withTx } from "#db/connection.server.ts";
import { sqlStateOf } from "#db/errors.ts";

test("every test file stands in its own empty database", async () => {
  const [row] = await sql`select current_database() as name, (select count(*) from users) as people`;
  expect(row?.name).toMatch(/^own_/);
  expect(row?.people).toBe(0);
});

test("names sort as a Brazilian reads them", async () => {
  const rows = await sql`select name from unnest(array['zebra', 'Ébano', 'arroz', 'água']) as name order by name`;
  expect(rows.map((row) => row.name)).toEqual(["água", "arroz", "Ébano", "zebra"]);
});

test("plain SQL answers with numbers, days as text and moments as dates", async () => {
  const [row] =
    await sql`select count(*) as n, 12345678901::bigint as cents, date '2026-02-28' as day, timestamptz '2026-02-28T12:00:00-03:00' as moment`;
  expect(row).toEqual({ n: 1, cents: 12_345_678_901, day: "2026-02-28", moment: new Date("2026-02-28T15:00:00Z") });
});

test("a transaction that two writers lock in opposite order is run again and both are kept", async () => {
  await sql`create table meeting (id int primary key, n int not null)`;
  await sql`insert into meeting values (1, 0), (2, 0)`;
  let runs = 0;
  const addTo = (first: number, second: number) =>
    withTx(async (tx) => {
      runs++;
      await tx.execute(piece`update meeting set n = n + 1 where id = ${first}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
      await tx.execute(piece`update meeting set n = n + 1 where id = ${second}`);
    });
  await Promise.all([addTo(1, 2), addTo(2, 1)]);
  const rows = await sql`select n from meeting order by id`;
  expect(rows.map((row) => row.n)).toEqual([2, 2]);
  expect(runs).toBeGreaterThan(2);
});

test("work inside somebody's transaction takes part in it and is undone with it", async () => {
  await sql`create table ledger (n int)`;
  const refused = withTx(async (tx) => {
    await withTx((inner) => inner.execute(piece`insert into ledger values (1)`), tx);
    throw new Error("no");
  });
  await expect(refused).rejects.toThrow("no");
  expect(await sql`select * from ledger`).toHaveLength(0);
});

test("the state of a fault is known through Drizzle, too", async () => {
  const fault = await db.execute(piece`select 1 / 0`).catch((error: unknown) => error);
  expect(sqlStateOf(fault)).toBe("22012");
});
