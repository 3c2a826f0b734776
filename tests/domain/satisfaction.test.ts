import fc from "fast-check";
import { expect, test } from "vitest";
import { attitudeOf, netPromoterScore, scores } from "#app/domain/satisfaction/satisfaction.ts";

test("nine and ten promote, seven and eight do neither, everything below takes away", () => {
  expect(scores.map(attitudeOf).join(" ")).toBe(
    "detractor detractor detractor detractor detractor detractor detractor passive passive promoter promoter",
  );
  for (const wrong of [-1, 11, 7.5, Number.NaN]) expect(() => attitudeOf(wrong)).toThrow(RangeError);
});

test("the score is promoters minus detractors in per cent, between −100 and 100, and nothing without answers", () => {
  expect(netPromoterScore({ answers: 0, promoters: 0, detractors: 0 })).toBeNull();
  expect(netPromoterScore({ answers: 8, promoters: 5, detractors: 2 })).toBe(37.5);
  expect(netPromoterScore({ answers: 3, promoters: 0, detractors: 3 })).toBe(-100);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 60 }), (given) => {
      const count = (attitude: string) => given.filter((score) => attitudeOf(score) === attitude).length;
      const counted = { answers: given.length, promoters: count("promoter"), detractors: count("detractor") };
      const score = netPromoterScore(counted) as number;
      expect(score).toBeGreaterThanOrEqual(-100);
      expect(score).toBeLessThanOrEqual(100);
      expect(Math.sign(score)).toBe(Math.sign(counted.promoters - counted.detractors));
    }),
  );
});
