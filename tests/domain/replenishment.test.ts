import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter, daysBetween } from "#app/domain/period.ts";
import {
  type KnownProduct,
  type PurchaseDay,
  placeOf,
  purchasesLookedAt,
  rhythmOf,
  usualQuantity,
} from "#app/domain/replenishment/replenishment.ts";

const first = "2026-01-05";

/** Purchases at these gaps from the first day on, each of the same quantity. */
function boughtAt(gaps: number[], quantity = 12): PurchaseDay[] {
  const bought = [{ on: first, quantity }];
  for (const gap of gaps) bought.push({ on: daysAfter(bought.at(-1)?.on ?? first, gap), quantity });
  return bought;
}

const lastOf = (purchases: PurchaseDay[]) => purchases.at(-1)?.on ?? first;
const some = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 3, maxLength: 20 });
const product = { packMultiple: 6, minimumQuantity: 12 };

test("three purchases make no rhythm, four do", () => {
  expect(rhythmOf([], first)).toEqual({ kind: "too_few" });
  expect(rhythmOf(boughtAt([14, 14]), "2026-02-10")).toEqual({ kind: "too_few" });
  // 5, 19 January, 2 and 16 February: every 14 days, the next on 2 March.
  expect(rhythmOf(boughtAt([14, 14, 14]), "2026-02-20")).toEqual({ kind: "later", cycleDays: 14, dueOn: "2026-03-02" });
});

test("one purchase made early or late does not move the due day", () => {
  // The middle of 14, 14 and 35 is 14.
  expect(rhythmOf(boughtAt([14, 35, 14]), "2026-03-10")).toMatchObject({ cycleDays: 14, dueOn: "2026-03-23" });
});

test("a product is due in the seven days before its day, then overdue, and given up after three cycles", () => {
  const monthly = boughtAt([30, 30, 30]);
  const kindAfter = (days: number) => rhythmOf(monthly, daysAfter(lastOf(monthly), days)).kind;
  expect([0, 22, 23, 30, 31, 90, 91].map(kindAfter)).toEqual([
    "later",
    "later",
    "due",
    "due",
    "overdue",
    "overdue",
    "given_up",
  ]);
});

test("what is bought every week is not due again the day after, and a fortnight's absence does not give it up", () => {
  const weekly = boughtAt([7, 7, 7]);
  const kindAfter = (days: number) => rhythmOf(weekly, daysAfter(lastOf(weekly), days)).kind;
  expect([1, 3, 4, 7, 8, 30, 31].map(kindAfter)).toEqual([
    "later",
    "later",
    "due",
    "due",
    "overdue",
    "overdue",
    "given_up",
  ]);
});

test("gaps that lie far from their middle make no due day", () => {
  // The middle of 5, 30 and 80 is 30; the gaps lie 25, 0 and 50 from it, in the middle 25: more than half of 30.
  expect(rhythmOf(boughtAt([5, 30, 80]), "2026-05-01")).toEqual({ kind: "irregular", cycleDays: 30 });
  // Of 20, 30 and 40 they lie 10 from it: a third.
  expect(rhythmOf(boughtAt([20, 30, 40]), "2026-04-06").kind).toBe("later");
});

test("a rhythm that changed is followed: only the latest nine purchases count", () => {
  const faster = boughtAt([60, 60, 60, 60, 60, 60, 10, 10, 10, 10, 10, 10, 10, 10]);
  expect(rhythmOf(faster, daysAfter(lastOf(faster), 1))).toMatchObject({ cycleDays: 10 });
});

test("the order in which purchases are told changes nothing, and older ones than are looked at neither", () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 400 }), fc.array(fc.nat(), { maxLength: 21 }), (gaps, after, keys) => {
      const told = boughtAt(gaps);
      const today = daysAfter(lastOf(told), after);
      const shuffled = told
        .map((one, place) => ({ one, key: keys[place] ?? place }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(rhythmOf(shuffled, today)).toEqual(rhythmOf(told, today));
      expect(rhythmOf(told.slice(-purchasesLookedAt), today)).toEqual(rhythmOf(told, today));
    }),
  );
});

test("the due day is the last purchase plus a cycle that lies between the shortest and the longest gap", () => {
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 400 }), (gaps, after) => {
      const told = boughtAt(gaps);
      const rhythm = rhythmOf(told, daysAfter(lastOf(told), after));
      const seen = gaps.slice(-(purchasesLookedAt - 1));
      if (rhythm.kind === "too_few") throw new Error("four purchases are enough");
      expect(rhythm.cycleDays).toBeGreaterThanOrEqual(Math.min(...seen));
      expect(rhythm.cycleDays).toBeLessThanOrEqual(Math.max(...seen));
      if ("dueOn" in rhythm) expect(daysBetween(lastOf(told), rhythm.dueOn)).toBe(rhythm.cycleDays);
    }),
  );
});

test("as days pass a product goes from later to due to overdue to given up, and never back", () => {
  const order = ["later", "due", "overdue", "given_up"];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), (cycle) => {
      const told = boughtAt([cycle, cycle, cycle, cycle]);
      let before = 0;
      for (let after = 0; after <= cycle * 4 + 40; after++) {
        const now = order.indexOf(rhythmOf(told, daysAfter(lastOf(told), after)).kind);
        expect(now).toBeGreaterThanOrEqual(before);
        before = now;
      }
      expect(order[before]).toBe("given_up");
    }),
  );
});

test("all gaps equal are never irregular, whatever they are", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 365 }), fc.integer({ min: 3, max: 12 }), (cycle, times) => {
      const told = boughtAt(Array.from({ length: times }, () => cycle));
      expect(rhythmOf(told, lastOf(told))).toMatchObject({ cycleDays: cycle });
    }),
  );
});

test("the usual quantity is the middle one in whole packs and never under the minimum", () => {
  const of = (...quantities: number[]) => quantities.map((quantity, day) => ({ on: daysAfter(first, day), quantity }));
  expect(usualQuantity(product, of(12, 18, 500))).toBe(18);
  expect(usualQuantity(product, of(18, 24))).toBe(24);
  expect(usualQuantity(product, of(1, 2, 3))).toBe(12);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 48 }),
      fc.integer({ min: 1, max: 200 }),
      fc.array(fc.integer({ min: 1, max: 120_000 }), { minLength: 1, maxLength: 12 }),
      (packMultiple, minimumQuantity, quantities) => {
        const usual = usualQuantity({ packMultiple, minimumQuantity }, of(...quantities));
        expect(usual % packMultiple).toBe(0);
        expect(usual).toBeGreaterThanOrEqual(minimumQuantity);
        expect(usual).toBeLessThanOrEqual(100_000 + packMultiple);
      },
    ),
  );
});

test("the customer's own word comes first, then that it is no longer sold, then the rhythm", () => {
  const purchases = boughtAt([14, 14, 14]);
  const today = daysAfter(lastOf(purchases), 14);
  const soap: KnownProduct = {
    ...product,
    productId: 1,
    sku: "SAB",
    isActive: true,
    isHidden: false,
    ownQuantity: null,
    purchaseDays: 4,
    lastOn: lastOf(purchases),
    purchases,
  };
  expect(placeOf(soap, today)).toMatchObject({ kind: "due", quantity: 12, usual: 12, lastOn: lastOf(purchases) });
  expect(placeOf({ ...soap, ownQuantity: 25 }, today)).toMatchObject({ quantity: 30, usual: 12 });
  expect(placeOf({ ...soap, isActive: false }, today)).toMatchObject({ why: "unsold", cycleDays: 14 });
  expect(placeOf({ ...soap, isActive: false, isHidden: true }, today)).toMatchObject({ why: "hidden" });
  expect(placeOf({ ...soap, purchases: purchases.slice(1) }, today)).toMatchObject({ why: "too_few", cycleDays: null });
});
