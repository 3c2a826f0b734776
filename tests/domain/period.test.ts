import fc from "fast-check";
import { expect, test } from "vitest";
import {
  asOfFrom,
  dayOf,
  daysAfter,
  daysBetween,
  isDay,
  momentAt,
  monthsAfter,
  monthsOf,
  previousOf,
  startOf,
  weekStart,
} from "#app/domain/period.ts";

const anyDay = fc
  .integer({ min: 0, max: 25_000 })
  .map((days) => new Date(Date.UTC(1985, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

test("a day of São Paulo begins at three in the morning UTC, and at two while it kept daylight saving", () => {
  expect(startOf("2026-11-22").toISOString()).toBe("2026-11-22T03:00:00.000Z");
  expect(startOf("2011-12-10").toISOString()).toBe("2011-12-10T02:00:00.000Z");
});

test("a midnight that daylight saving skipped is the first moment after it", () => {
  expect(startOf("2010-10-17").toISOString()).toBe("2010-10-17T03:00:00.000Z");
  expect(dayOf(startOf("2010-10-17"))).toBe("2010-10-17");
});

test("every day holds its own first moment and not the one before", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(dayOf(startOf(day))).toBe(day);
      expect(dayOf(new Date(startOf(day).getTime() - 1))).toBe(daysAfter(day, -1));
    }),
    { numRuns: 200 },
  );
});

test("days are counted on the calendar", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
      expect(daysBetween(day, daysAfter(day, days))).toBe(days);
    }),
  );
});

test("a month later is the same day or the month's last", () => {
  expect(monthsAfter("2026-01-31", 1)).toBe("2026-02-28");
  expect(monthsAfter("2024-01-31", 1)).toBe("2024-02-29");
  expect(monthsAfter("2026-11-22", -12)).toBe("2025-11-22");
});

test("a period is cut into its months without a gap", () => {
  const months = monthsOf({ from: "2026-01-15", to: "2026-03-02" });
  expect(months).toEqual([
    { from: "2026-01-15", to: "2026-02-01" },
    { from: "2026-02-01", to: "2026-03-01" },
    { from: "2026-03-01", to: "2026-03-02" },
  ]);
  expect(previousOf({ from: "2026-03-01", to: "2026-03-31" })).toEqual({ from: "2026-01-30", to: "2026-03-01" });
});

test("a week begins on Monday", () => {
  expect(weekStart("2026-11-22")).toBe("2026-11-16");
  expect(weekStart("2026-11-23")).toBe("2026-11-23");
});

test("a bare day is its first moment, a moment without offset is São Paulo's, nonsense is refused", () => {
  expect(asOfFrom("2026-11-22")).toEqual(startOf("2026-11-22"));
  expect(asOfFrom("2026-11-22T10:30")).toEqual(momentAt("2026-11-22", "10:30:00"));
  expect(asOfFrom("2026-11-22T10:30:00Z")?.toISOString()).toBe("2026-11-22T10:30:00.000Z");
  for (const said of ["", "yesterday", "2026-02-30", "22/11/2026", "2026-13-01T10:00"])
    expect(asOfFrom(said)).toBeNull();
  expect(isDay("2026-02-29")).toBe(false);
});
