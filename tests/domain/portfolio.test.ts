import fc from "fast-check";
import { expect, test } from "vitest";
import { startOf } from "#app/domain/period.ts";
import { abcClassOf, abcWindow, ranked } from "#app/domain/portfolio/abc.ts";
import { balanceOf, standingOf } from "#app/domain/portfolio/standing.ts";

const limits = { activeDays: 60, recentlyInactiveDays: 20 };

test("a customer is active until the 59th day, recently inactive from the 60th, long inactive from the 80th", () => {
  expect([0, 59, 60, 79, 80, 4000].map((days) => standingOf(days, limits))).toEqual([
    "active",
    "active",
    "recently_inactive",
    "recently_inactive",
    "long_inactive",
    "long_inactive",
  ]);
  expect(standingOf(null, limits)).toBe("prospect");
});

test("the company's own limits move the borders", () => {
  expect(standingOf(30, { activeDays: 30, recentlyInactiveDays: 10 })).toBe("recently_inactive");
  expect(standingOf(40, { activeDays: 30, recentlyInactiveDays: 10 })).toBe("long_inactive");
});

test("the share before decides the class, so the one that crosses 80 % is still A", () => {
  const classes = ranked([
    { id: 1, cents: 7_999 },
    { id: 2, cents: 1_000 },
    { id: 3, cents: 501 },
    { id: 4, cents: 500 },
  ]).map(({ id, abcClass }) => `${id}${abcClass}`);
  expect(classes).toEqual(["1A", "2A", "3B", "4C"]);
});

test("nothing bought and more returned than bought are C and outside the total", () => {
  const [first, ...rest] = ranked([
    { id: 9, cents: -5_000 },
    { id: 4, cents: 0 },
    { id: 7, cents: 100 },
  ]);
  expect(first).toMatchObject({ id: 7, abcClass: "A", beforeCents: 0 });
  expect(rest.map(({ id, abcClass }) => `${id}${abcClass}`)).toEqual(["4C", "9C"]);
});

test("ties stand in the order of their ids, whatever order they came in", () => {
  const list = [3, 1, 2].map((id) => ({ id, cents: 50 }));
  expect(ranked(list).map(({ id }) => id)).toEqual([1, 2, 3]);
});

test("classes only ever go down the ranking, and A holds at least 80 % where anything was sold", () => {
  const cents = fc.array(fc.integer({ min: -100_000, max: 10_000_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(cents, (values) => {
      const list = ranked(values.map((value, id) => ({ id, cents: value })));
      expect(list.map(({ abcClass }) => abcClass)).toEqual(list.map(({ abcClass }) => abcClass).sort());
      const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
      const ofA = list.filter(({ abcClass }) => abcClass === "A").reduce((sum, one) => sum + one.cents, 0);
      expect(ofA * 100).toBeGreaterThanOrEqual(total * 80);
      for (const one of list) expect(one.abcClass).toBe(abcClassOf(one.cents, one.beforeCents, total));
    }),
  );
});

test("the window of a bare day ends before it; inside a day it holds that day", () => {
  expect(abcWindow(startOf("2011-12-10"))).toEqual({ from: "2010-12-10", to: "2011-12-10" });
  expect(abcWindow(new Date("2026-11-21T15:00:00Z"))).toEqual({ from: "2025-11-22", to: "2026-11-22" });
});

test("the balance is what came in less what left", () => {
  expect(balanceOf({ opened: 5, recovered: 3, lost: 9 })).toBe(-1);
});
