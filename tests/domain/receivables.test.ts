import fc from "fast-check";
import { expect, test } from "vitest";
import { holdOf, holdsBeforeOn, reasonsAgainstCredit } from "#app/domain/credit/credit.ts";
import { daysAfter } from "#app/domain/period.ts";
import {
  ageOf,
  daysLate,
  dueBetween,
  instalmentsOf,
  openCentsOf,
  overdueAges,
  receivableStateOf,
} from "#app/domain/receivables/receivable.ts";

const today = "2026-11-22";
const credit = { limitCents: 100_000, usedCents: 0, isHeld: false, overdue: null, holdsBefore: null, override: null };

test("instalments add up to the order to the centavo, whatever the total and the terms", () => {
  const terms = fc
    .uniqueArray(fc.integer({ min: 0, max: 365 }), { maxLength: 24 })
    .map((days) => days.sort((a, b) => a - b));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), terms, (totalCents, days) => {
      const made = instalmentsOf(totalCents, days, today);
      expect(made.reduce((sum, one) => sum + one.amountCents, 0)).toBe(totalCents);
      expect(made.length).toBe(Math.min(totalCents, Math.max(1, days.length)));
      const amounts = made.map((one) => one.amountCents);
      if (made.length > 0) expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
      expect(amounts.every((cents) => cents > 0)).toBe(true);
      expect(made.map((one) => one.dueOn)).toEqual(
        (days.length ? days : [0]).slice(0, made.length).map((d) => daysAfter(today, d)),
      );
      expect(made.map((one) => one.instalment)).toEqual(made.map((_, at) => at + 1));
    }),
  );
});

test("the centavos that do not divide go on the first instalments", () => {
  expect(instalmentsOf(100_00, [28, 56, 84], "2026-01-31")).toEqual([
    { instalment: 1, instalments: 3, dueOn: "2026-02-28", amountCents: 3334 },
    { instalment: 2, instalments: 3, dueOn: "2026-03-28", amountCents: 3333 },
    { instalment: 3, instalments: 3, dueOn: "2026-04-25", amountCents: 3333 },
  ]);
});

test("an amount that is no whole number of centavos is never owed", () => {
  for (const wrong of [-1, 1.5, Number.NaN]) expect(() => instalmentsOf(wrong, [28], today)).toThrow(RangeError);
});

test("a receivable is overdue from the day after it was due, until it is paid or cancelled", () => {
  const owed = { dueOn: today, amountCents: 500, paidCents: 200, isCancelled: false };
  expect(receivableStateOf(owed, today)).toBe("open");
  expect(receivableStateOf(owed, daysAfter(today, 1))).toBe("overdue");
  expect(receivableStateOf({ ...owed, paidCents: 500 }, "2027-01-01")).toBe("paid");
  expect(receivableStateOf({ ...owed, isCancelled: true }, "2027-01-01")).toBe("cancelled");
  expect(openCentsOf(owed)).toBe(300);
  expect(openCentsOf({ ...owed, isCancelled: true })).toBe(0);
});

test("every late day has exactly one age, and the due days of an age lead back to it", () => {
  fc.assert(
    fc.property(fc.integer({ min: -40, max: 400 }), (late) => {
      const dueOn = daysAfter(today, -late);
      const within = overdueAges.filter((age) => {
        const { from, to } = dueBetween(age, today);
        return dueOn <= to && (from === null || dueOn >= from);
      });
      expect(within).toEqual(late > 0 ? [ageOf(dueOn, today)] : []);
      expect(daysLate(dueOn, today)).toBe(Math.max(0, late));
    }),
  );
});

test("overdue beyond the setting holds the credit and says how much since when; up to it, or with the setting off, it does not", () => {
  const owing = (sinceOn: string, days: number) => ({
    ...credit,
    overdue: { cents: 5000, sinceOn },
    holdsBefore: holdsBeforeOn(days, today),
  });
  expect(holdOf(owing("2026-10-01", 0))).toBeNull();
  expect(holdOf(owing(daysAfter(today, -10), 10))).toBeNull();
  expect(reasonsAgainstCredit(owing(daysAfter(today, -11), 10), 1)).toEqual([
    { code: "credit_overdue", details: { overdueCents: 5000, sinceOn: "2026-11-11" } },
  ]);
});

test("an override lets a held customer pass, but never over the limit", () => {
  const held = { ...credit, isHeld: true, override: { id: 1, untilOn: null } };
  expect(reasonsAgainstCredit(held, 100_000)).toEqual([]);
  expect(reasonsAgainstCredit(held, 100_001).map((reason) => reason.code)).toEqual(["credit_exceeded"]);
  expect(reasonsAgainstCredit({ ...held, override: null }, 1).map((reason) => reason.code)).toEqual(["credit_held"]);
});
