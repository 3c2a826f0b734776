import fc from "fast-check";
import { expect, test } from "vitest";
import { isValidOn, type PriceCandidate, priceSources, quote as quoteOf } from "#app/domain/pricing/quote.ts";

const today = "2026-11-22";

const quote = (candidates: PriceCandidate[], quantity: number, on: string) =>
  quoteOf({ candidates, promotions: [], taxes: [], terms: null }, quantity, on);

function price(
  source: PriceCandidate["source"],
  unitPriceE4: number,
  more: Partial<PriceCandidate> = {},
): PriceCandidate {
  return {
    source,
    layer: 3,
    name: source,
    fromQuantity: 1,
    unitPriceE4,
    validFrom: null,
    validUntil: null,
    formula: null,
    ...more,
  };
}

const candidate = fc.record<PriceCandidate>({
  source: fc.constantFrom(...priceSources),
  layer: fc.constantFrom(0, 1, 3, 4),
  formula: fc.constant(null),
  name: fc.constantFrom("A", "B"),
  fromQuantity: fc.constantFrom(1, 6, 12, 60),
  unitPriceE4: fc.integer({ min: 1, max: 1_000_000 }),
  validFrom: fc.constantFrom(null, "2026-01-01", "2026-11-22", "2026-12-01"),
  validUntil: fc.constantFrom(null, "2026-11-22", "2026-11-23", "2027-01-01"),
});
// A layer of a source holds at most one price for a quantity, as in the tables.
const candidates = fc.uniqueArray(candidate, {
  selector: (one) => `${one.source} ${one.layer} ${one.fromQuantity}`,
  maxLength: 20,
});

test("a price agreed with the customer wins over their table, that over group, state and the general table", () => {
  const all = priceSources.map((source, rank) => price(source, 10_000 * (rank + 1)));
  for (const [rank, source] of priceSources.entries()) {
    expect(quote(all.slice(rank), 1, today)?.source).toBe(source);
  }
});

test("without a price for the day there is nothing to sell", () => {
  expect(quote([], 1, today)).toBeNull();
  expect(quote([price("general", 100, { validUntil: today })], 1, today)).toBeNull();
  expect(quote([price("general", 100, { validFrom: "2026-11-23" })], 1, today)).toBeNull();
  expect(quote([price("general", 100, { fromQuantity: 12 })], 11, today)).toBeNull();
});

test("a price counts from its first day up to the day before it ends", () => {
  const week = { validFrom: "2026-11-16", validUntil: "2026-11-23" };
  expect(["2026-11-15", "2026-11-16", "2026-11-22", "2026-11-23"].map((on) => isValidOn(week, on))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("an agreement that has ended leaves the customer's table in force", () => {
  const ended = price("customer", 80_000, { validUntil: "2026-11-22" });
  expect(quote([ended, price("assigned", 90_000)], 1, today)?.unitPriceE4).toBe(90_000);
});

test("volume breaks count inside the winning source, and a cheaper break elsewhere does not", () => {
  const found = quote([price("assigned", 90_000), price("general", 10_000, { fromQuantity: 12 })], 12, today);
  expect(found?.unitPriceE4).toBe(90_000);
});

const always = { validFrom: null, validUntil: null };

test("the chain goes from the general price over the customer's own to the volume break, each step against the one before", () => {
  const found = quote(
    [
      price("general", 100_000),
      price("general", 95_000, { fromQuantity: 60 }),
      price("assigned", 90_000),
      price("assigned", 81_000, { fromQuantity: 12, validUntil: "2027-01-01" }),
    ],
    60,
    today,
  );
  expect(found?.chain).toEqual([
    { source: "general", name: "general", fromQuantity: 1, unitPriceE4: 100_000, basisPoints: 0, ...always },
    { source: "assigned", name: "assigned", fromQuantity: 1, unitPriceE4: 90_000, basisPoints: -1000, ...always },
    {
      source: "volume",
      name: "assigned",
      fromQuantity: 12,
      unitPriceE4: 81_000,
      basisPoints: -1000,
      validFrom: null,
      validUntil: "2027-01-01",
    },
  ]);
});

test("the cheapest next step is named, and a larger quantity that costs more is not offered", () => {
  const own = [
    price("assigned", 90_000),
    price("assigned", 85_500, { fromQuantity: 12 }),
    price("assigned", 81_000, { fromQuantity: 60 }),
  ];
  expect(quote(own, 1, today)?.next).toEqual({ fromQuantity: 12, unitPriceE4: 85_500, basisPoints: -500 });
  expect(quote(own, 12, today)?.next).toEqual({ fromQuantity: 60, unitPriceE4: 81_000, basisPoints: -526 });
  expect(quote(own, 60, today)?.next).toBeNull();
  expect(quote([price("general", 100), price("general", 120, { fromQuantity: 12 })], 1, today)?.next).toBeNull();
});

test("whatever was written down: the quote is the strongest valid source's and layer's own price for the largest quantity reached", () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 100 }), (all, quantity) => {
      const reached = all.filter((one) => isValidOn(one, today) && one.fromQuantity <= quantity);
      const found = quote(all, quantity, today);
      if (reached.length === 0) {
        expect(found).toBeNull();
        return;
      }
      const source = priceSources.find((one) => reached.some((price) => price.source === one));
      const ofSource = reached.filter((one) => one.source === source);
      const layer = Math.min(...ofSource.map((one) => one.layer));
      const own = ofSource.filter((one) => one.layer === layer);
      const largest = own.reduce((best, one) => (one.fromQuantity > best.fromQuantity ? one : best));
      expect(found?.source).toBe(source);
      expect(found?.unitPriceE4).toBe(largest.unitPriceE4);
    }),
  );
});

test("whatever was written down: the chain ends at the price quoted, and the breaks say what each quantity costs", () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 100 }), (all, quantity) => {
      const found = quote(all, quantity, today);
      if (!found) return;
      expect(found.chain.at(-1)?.unitPriceE4).toBe(found.unitPriceE4);
      for (const { fromQuantity, unitPriceE4 } of found.breaks) {
        expect(quote(all, fromQuantity, today)?.unitPriceE4).toBe(unitPriceE4);
      }
      const reached = found.breaks.filter((one) => one.fromQuantity <= quantity).at(-1);
      expect(reached?.unitPriceE4).toBe(found.unitPriceE4);
      if (found.next) {
        expect(found.next.unitPriceE4).toBeLessThan(found.unitPriceE4);
        expect(found.next.fromQuantity).toBeGreaterThan(quantity);
      }
    }),
  );
});

test("prices outside their days, and in whatever order they come, change nothing", () => {
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 100 }), (all, quantity) => {
      const valid = all.filter((one) => isValidOn(one, today));
      expect(quote([...valid].reverse(), quantity, today)).toEqual(quote(all, quantity, today));
    }),
  );
});
