import fc from "fast-check";
import { expect, test } from "vitest";
import { comparedWith, stepsOf, stintsOf } from "#app/domain/indicators/periods.ts";
import { filtersOf, paramsOf, readingFromQuery } from "#app/domain/indicators/query.ts";
import { daysAfter, daysBetween, startOf } from "#app/domain/period.ts";

const asOf = startOf("2011-12-10");
const asked = { from: null, to: null, asOf };
const now = new Date("2026-11-21T15:00:00Z");
const read = (said: string) => readingFromQuery(new URLSearchParams(said), now);

test("a total without a period reads all that is known, and compares with nothing", () => {
  const { main, previous } = stintsOf({ usual: "all", over: "period" }, asked, "2010-12-01");
  expect(main).toEqual({ from: "2010-12-01", to: "2011-12-10", until: "2011-12-10", today: "2011-12-10" });
  expect(previous).toBeNull();
});

test("a window of twelve months ends where the reading ends and is compared with itself a month before", () => {
  const { main, previous } = stintsOf({ usual: "year", over: "moment" }, asked, "2010-12-01");
  expect(main).toMatchObject({ from: "2010-12-10", to: "2011-12-10" });
  expect(previous).toMatchObject({ from: "2010-11-10", to: "2011-11-10", today: "2011-11-10" });
});

test("inside a day the day itself counts and days are counted from it", () => {
  const inside = new Date("2011-12-09T15:00:00Z");
  const { main } = stintsOf({ usual: "all", over: "moment" }, { ...asked, asOf: inside }, "2010-12-01");
  expect(main).toMatchObject({ until: "2011-12-10", today: "2011-12-09" });
});

test("nothing after the reading is ever asked for, whatever period is wished", () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => daysAfter("2008-01-01", days));
  const usual = fc.constantFrom("all" as const, "year" as const, "month" as const, "thisMonth" as const);
  const over = fc.constantFrom("moment" as const, "period" as const);
  const every = fc.constantFrom(null, "month" as const, "week" as const);
  fc.assert(
    fc.property(day, day, day, usual, over, every, (from, to, at, wish, kind, step) => {
      const wished = { from, to, asOf: startOf(at), every: step };
      const { main, previous, series } = stintsOf({ usual: wish, over: kind }, wished, "2009-03-04");
      for (const stint of [main, ...(previous ? [previous] : []), ...series]) {
        expect(stint.from <= stint.to).toBe(true);
        expect(stint.until <= at).toBe(true);
      }
    }),
  );
});

test("months are compared with months, other stretches with as many days", () => {
  expect(comparedWith({ from: "2026-03-01", to: "2026-04-01" })).toEqual({ from: "2026-02-01", to: "2026-03-01" });
  expect(comparedWith({ from: "2026-03-01", to: "2026-03-11" })).toEqual({ from: "2026-02-01", to: "2026-02-11" });
  expect(comparedWith({ from: "2026-01-01", to: "2026-04-01" })).toEqual({ from: "2025-10-01", to: "2026-01-01" });
  expect(comparedWith({ from: "2026-03-05", to: "2026-03-12" })).toEqual({ from: "2026-02-26", to: "2026-03-05" });
});

test("steps fill a period without gap or overlap, weeks begin on Monday", () => {
  expect(stepsOf({ from: "2026-11-20", to: "2026-12-02" }, "week").map(({ from }) => from)).toEqual([
    "2026-11-20",
    "2026-11-23",
    "2026-11-30",
  ]);
  const days = fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 900 }));
  fc.assert(
    fc.property(days, fc.constantFrom("month" as const, "week" as const, "day" as const), ([start, length], step) => {
      const from = daysAfter("2020-01-01", start);
      const period = { from, to: daysAfter(from, length) };
      const steps = stepsOf(period, step);
      expect(steps[0]?.from).toBe(period.from);
      expect(steps.at(-1)?.to).toBe(period.to);
      for (const [n, one] of steps.entries()) if (n > 0) expect(one.from).toBe(steps[n - 1]?.to);
      expect(steps.reduce((sum, one) => sum + daysBetween(one.from, one.to), 0)).toBe(length);
    }),
  );
});

test("a bare day as of means its first moment in São Paulo, a moment means itself", () => {
  expect(read("asOf=2011-12-10").query.asOf.toISOString()).toBe("2011-12-10T02:00:00.000Z");
  expect(read("asOf=2026-01-05T10:00:00-03:00").query.asOf.toISOString()).toBe("2026-01-05T13:00:00.000Z");
});

test("without as of a period that is over is read at its end, one that is not is read now", () => {
  expect(read("to=2011-12-10").query.asOf).toEqual(asOf);
  expect(read("to=2027-01-01").query.asOf).toBe(now);
  expect(read("").query).toMatchObject({ asOf: now, from: null, to: null, by: null, every: null, of: "customers" });
});

test("what cannot be read is named and left out, and the rest still counts", () => {
  const { query, wrong } = read("asOf=yesterday&by=moon&uf=sp&uf=RJ&standing=asleep&from=2026-02-30");
  expect(wrong.sort()).toEqual(["asOf", "by", "from", "standing"]);
  expect(query.filter).toEqual({ uf: ["SP", "RJ"] });
});

test("an address asks the same again", () => {
  const said = "from=2026-01-01&to=2026-02-01&by=uf&every=month&of=products&uf=SP&uf=RJ&abc=A&product=P1&way=visit";
  const { query } = read(said);
  const again = readingFromQuery(paramsOf(query), now).query;
  expect(again).toEqual(query);
  expect(filtersOf(query.filter)).toEqual({ uf: ["SP", "RJ"], abc: ["A"], product: ["P1"], way: ["visit"] });
});
