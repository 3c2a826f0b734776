import { expect, test } from "vitest";
import { read } from "#app/domain/indicators/read.server.ts";
import { rowsBehind } from "#app/domain/indicators/rows.server.ts";
import { daysAfter, startOf } from "#app/domain/period.ts";
import { ranked } from "#app/domain/portfolio/abc.ts";
import { standingOf } from "#app/domain/portfolio/standing.ts";
import { sql } from "#db/connection.server.ts";
import { asking, purchaseDays, takeInRealOrders } from "#tests/builders/real-orders.ts";

await takeInRealOrders();

const lastBefore = (days: string[], day: string) => days.filter((one) => one < day).at(-1) ?? null;
const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const limits = { activeDays: 60, recentlyInactiveDays: 20 };

test("standing is the days since the last counted order, on any day of the past", async () => {
  const customers = await purchaseDays();
  for (const day of ["2011-12-10", "2011-09-01", "2011-03-15"]) {
    const told = customers.map(({ days }) => {
      const last = lastBefore(days, day);
      return standingOf(last ? between(last, day) : null, limits);
    });
    const count = (standing: string) => told.filter((one) => one === standing).length;
    const { value, values, slices } = await read("standing", asking({ asOf: startOf(day) }));
    expect(values).toMatchObject({
      active: count("active"),
      recently_inactive: count("recently_inactive"),
      long_inactive: count("long_inactive"),
    });
    expect(value).toBe(count("active") + count("recently_inactive") + count("long_inactive"));
    expect(slices.map((slice) => [slice.key, slice.value])).toEqual(Object.entries(values));
  }
});

test("the evolution says at each month's end what standing says as of that day", async () => {
  const { series } = await read("standing-evolution", asking({ every: "month" }));
  expect(series.length).toBeGreaterThan(10);
  for (const { to, values } of series) {
    const then = await read("standing", asking({ asOf: startOf(to) }));
    expect(values, to).toEqual(then.values);
  }
});

test("the purchase cycle is that of customers with two purchase days or more", async () => {
  const customers = await purchaseDays();
  const cycles = customers
    .filter(({ days }) => days.length > 1)
    .map(({ days }) => between(days[0] as string, days.at(-1) as string) / (days.length - 1))
    .sort((a, b) => a - b);
  const middle = cycles.length / 2;
  const median = ((cycles[Math.ceil(middle) - 1] as number) + (cycles[Math.floor(middle)] as number)) / 2;
  const { values } = await read("purchase-cycle", asking());
  expect(values.customers).toBe(cycles.length);
  expect(values.single).toBe(customers.length - cycles.length);
  expect(values.mean).toBeCloseTo(cycles.reduce((sum, cycle) => sum + cycle, 0) / cycles.length, 3);
  expect(values.median).toBeCloseTo(median, 3);
});

test("ABC ranks the twelve months before by value less returns", async () => {
  const valued = await sql<{ id: number; cents: number }[]>`
    select customer_id as id, sum(goods_cents)::int as cents from orders
    where not is_bonus and placed_on >= '2010-12-10' and placed_on < '2011-12-10' group by 1`;
  const told = ranked(valued);
  const { slices, values } = await read("abc", asking());
  for (const { key, value, values: of } of slices) {
    const members = told.filter(({ abcClass }) => abcClass === key);
    expect(value, key).toBe(members.length);
    expect(of.value, key).toBe(members.reduce((sum, { cents }) => sum + cents, 0));
  }
  expect(values.value).toBe(valued.reduce((sum, { cents }) => sum + cents, 0));
  const { page } = await rowsBehind("abc", asking(), { page: 1, pageSize: 500 });
  expect(page.rows.map((row) => row.customerId)).toEqual(told.map(({ id }) => id));
});

test("revenue is orders less returns on their own days, and its lines say the same as its documents", async () => {
  const asked = asking({ from: "2011-03-01", to: "2011-09-01" });
  const [told] = await sql`
    select coalesce(sum(l.total_cents) filter (where o.kind = 'order'), 0)::int as gross,
      coalesce(-sum(l.total_cents) filter (where o.kind = 'return'), 0)::int as returns
    from orders o join order_lines l on l.customer_id = o.customer_id and l.order_id = o.id
    where not o.is_bonus and placed_on >= '2011-03-01' and placed_on < '2011-09-01'`;
  const { value, values } = await read("revenue", asked);
  expect(values).toEqual({ ...told, net: told?.gross - told?.returns });
  expect(value).toBe(values.net);
  const { page } = await rowsBehind("revenue", asked, { page: 1, pageSize: 5000 });
  expect(page.rows.reduce((sum, row) => sum + Number(row.cents), 0)).toBe(value);
});

test("months, ways and countries add up to the whole", async () => {
  const whole = await read("revenue", asking());
  for (const by of ["month", "week", "day", "country", "way", "category", "abc", "standing"] as const) {
    const { slices } = await read("revenue", asking({ by }));
    expect(
      slices.reduce((sum, slice) => sum + (slice.value ?? 0), 0),
      by,
    ).toBe(whole.value);
  }
  const { series } = await read("revenue", asking({ every: "month" }));
  expect(series.reduce((sum, stretch) => sum + (stretch.value ?? 0), 0)).toBe(whole.value);
});

test("an order counts once, also where several of its products are asked about", async () => {
  const skus = await sql<{ sku: string; orders: number }[]>`
    select l.sku, count(distinct o.id)::int as orders from orders o join order_lines l on l.customer_id = o.customer_id and l.order_id = o.id
    where o.kind = 'order' and not o.is_bonus group by 1 order by 2 desc limit 3`;
  const product = skus.map(({ sku }) => sku);
  const [told] = await sql<{ orders: number }[]>`
    select count(distinct o.id)::int as orders from orders o join order_lines l on l.customer_id = o.customer_id and l.order_id = o.id
    where o.kind = 'order' and not o.is_bonus and l.sku in ${sql(product)}`;
  expect((await read("orders", asking({ filter: { product } }))).value).toBe(told?.orders);
  expect((await read("orders", asking({ filter: { product: product.slice(0, 1) } }))).value).toBe(skus[0]?.orders);
});

test("retention and churn look at those active at the start, and too few make no ratio", async () => {
  const customers = await purchaseDays();
  const isActive = (days: string[], day: string) => {
    const last = lastBefore(days, day);
    return last !== null && between(last, day) < 60;
  };
  const [from, to] = ["2011-06-01", "2011-09-01"];
  const atStart = customers.filter(({ days }) => isActive(days, from));
  const kept = atStart.filter(({ days }) => isActive(days, to)).length;
  const retention = await read("retention", asking({ from, to }));
  expect(retention.values).toEqual({ atStart: atStart.length, kept });
  expect(retention.value).toBe(atStart.length < 5 ? null : kept / atStart.length);
  const churn = await read("churn", asking({ from, to }));
  expect(churn.values).toEqual({ atStart: atStart.length, lost: atStart.length - kept });
  const early = await read("retention", asking({ from: "2010-12-01", to }));
  expect(early).toMatchObject({ value: null, tooLittle: { counted: 0, minimum: 5 } });
});

test("positivation splits who ordered by how they stood at the start", async () => {
  const customers = await purchaseDays();
  const [from, to] = ["2011-10-01", "2011-11-01"];
  const split: Record<string, number> = { new: 0, active: 0, recently_inactive: 0, long_inactive: 0 };
  for (const { days } of customers.filter(({ days }) => days.some((day) => day >= from && day < to))) {
    const last = lastBefore(days, from);
    const before = last === null ? "new" : standingOf(between(last, from), limits);
    split[before] = (split[before] ?? 0) + 1;
  }
  const { value, values } = await read("positivation", asking({ from, to }));
  expect(values).toMatchObject({ ...split, activeThatOrdered: split.active });
  expect(value).toBe(Object.values(split).reduce((sum, count) => sum + count, 0));
});

test("each cohort says how many ordered in each month after its first", async () => {
  const customers = await purchaseDays();
  const { slices } = await read("cohort-retention", asking());
  for (const { key, value, series } of slices) {
    const members = customers.filter(({ days }) => days[0]?.startsWith(key));
    expect(value, key).toBe(members.length);
    for (const { from, value: ordered } of series ?? []) {
      const again = members.filter(({ days }) => days.some((day) => day.startsWith(from.slice(0, 7))));
      expect(ordered, `${key} ${from}`).toBe(again.length);
    }
  }
  expect(slices.length).toBeGreaterThan(3);
});

test("the month so far stands beside the same days of last month and last year", async () => {
  const net = async (from: string, to: string) => {
    const [row] = await sql<{ cents: number }[]>`
      select coalesce(sum(goods_cents), 0)::int as cents from orders where not is_bonus and placed_on >= ${from} and placed_on < ${to}`;
    return row?.cents;
  };
  const { value, values, series } = await read("revenue-evolution", asking());
  expect(value).toBe(await net("2011-12-01", "2011-12-10"));
  expect(values).toEqual({
    lastMonth: await net("2011-11-01", "2011-11-10"),
    sameMonthLastYear: await net("2010-12-01", "2010-12-10"),
  });
  expect(series.map(({ from }) => from)).toEqual(Array.from({ length: 9 }, (_, n) => daysAfter("2011-12-01", n)));
});
