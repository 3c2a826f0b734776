import { sql as raw } from "drizzle-orm";
import { expect, test } from "vitest";
import { type CustomerFilter, standings } from "#app/domain/customers/filter.ts";
import { defaultSettings } from "#app/domain/customers/settings.ts";
import { read } from "#app/domain/indicators/read.server.ts";
import { startOf } from "#app/domain/period.ts";
import { balancesOf, customersThatMoved } from "#app/domain/portfolio/balance.server.ts";
import { customersMatching } from "#app/domain/portfolio/filter.server.ts";
import { balanceOf } from "#app/domain/portfolio/standing.ts";
import { db, sql } from "#db/connection.server.ts";

const everybody = { userId: 0, repId: null };
const asOf = startOf("2026-07-01");
let turn = 0;

/** A customer known since long who ordered for 100 reais on each of these days, by this way. */
async function customerWho(days: string[], way = "phone"): Promise<number> {
  const code = `K${++turn}`;
  const [row] = await sql<{ id: number }[]>`
    insert into customers (code, legal_name, trade_name, uf, created_at) values (${code}, ${code}, ${code}, 'SP', '2026-01-01') returning id`;
  const id = row?.id as number;
  for (const day of days) {
    await sql`insert into customer_days (customer_id, day, channel, orders, gross_cents) values (${id}, ${day}, ${way}, 1, 10000)`;
  }
  return id;
}

const steady = await customerWho(["2026-03-10", "2026-04-20", "2026-06-01", "2026-06-28"]);
const returned = await customerWho(["2026-01-05", "2026-06-10"], "storefront");
const gone = await customerWho(["2026-02-01", "2026-04-15"]);
const fresh = await customerWho(["2026-06-15"], "storefront");
const never = await customerWho([]);

async function matching(filter: CustomerFilter, at = asOf): Promise<number[]> {
  const condition = customersMatching(filter, everybody, at, defaultSettings);
  const rows = await db.execute<{ id: number }>(raw`select customers.id from customers where ${condition} order by id`);
  return rows.map((row) => row.id);
}

test("a filter by standing means the same as the standing itself", async () => {
  expect(await matching({ standing: ["active"] })).toEqual([steady, returned, fresh]);
  expect(await matching({ standing: ["recently_inactive"] })).toEqual([gone]);
  expect(await matching({ standing: ["prospect"] })).toEqual([never]);
  expect(await matching({ standing: ["active"] }, startOf("2026-05-01"))).toEqual([steady, gone]);
  const { values } = await read("standing", { scope: everybody, from: null, to: null, asOf, filter: {} });
  for (const standing of standings) expect(values[standing]).toBe((await matching({ standing: [standing] })).length);
});

test("a filter by channel looks at 180 days of the customer's own orders", async () => {
  expect(await matching({ channel: ["online"] })).toEqual([returned, fresh]);
  expect(await matching({ channel: ["visited"] })).toEqual([steady, gone]);
  expect(await matching({ channel: ["dormant"] })).toEqual([never]);
});

test("a filter by class takes the twelve months' ranking of everybody", async () => {
  const ranking = await read("abc", { scope: everybody, from: null, to: null, asOf, filter: {} });
  for (const { key, value } of ranking.slices) {
    expect((await matching({ abc: [key as "A" | "B" | "C"] })).length, key).toBe(value);
  }
});

test("opened and recovered less lost is the change of the active, month after month", async () => {
  const months = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"].map((month, n) => ({
    from: `${month}-01`,
    to: `2026-0${n + 2}-01`,
  }));
  const balances = await balancesOf(raw`true`, months, defaultSettings);
  const active = async (day: string) =>
    (await read("standing", { scope: everybody, from: null, to: null, asOf: startOf(day), filter: {} })).values
      .active ?? 0;
  for (const [n, { from, to }] of months.entries()) {
    const balance = balances[n] ?? { opened: 0, recovered: 0, lost: 0 };
    expect(balanceOf(balance), from).toBe((await active(to)) - (await active(from)));
  }
  expect(balances.at(-1)).toEqual({ opened: 1, recovered: 1, lost: 1 });
});

test("the lists of who came and went name them, with the purchase before", async () => {
  const june = { from: "2026-06-01", to: "2026-07-01" };
  const listed = async (move: "opened" | "recovered" | "lost") =>
    (await customersThatMoved(raw`true`, move, june, defaultSettings, { page: 1, pageSize: 10 })).rows;
  expect(await listed("opened")).toMatchObject([{ customerId: fresh, on: "2026-06-15", beforeOn: null }]);
  expect(await listed("recovered")).toMatchObject([{ customerId: returned, on: "2026-06-10", beforeOn: "2026-01-05" }]);
  expect(await listed("lost")).toMatchObject([{ customerId: gone, on: "2026-06-13", beforeOn: "2026-04-15" }]);
});
