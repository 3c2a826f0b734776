import fc from "fast-check";
import { expect, test } from "vitest";
import { cnpjFrom, cnpjShown } from "#app/domain/cnpj.ts";

/** The check digit as the law writes it: ASCII − 48, weights 2…9 from the right, 0 when the remainder is under 2. */
function digit(text: string): number {
  const sum = [...text]
    .reverse()
    .reduce((total, mark, place) => total + (mark.charCodeAt(0) - 48) * ((place % 8) + 2), 0);
  return sum % 11 < 2 ? 0 : 11 - (sum % 11);
}

const base = fc.stringMatching(/^[0-9A-Z]{12}$/);

test("a CNPJ may carry letters since July 2026, in any case and with its marks", () => {
  expect(cnpjFrom("12.ABC.345/01DE-35")).toBe("12ABC34501DE35");
  expect(cnpjFrom("00.000.000/e08g-12")).toBe("00000000E08G12");
  expect(cnpjFrom("11.222.333/0001-81")).toBe("11222333000181");
});

test("the one right pair of check digits is taken, every other refused", () => {
  fc.assert(
    fc.property(base, fc.integer({ min: 0, max: 99 }), (twelve, pair) => {
      fc.pre(new Set(twelve).size > 1);
      const first = digit(twelve);
      const right = `${first}${digit(`${twelve}${first}`)}`;
      expect(cnpjFrom(twelve + right)).toBe(twelve + right);
      const other = String(pair).padStart(2, "0");
      if (other !== right) expect(cnpjFrom(twelve + other)).toBeNull();
    }),
  );
});

test("what is too short, too long or ends in letters is no CNPJ", () => {
  for (const said of ["", "11.222.333/0001-8", "11.222.333/0001-811", "11.222.333/0001-AB", "cnpj"]) {
    expect(cnpjFrom(said)).toBeNull();
  }
});

test("a CNPJ is shown with its marks", () => {
  expect(cnpjShown("12ABC34501DE35")).toBe("12.ABC.345/01DE-35");
});
