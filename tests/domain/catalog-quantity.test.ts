import fc from "fast-check";
import { expect, test } from "vitest";
import { leastQuantity, mostUnits, reasonsAgainstQuantity, roundedToPack } from "#app/domain/catalog/quantity.ts";
import { availableOf } from "#app/domain/catalog/stock.ts";

const packing = fc.record({
  packMultiple: fc.integer({ min: 1, max: 144 }),
  minimumQuantity: fc.integer({ min: 1, max: 1000 }),
});

const codes = (packMultiple: number, minimumQuantity: number, quantity: number) =>
  reasonsAgainstQuantity({ packMultiple, minimumQuantity }, quantity).map((reason) => reason.code);

test("only whole quantities from 1 to 100,000 are quantities at all", () => {
  for (const quantity of [0, -6, 1.5, 100_001, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(codes(1, 1, quantity)).toEqual(["quantity_invalid"]);
  }
  expect(codes(1, 1, 100_000)).toEqual([]);
});

test("packs are sold whole, and under the minimum nothing is sold", () => {
  expect(codes(12, 24, 24)).toEqual([]);
  expect(codes(12, 24, 30)).toEqual(["not_pack_multiple"]);
  expect(codes(12, 24, 12)).toEqual(["below_minimum_quantity"]);
  expect(codes(12, 24, 7)).toEqual(["below_minimum_quantity", "not_pack_multiple"]);
});

test("a reason says what would do instead: the packs around it, the minimum and what is missing", () => {
  const [reason] = reasonsAgainstQuantity({ packMultiple: 12, minimumQuantity: 1 }, 30);
  expect(reason?.details).toEqual({ quantity: 30, multiple: 12, below: 24, above: 36 });
  const [below] = reasonsAgainstQuantity({ packMultiple: 12, minimumQuantity: 20 }, 12);
  expect(below?.details).toEqual({ quantity: 12, minimum: 24, missing: 12 });
});

test("rounding gives the nearest quantity upwards that can be ordered", () => {
  expect(roundedToPack({ packMultiple: 12, minimumQuantity: 1 }, 13)).toBe(24);
  expect(roundedToPack({ packMultiple: 12, minimumQuantity: 30 }, 1)).toBe(36);
  expect(roundedToPack({ packMultiple: 7, minimumQuantity: 1 }, mostUnits)).toBe(99_995);
});

test("whatever the pack and the minimum: what rounding and the least quantity give can be ordered", () => {
  fc.assert(
    fc.property(packing, fc.integer({ min: 1, max: mostUnits }), (product, quantity) => {
      expect(reasonsAgainstQuantity(product, roundedToPack(product, quantity))).toEqual([]);
      expect(reasonsAgainstQuantity(product, leastQuantity(product))).toEqual([]);
      if (reasonsAgainstQuantity(product, quantity).length === 0) {
        expect(roundedToPack(product, quantity)).toBe(quantity);
      }
    }),
  );
});

test("what can be sold is what lies there less what is promised; without a stock row there is none", () => {
  expect(availableOf({ onHand: 10, reserved: 3 })).toBe(7);
  expect(availableOf(null)).toBe(0);
});
