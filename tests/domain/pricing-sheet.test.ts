import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalOfPrice } from "#app/domain/money.ts";
import { pricesFromSheet, textOfSheet } from "#app/domain/pricing/price-sheet.ts";

const read = (text: string) => pricesFromSheet(text).prices.map((one) => [one.sku, one.unitPriceE4, one.fromQuantity]);

test("prices pasted from a sheet are read with tab, semicolon, comma or blanks between", () => {
  const wanted = [
    ["10023", 125_000, 1],
    ["10024", 99_000, 60],
  ];
  expect(read("10023\t12,50\n10024\t9,90\t60")).toEqual(wanted);
  expect(read("10023;12,50;\r\n10024;R$ 9,90;60\r\n")).toEqual(wanted);
  expect(read("10023 12,50\n10024 9,90 60")).toEqual(wanted);
  expect(read("A,12.50\nB,9.90")).toEqual([
    ["A", 125_000, 1],
    ["B", 99_000, 1],
  ]);
});

test("heads in either language say which column is which", () => {
  expect(read("Preço;Descrição;Código\n12,50;Sabonete;10023")).toEqual([["10023", 125_000, 1]]);
  expect(read("SKU\tPrice\tFrom\nA\t1.2345\t12")).toEqual([["A", 12_345, 12]]);
});

test("a line that cannot be read stays out with its reason, and the others count", () => {
  const sheet = pricesFromSheet("10023;12,50\n;9,90\n10024;\n10025;abc\n10026;1,00;1,5\n10023;13,00\n\n10027;2,00");
  expect(sheet.prices.map((one) => one.sku)).toEqual(["10023", "10027"]);
  expect(sheet.rejected.map(({ line, fault }) => [line, fault])).toEqual([
    [2, "no_sku"],
    [3, "no_price"],
    [4, "not_a_price"],
    [5, "not_a_quantity"],
    [6, "twice"],
  ]);
});

test("a file of an older spreadsheet keeps its accents", () => {
  const bytes = Buffer.from("c\xf3digo;pre\xe7o\nA;1,00", "latin1");
  expect(read(textOfSheet(bytes))).toEqual([["A", 10_000, 1]]);
});

test("whatever price is written down, the sheet reads it back exactly, with comma and with point", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999 }), fc.integer({ min: 1, max: 100_000 }), (unitPriceE4, from) => {
      const written = decimalOfPrice(unitPriceE4);
      expect(read(`A;${written.replace(".", ",")};${from}`)).toEqual([["A", unitPriceE4, from]]);
    }),
  );
});
