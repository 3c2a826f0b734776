import fc from "fast-check";
import { expect, test } from "vitest";
import { lineCents, priceChangedBy } from "#app/domain/money.ts";
import { daysAfter } from "#app/domain/period.ts";
import {
  type AskedLine,
  answeredLineOf,
  daysLeftOf,
  linesToBuy,
  mayBeAskedAgain,
  quoteStateOf,
  quoteSumsOf,
  reasonNotToAnswer,
  reasonNotToDecide,
  reasonsAgainstAnswer,
  type SaidLine,
} from "#app/domain/quotes/quote.ts";

const today = "2026-11-28";
const at = new Date("2026-11-20T14:00:00Z");
const open = { answeredAt: null, validUntil: null, acceptedAt: null, declinedAt: null, withdrawnAt: null };
const answer = { ...open, answeredAt: at, validUntil: today };
const asked: AskedLine = {
  ...{ sku: "SAB-1", wishedQuantity: 12, listUnitPriceE4: 36_700, packMultiple: 6, minimumQuantity: 6 },
};
const silent: SaidLine = {
  ...{ sku: "SAB-1", isUnavailable: false, quantity: null, unitPriceE4: null, discountBasisPoints: null, note: null },
};
const codes = (said: Partial<SaidLine>, most: number | null = 1000) =>
  reasonsAgainstAnswer(asked, { ...silent, ...said }, most).map(({ code }) => code);

test("an answer stands on its last day and is over on the day after; what ended it says so for good", () => {
  expect(quoteStateOf(open, today)).toBe("asked");
  expect(quoteStateOf(answer, today)).toBe("answered");
  expect(quoteStateOf(answer, daysAfter(today, 1))).toBe("expired");
  for (const [moment, state] of [
    ["acceptedAt", "accepted"],
    ["declinedAt", "declined"],
    ["withdrawnAt", "withdrawn"],
  ] as const) {
    expect(quoteStateOf({ ...answer, [moment]: at }, daysAfter(today, 400))).toBe(state);
  }
  expect([daysLeftOf(today, today), daysLeftOf("2026-12-05", today)]).toEqual([0, 7]);
});

test("the house answers what waits, the buyer decides what is open, and nothing else moves", () => {
  const states = ["asked", "answered", "expired", "accepted", "declined", "withdrawn"] as const;
  expect(states.filter((state) => reasonNotToAnswer(state) === null)).toEqual(["asked"]);
  expect(states.filter((state) => reasonNotToDecide(state, today) === null)).toEqual(["answered"]);
  expect(states.filter(mayBeAskedAgain)).toEqual(["answered", "expired", "declined", "withdrawn"]);
});

test("nothing said means what was asked at the list price; a discount keeps whole centavos and is never exceeded", () => {
  expect(answeredLineOf(asked, silent)).toMatchObject({ quantity: 12, unitPriceE4: 36_700 });
  expect(answeredLineOf(asked, { ...silent, discountBasisPoints: 1000 }).unitPriceE4).toBe(33_100);
  expect(answeredLineOf(asked, { ...silent, isUnavailable: true })).toMatchObject({
    quantity: null,
    unitPriceE4: null,
  });
});

test("a price and a discount at once, broken packs, or too much discount for a rep are refused", () => {
  expect(codes({ unitPriceE4: 36_000, discountBasisPoints: 100 })).toEqual(["quote_price_twice"]);
  for (const quantity of [0, -1, 1.5, 1e9]) expect(codes({ quantity })).toEqual(["quantity_invalid"]);
  expect(codes({ quantity: 13 })).toEqual(["not_pack_multiple"]);
  expect(codes({ unitPriceE4: 33_029 })).toEqual(["quote_discount_limit"]);
  expect(codes({ unitPriceE4: 33_030 })).toEqual([]);
  expect(codes({ unitPriceE4: 0 }, null)).toEqual([]);
  expect(codes({ isUnavailable: true, quantity: 13 })).toEqual([]);
});

test("whatever discount within the limit is given in per cent, the limit holds, and the sums add up line by line", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.integer({ min: 0, max: 10_000 }),
      fc.integer({ min: 1, max: 1000 }),
      (list, off, packs) => {
        const line = { ...asked, listUnitPriceE4: list, wishedQuantity: packs * 6 };
        const said = { ...silent, discountBasisPoints: off };
        expect(reasonsAgainstAnswer(line, said, off)).toEqual([]);
        const { quantity, unitPriceE4 } = answeredLineOf(line, said);
        expect(unitPriceE4).toBeGreaterThanOrEqual(priceChangedBy(list, -off));
        expect(unitPriceE4).toBeLessThanOrEqual(list);
        const priced = { ...line, quantity, unitPriceE4, isUnavailable: false };
        const gone = { ...line, quantity: null, unitPriceE4: null, isUnavailable: true };
        const sums = quoteSumsOf([priced, gone, priced], 1234);
        expect(sums.goodsCents).toBe(2 * lineCents(quantity ?? 0, unitPriceE4 ?? 0));
        expect([sums.listCents, sums.totalCents]).toEqual([2 * lineCents(packs * 6, list), sums.goodsCents + 1234]);
        expect(linesToBuy([priced, gone])).toEqual([{ sku: "SAB-1", quantity: packs * 6 }]);
      },
    ),
  );
});
