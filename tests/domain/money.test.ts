import fc from "fast-check";
import { expect, test } from "vitest";
import {
  basisPointsBetween,
  centsOf,
  decimalOfPrice,
  lineCents,
  priceChangedBy,
  priceE4Of,
  scaledDecimal,
} from "#app/domain/money.ts";

test("a line is rounded once, half a centavo away from zero", () => {
  expect(lineCents(1, 1250)).toBe(13);
  expect(lineCents(1, 1249)).toBe(12);
  expect(lineCents(-1, 1250)).toBe(-13);
  expect(lineCents(3, 333_333)).toBe(10_000);
  expect(lineCents(0, 1250)).toBe(0);
});

test("a line agrees with exact arithmetic for any quantity and price", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100_000, max: 100_000 }),
      fc.integer({ min: 0, max: 10_000_000 }),
      (quantity, e4) => {
        const exact = BigInt(quantity) * BigInt(e4);
        const magnitude = exact < 0n ? -exact : exact;
        const rounded = (magnitude + 50n) / 100n;
        expect(BigInt(lineCents(quantity, e4))).toBe(exact < 0n ? -rounded : rounded);
      },
    ),
  );
});

test("a line of half a piece is no line", () => {
  expect(() => lineCents(1.5, 333)).toThrow(RangeError);
});

test("amounts are read as people and spreadsheets write them", () => {
  expect(centsOf("1.234,56")).toBe(123_456);
  expect(centsOf("1,234.56")).toBe(123_456);
  expect(centsOf("R$ 12,5")).toBe(1250);
  expect(centsOf("-7")).toBe(-700);
  expect(centsOf("1.234.567,00")).toBe(123_456_700);
  expect(priceE4Of("0.001")).toBe(10);
  expect(priceE4Of("2,5500")).toBe(25_500);
});

test("what is no amount is not read as one", () => {
  for (const said of ["", ",", "abc", "1,2,3", "12,345.6.7", "1e3", "0,001", "--1", "12 reais"]) {
    expect(centsOf(said), said).toBeNull();
  }
  expect(scaledDecimal("0,00001", 4)).toBeNull();
});

test("a price written for the API is read back as it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (e4) => {
      const written = decimalOfPrice(e4);
      expect(written).toMatch(/^-?\d+\.\d{2,4}$/);
      expect(priceE4Of(written)).toBe(e4);
    }),
  );
});

test("a price changed by per cents is rounded to a ten-thousandth", () => {
  expect(priceChangedBy(100_000, -300)).toBe(97_000);
  expect(priceChangedBy(33_333, -500)).toBe(31_666);
  expect(basisPointsBetween(100_000, 97_000)).toBe(-300);
  expect(basisPointsBetween(0, 97_000)).toBe(0);
});
