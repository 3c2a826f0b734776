import fc from "fast-check";
import { expect, test } from "vitest";
import { type FreightElsewhere, type FreightRule, freightElsewhere, freightOf } from "#app/domain/customers/freight.ts";

const byUf = (elsewhere: FreightElsewhere): FreightRule => ({
  kind: "by_uf",
  cents: 9_000,
  freeOverCents: 100_000,
  elsewhere,
  rates: { SP: { cents: 2_500, freeOverCents: 50_000 }, MG: { cents: 4_000, freeOverCents: null } },
});
const paid = (rule: FreightRule, goodsCents: number, uf: string | null) => freightOf(rule, goodsCents, uf).cents;

test("freight is free, fixed, or fixed up to a goods value, wherever the goods go", () => {
  expect(paid({ kind: "free" }, 1, "AM")).toBe(0);
  expect(paid({ kind: "fixed", cents: 2500, freeOverCents: null }, 1_000_000, "AM")).toBe(2500);
  expect(paid({ kind: "fixed", cents: 2500, freeOverCents: 50_000 }, 49_999, null)).toBe(2500);
  expect(paid({ kind: "fixed", cents: 2500, freeOverCents: 50_000 }, 50_000, null)).toBe(0);
});

test("each state pays its own freight and is free from its own value on, else from the common one", () => {
  expect([paid(byUf("refused"), 49_999, "SP"), paid(byUf("refused"), 50_000, "SP")]).toEqual([2_500, 0]);
  expect([paid(byUf("refused"), 99_999, "MG"), paid(byUf("refused"), 100_000, "MG")]).toEqual([4_000, 0]);
  expect(freightOf(byUf("refused"), 1, "MG").freeOverCents).toBe(100_000);
});

test("a state beyond the table pays the common amount, or is agreed later, or is not delivered to", () => {
  expect(freightOf(byUf("charged"), 1, "AM")).toEqual({ kind: "charged", cents: 9_000, freeOverCents: 100_000 });
  expect(freightOf(byUf("agreed"), 1, "AM")).toEqual({ kind: "agreed", cents: 0, freeOverCents: null });
  expect(freightOf(byUf("refused"), 1_000_000, "AM").kind).toBe("refused");
  expect(freightOf(byUf("refused"), 1, null).kind).toBe("refused");
});

test("more goods never pay more freight, and freight is an amount of the rule or nothing", () => {
  const amount = fc.integer({ min: 0, max: 100_000 });
  const rate = fc.record({ cents: amount, freeOverCents: fc.option(amount) });
  const rules: fc.Arbitrary<FreightRule> = fc.oneof(
    fc.constant({ kind: "free" } as const),
    rate.map((one) => ({ kind: "fixed" as const, ...one })),
    fc
      .tuple(rate, fc.constantFrom(...freightElsewhere), fc.dictionary(fc.constantFrom("SP", "MG", "RJ"), rate))
      .map(([one, elsewhere, rates]) => ({ kind: "by_uf" as const, ...one, elsewhere, rates })),
  );
  const uf = fc.constantFrom("SP", "MG", "RJ", "AM", null);
  fc.assert(
    fc.property(rules, uf, amount, amount, (rule, to, goods, more) => {
      const [less, then] = [freightOf(rule, goods, to), freightOf(rule, goods + more, to)];
      expect(then.kind).toBe(less.kind);
      expect(then.cents).toBeLessThanOrEqual(less.cents);
      if (less.kind !== "charged") expect(less.cents).toBe(0);
    }),
  );
});
