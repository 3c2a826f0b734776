import fc from "fast-check";
import { expect, test } from "vitest";
import { priceChangedBy } from "#app/domain/money.ts";
import { nextSteps } from "#app/domain/pricing/next-step.ts";
import type { Promotion } from "#app/domain/pricing/promotion.ts";
import {
  type PriceCandidate,
  type PriceFacts,
  priceSources,
  quote,
  quotedTogether,
} from "#app/domain/pricing/quote.ts";
import { ratesOf, type TaxRule, taxesOn } from "#app/domain/pricing/tax.ts";

const today = "2026-11-28";
const net14 = { id: 14, name: "14 dias", basisPoints: -150 };
const net28 = { id: 28, name: "28 dias", basisPoints: 0 };

const price = (source: PriceCandidate["source"], unitPriceE4: number, fromQuantity = 1): PriceCandidate => ({
  ...{ source, layer: 3, name: source, fromQuantity, unitPriceE4, validFrom: null, validUntil: null, formula: null },
});

const promotion = (more: Partial<Promotion> = {}): Promotion => ({
  ...{ id: 1, name: "Semana do sabonete", offBasisPoints: 1000, unitPriceE4: null, fromQuantity: 1 },
  ...{ validFrom: "2026-11-01", validUntil: "2026-12-01", unitsLeft: null },
  ...more,
});

const facts = (more: Partial<PriceFacts> = {}): PriceFacts => ({
  ...{ candidates: [price("general", 100_000)], promotions: [], taxes: [], terms: null },
  ...more,
});

test("the whole way is told: table, volume break, payment terms, promotion, each against the one before", () => {
  const found = quote(
    facts({
      candidates: [price("general", 100_000), price("assigned", 90_000), price("assigned", 80_000, 12)],
      promotions: [promotion()],
      terms: net14,
    }),
    12,
    today,
  );
  expect(found?.chain.map(({ source, unitPriceE4, basisPoints }) => [source, unitPriceE4, basisPoints])).toEqual([
    ["general", 100_000, 0],
    ["assigned", 90_000, -1000],
    ["volume", 80_000, -1111],
    ["terms", 78_800, -150],
    ["promotion", 70_920, -1000],
  ]);
  expect(found?.promotion).toMatchObject({ name: "Semana do sabonete", wasE4: 78_800 });
});

test("terms that leave the price as it is are no step", () => {
  expect(quote(facts({ terms: net28 }), 1, today)?.chain.map(({ source }) => source)).toEqual(["general"]);
});

test("a promotion is taken off the table, so that an agreement does not make it cheaper; the cheaper of the two counts", () => {
  const both = (agreedE4: number) =>
    quote(
      facts({ candidates: [price("customer", agreedE4), price("general", 100_000)], promotions: [promotion()] }),
      1,
      today,
    );
  expect(both(95_000)).toMatchObject({ unitPriceE4: 90_000, source: "general" });
  expect(both(95_000)?.chain.map(({ source }) => source)).toEqual(["general", "promotion"]);
  expect(both(85_000)).toMatchObject({ unitPriceE4: 85_000, source: "customer", promotion: null });
});

test("a fixed price is the same on all terms, and does not count where it is dearer", () => {
  const fixed = promotion({ offBasisPoints: null, unitPriceE4: 95_000 });
  expect(quote(facts({ promotions: [fixed], terms: { ...net14, basisPoints: 300 } }), 1, today)?.unitPriceE4).toBe(
    95_000,
  );
  expect(quote(facts({ promotions: [fixed], terms: { ...net14, basisPoints: -1000 } }), 1, today)?.unitPriceE4).toBe(
    90_000,
  );
});

test("a promotion counts from its first day and quantity on, up to its last day and unit", () => {
  const twelve = facts({ promotions: [promotion({ fromQuantity: 12, unitsLeft: 20 })] });
  expect([11, 12, 20, 21].map((quantity) => quote(twelve, quantity, today)?.unitPriceE4)).toEqual([
    100_000, 90_000, 90_000, 100_000,
  ]);
  expect(
    ["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"].map((on) => quote(twelve, 12, on)?.unitPriceE4),
  ).toEqual([100_000, 90_000, 90_000, 100_000]);
});

test("a promotion sells nothing that has no price", () => {
  const fixed = promotion({ offBasisPoints: null, unitPriceE4: 95_000 });
  expect(quote(facts({ candidates: [], promotions: [fixed] }), 1, today)).toBeNull();
});

test("lines of one cart share what is left of a promotion", () => {
  const limited = facts({ promotions: [promotion({ unitsLeft: 10 })] });
  const prices = quotedTogether(
    [6, 6, 4].map((quantity) => ({ facts: limited, quantity })),
    today,
  );
  expect(prices.map((one) => one?.unitPriceE4)).toEqual([90_000, 100_000, 90_000]);
});

const candidate = fc.record({
  source: fc.constantFrom(...priceSources),
  fromQuantity: fc.constantFrom(1, 6, 12),
  unitPriceE4: fc.integer({ min: 1, max: 1_000_000 }),
});
const anyPromotion = fc.record({
  isFixed: fc.boolean(),
  value: fc.integer({ min: 1, max: 9_999 }),
  fromQuantity: fc.constantFrom(1, 6, 24),
  unitsLeft: fc.constantFrom(null, 1, 8, 30),
  validUntil: fc.constantFrom("2026-11-28", "2026-12-01"),
});
const anyFacts = fc
  .tuple(
    fc.uniqueArray(candidate, { selector: (one) => `${one.source} ${one.fromQuantity}`, maxLength: 12 }),
    fc.array(anyPromotion, { maxLength: 4 }),
    fc.constantFrom(null, net14, net28, { id: 84, name: "84 dias", basisPoints: 400 }),
  )
  .map(([candidates, promotions, terms]) =>
    facts({
      candidates: candidates.map((one) => price(one.source, one.unitPriceE4, one.fromQuantity)),
      promotions: promotions.map(({ isFixed, value, ...rest }, at) =>
        promotion({
          ...rest,
          id: at + 1,
          offBasisPoints: isFixed ? null : value,
          unitPriceE4: isFixed ? value * 50 : null,
        }),
      ),
      terms,
    }),
  );

test("whatever runs: no promotion makes a price dearer, the chain ends at the price, the breaks say what each quantity costs", () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 1, max: 40 }), (all, quantity) => {
      const found = quote(all, quantity, today);
      const without = quote({ ...all, promotions: [] }, quantity, today);
      expect(found === null).toBe(without === null);
      if (!found || !without) return;
      expect(found.unitPriceE4).toBeLessThanOrEqual(without.unitPriceE4);
      expect(found.promotion === null).toBe(found.unitPriceE4 === without.unitPriceE4);
      expect(found.chain.at(-1)?.unitPriceE4).toBe(found.unitPriceE4);
      const reached = found.breaks.filter((one) => one.fromQuantity <= quantity).at(-1);
      expect(reached?.unitPriceE4).toBe(found.unitPriceE4);
      for (const { fromQuantity, unitPriceE4 } of found.breaks) {
        expect(quote(all, fromQuantity, today)?.unitPriceE4).toBe(unitPriceE4);
      }
    }),
  );
});

test("whatever runs: a next step keeps its word, in whole packs, and saves what it says", () => {
  const offered = [net14, net28].map((terms) => ({ ...terms, days: [terms.id], minimumOrderCents: 0 }));
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 1, max: 10 }), fc.constantFrom(1, 4, 6), (all, packs, packMultiple) => {
      const quantity = packs * packMultiple;
      const now = quote(all, quantity, today);
      if (!now) return;
      const steps = nextSteps(now, all, { quantity, packMultiple }, offered, today);
      expect(steps.length).toBeLessThanOrEqual(2);
      for (const step of steps) {
        const other = step.kind === "terms" ? offered.find(({ id }) => id === step.termsId) : all.terms;
        const wanted = step.kind === "quantity" ? step.quantity : quantity;
        expect(wanted % packMultiple).toBe(0);
        expect(quote({ ...all, terms: other ?? null }, wanted, today)?.unitPriceE4).toBe(step.unitPriceE4);
        expect(step.unitPriceE4).toBeLessThan(now.unitPriceE4);
        expect(step.savedCents).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test("fourteen days instead of twenty-eight are named with what they save on the line", () => {
  const all = facts({ candidates: [price("general", 100_000), price("general", 97_000, 12)], terms: net28 });
  const offered = [net14, net28].map((terms) => ({ ...terms, days: [terms.id], minimumOrderCents: 0 }));
  const now = quote(all, 6, today);
  expect(now && nextSteps(now, all, { quantity: 6, packMultiple: 6 }, offered, today)).toEqual([
    {
      kind: "quantity",
      more: 6,
      quantity: 12,
      promotion: null,
      unitPriceE4: 97_000,
      basisPoints: -300,
      savedCents: 360,
    },
    {
      kind: "terms",
      termsId: 14,
      terms: "14 dias",
      insteadOf: "28 dias",
      unitPriceE4: 98_500,
      basisPoints: -150,
      savedCents: 90,
    },
  ]);
});

const rule = (component: string, basisPoints: number, more: Partial<TaxRule> = {}): TaxRule => ({
  ...{ component, basisPoints, categoryId: null, supplierId: null, uf: null, validFrom: "2026-01-01" },
  ...more,
});

test("of each tax the narrowest rule counts, the latest of two as narrow, and a rate of nothing frees", () => {
  const rules = [
    rule("ICMS-ST", 1200),
    rule("ICMS-ST", 1800, { categoryId: 3 }),
    rule("ICMS-ST", 900, { supplierId: 2, uf: "SP" }),
    rule("IPI", 500, { validFrom: "2026-06-01" }),
    rule("IPI", 325),
    rule("CBS", 90),
    rule("CBS", 0, { categoryId: 3 }),
  ];
  expect(ratesOf(rules)).toEqual([
    { component: "ICMS-ST", basisPoints: 1800 },
    { component: "IPI", basisPoints: 500 },
  ]);
  expect(taxesOn(ratesOf(rules), 1_010).map(({ cents }) => cents)).toEqual([182, 51]);
});

test("what terms make of a price is rounded as every price is", () => {
  expect(quote(facts({ candidates: [price("general", 33_333)], terms: net14 }), 1, today)?.unitPriceE4).toBe(
    priceChangedBy(33_333, -150),
  );
});
