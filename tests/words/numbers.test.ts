import fc from "fast-check";
import { expect, test } from "vitest";
import {
  formatBasisPoints,
  formatByUnit,
  formatCents,
  formatNumber,
  formatPercent,
  formatUnitPrice,
} from "#app/words/numbers.ts";

/** Intl puts a no-break space after the sign of the currency. */
const plain = (said: string) => said.replace(/\u00a0/g, " ");

test("money is written as on a Brazilian invoice", () => {
  expect(plain(formatCents(123_456, "pt-BR"))).toBe("R$ 1.234,56");
  expect(plain(formatCents(-5, "pt-BR"))).toBe("-R$ 0,05");
  expect(plain(formatCents(0, "pt-BR"))).toBe("R$ 0,00");
});

test("money in English keeps the real and takes the point", () => {
  expect(formatCents(123_456, "en")).toBe("R$1,234.56");
});

test("a unit price shows two decimals, and four where they count", () => {
  expect(plain(formatUnitPrice(123_456, "pt-BR"))).toBe("R$ 12,3456");
  expect(plain(formatUnitPrice(125_000, "pt-BR"))).toBe("R$ 12,50");
  expect(plain(formatUnitPrice(125_100, "pt-BR"))).toBe("R$ 12,51");
  expect(plain(formatUnitPrice(5, "pt-BR"))).toBe("R$ 0,0005");
});

test("no amount loses a centavo on the way to the screen", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
      const digits = formatCents(cents, "pt-BR").replace(/[^\d-]/g, "");
      expect(Number(digits)).toBe(cents);
    }),
  );
});

test("a ratio and its basis points say the same percentage", () => {
  expect(formatPercent(0.125, "pt-BR")).toBe("12,5%");
  expect(formatBasisPoints(1250, "pt-BR")).toBe("12,5%");
  expect(formatPercent(0.125, "en")).toBe("12.5%");
});

test("a number is said in its unit, one or many", () => {
  expect(formatByUnit(1, "customers", "pt-BR")).toBe("1 cliente");
  expect(formatByUnit(1234, "customers", "pt-BR")).toBe("1.234 clientes");
  expect(formatByUnit(21.44, "days", "pt-BR")).toBe("21,4 dias");
  expect(formatByUnit(1, "days", "en")).toBe("1 day");
  expect(formatNumber(1234, "en")).toBe("1,234");
});
