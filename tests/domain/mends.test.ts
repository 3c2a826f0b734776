import fc from "fast-check";
import { expect, test } from "vitest";
import { mendsOf } from "#app/domain/carts/mends.ts";
import { type Candidate, nearest } from "#app/domain/carts/substitutes.ts";
import { mostOrderable, reasonsAgainstQuantity } from "#app/domain/catalog/quantity.ts";

const most = (pack: number) => Math.floor(100_000 / pack) * pack;
const quote = {
  ...{
    unitPriceE4: 100_000,
    source: "general" as const,
    chain: [],
    next: null,
    breaks: [],
    promotion: null,
    taxes: [],
  },
};

test("every mend of a quantity is one the rules take, and nothing is offered where nothing is wrong", () => {
  const line = fc.record({
    packMultiple: fc.integer({ min: 1, max: 500 }),
    minimumQuantity: fc.integer({ min: 1, max: 2_000 }),
    quantity: fc.integer({ min: 1, max: 100_000 }),
    available: fc.integer({ min: -50, max: 120_000 }),
  });
  fc.assert(
    fc.property(line, (facts) => {
      const { rounded, short } = mendsOf({ ...facts, isActive: true, quote });
      for (const quantity of rounded) expect(reasonsAgainstQuantity(facts, quantity)).toEqual([]);
      if (reasonsAgainstQuantity(facts, facts.quantity).length === 0) expect(rounded).toEqual([]);
      expect(short === null).toBe(facts.quantity <= facts.available);
      if (!short) return;
      expect(short.there).toBeLessThanOrEqual(Math.max(0, facts.available));
      if (short.there > 0) expect(reasonsAgainstQuantity(facts, short.there)).toEqual([]);
      expect(reasonsAgainstQuantity(facts, short.missing)).toEqual([]);
      expect(short.there + short.missing).toBeGreaterThanOrEqual(Math.min(facts.quantity, most(facts.packMultiple)));
    }),
  );
});

test("of a shelf that holds less than the least nothing can be ordered", () => {
  const soap = { packMultiple: 6, minimumQuantity: 12 };
  expect([11, 12, 17, 18, 0, -3].map((there) => mostOrderable(soap, there))).toEqual([0, 12, 12, 18, 0, 0]);
});

test("a product that is no longer sold can only leave", () => {
  const facts = { packMultiple: 6, minimumQuantity: 1, quantity: 7, available: 0 };
  const unsold = { rounded: [], short: null, isUnsold: true };
  expect(mendsOf({ ...facts, isActive: false, quote })).toEqual(unsold);
  expect(mendsOf({ ...facts, isActive: true, quote: null })).toEqual(unsold);
});

const candidate = (sku: string, said: Partial<Candidate> = {}): Candidate => ({
  ...{ sku, name: sku, unit: "un", quantity: 6, available: 60, unitPriceE4: 100_000, isChosen: false, likeness: 0.5 },
  ...said,
});

test("the office's own substitute comes first, then the nearest by name and price, and only what is there in full", () => {
  const offered = nearest(
    [
      candidate("dear", { unitPriceE4: 190_000 }),
      candidate("alike", { likeness: 0.9 }),
      candidate("short", { available: 5, isChosen: true }),
      candidate("chosen", { isChosen: true, unitPriceE4: 500_000, likeness: 1 }),
      candidate("plain"),
    ],
    100_000,
  );
  expect(offered.map(({ sku }) => sku)).toEqual(["chosen", "alike", "plain"]);
});
