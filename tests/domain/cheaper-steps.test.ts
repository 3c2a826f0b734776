import fc from "fast-check";
import { expect, test } from "vitest";
import { type CartHolder, type LineFacts, openCart, reasonsAgainstLine } from "#app/domain/carts/cart.ts";
import { isWithinReach, nextSteps } from "#app/domain/pricing/next-step.ts";
import { type PriceCandidate, type PriceFacts, quote } from "#app/domain/pricing/quote.ts";

const today = "2026-11-28";
const terms = (id: number, basisPoints: number, minimumOrderCents = 0) => ({
  ...{ id, name: `${id} dias`, days: [id], basisPoints, minimumOrderCents, isUsual: false },
});
const net28 = terms(28, 0);
const net14 = terms(14, -150);

const price = (unitPriceE4: number, fromQuantity = 1): PriceCandidate => ({
  ...{ source: "general", layer: 3, name: "Geral", fromQuantity, unitPriceE4, validFrom: null, validUntil: null },
  formula: null,
});

/** A line of so many at so much, on the terms of its holder. */
function lineOn(holder: CartHolder, unitPriceE4: number, quantity: number, said: Partial<LineFacts> = {}): LineFacts {
  const facts: PriceFacts = { candidates: [price(unitPriceE4)], promotions: [], taxes: [], terms: holder.terms };
  const now = quote(facts, quantity, today);
  return {
    ...{ productId: 1, sku: "P1", name: "Sabonete", unit: "un", packMultiple: 1, minimumQuantity: 1, isActive: true },
    ...{ picture: null, supplierId: null, supplierName: null, supplierMinimumCents: 0, shownUnitPriceE4: null },
    ...{ quantity, available: 100_000, quote: now },
    steps: now ? nextSteps(now, facts, { quantity, packMultiple: 1 }, holder.offeredTerms, today) : [],
    ...said,
  };
}

const holder = (said: Partial<CartHolder> = {}): CartHolder => ({
  ...{ mayOrder: true, minimumOrderCents: 0, freight: { kind: "free" }, delivery: { addressId: 1, uf: "SP" } },
  credit: { limitCents: null, usedCents: 0, isHeld: false, overdue: null, holdsBefore: null, override: null },
  ...{ terms: net28, offeredTerms: [net14, net28] },
  ...said,
});

test("a step to more is pressed exactly where the cart would take that quantity without a reason", () => {
  const anyProduct = fc.record({
    packMultiple: fc.integer({ min: 1, max: 24 }),
    minimumQuantity: fc.integer({ min: 1, max: 60 }),
    available: fc.integer({ min: -5, max: 120_000 }),
  });
  const anyQuantity = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 99_900, max: 100_100 }));
  fc.assert(
    fc.property(anyProduct, anyQuantity, (product, quantity) => {
      const line = lineOn(holder(), 100_000, quantity, product);
      expect(isWithinReach({ quantity }, product)).toBe(reasonsAgainstLine(line).length === 0);
    }),
  );
});

test("whatever is in the cart, the cheaper terms keep their word on all of it to the centavo", () => {
  const anyLines = fc.array(fc.tuple(fc.integer({ min: 1, max: 9_000_000 }), fc.integer({ min: 1, max: 500 })), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(anyLines, (lines) => {
      const on = (who: CartHolder) =>
        openCart(
          1,
          lines.map(([e4, quantity]) => lineOn(who, e4, quantity)),
          who,
        );
      const [now, then] = [on(holder()), on(holder({ terms: net14 }))];
      expect(now.goodsCents - (now.cheaperTerms?.savedCents ?? 0)).toBe(then.goodsCents);
      expect(now.cheaperTerms?.termsId).toBe(now.goodsCents === then.goodsCents ? undefined : 14);
      expect(then.cheaperTerms).toBeNull();
    }),
  );
});

test("cheaper terms are offered only where choosing them keeps the cart whole: R$ 100,00 becomes R$ 98,50", () => {
  const cheaper = (said: Partial<CartHolder>, line: Partial<LineFacts> = {}) => {
    const who = holder(said);
    return openCart(1, [lineOn(who, 100_000, 10, line)], who).cheaperTerms;
  };
  expect(cheaper({})).toMatchObject({ terms: "14 dias", insteadOf: "28 dias", basisPoints: -150, savedCents: 150 });
  expect(cheaper({ mayOrder: false })).toBeNull();
  const asking = (cents: number) => ({ offeredTerms: [terms(14, -150, cents), net28] });
  expect([cheaper(asking(9_850)) === null, cheaper(asking(9_851)) === null]).toEqual([false, true]);
  expect([9_850, 9_851, 10_000, 10_001].map((cents) => cheaper({ minimumOrderCents: cents }) === null)).toEqual([
    ...[false, true, true, false],
  ]);
  const least = (cents: number) => cheaper({}, { supplierId: 3, supplierMinimumCents: cents });
  expect([least(9_850) === null, least(9_851) === null]).toEqual([false, true]);
  const freeOver = (cents: number) => cheaper({ freight: { kind: "fixed", cents: 3500, freeOverCents: cents } });
  expect([9_850, 9_851, 10_001].map((cents) => freeOver(cents) === null)).toEqual([false, true, false]);
});
