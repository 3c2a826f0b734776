import fc from "fast-check";
import { expect, test } from "vitest";
import { postalCodeFrom, postalCodeShown } from "#app/domain/customers/postal-code.ts";
import { postalCode } from "#app/http/shapes.ts";

test("a CEP is eight digits, with or without its marks", () => {
  for (const said of ["01310100", "01310-100", " 01310-100 ", "01.310-100", "01310 100"]) {
    expect([said, postalCodeFrom(said)]).toEqual([said, "01310100"]);
  }
  for (const said of ["", "1310100", "013101000", "01310-10a", "０１３１０１００", "01310/100", "\n"]) {
    expect([said, postalCodeFrom(said)]).toEqual([said, null]);
  }
  expect(postalCodeShown("01310100")).toBe("01310-100");
});

test("what is shown of a CEP reads as the same CEP", () => {
  const eight = fc.stringMatching(/^\d{8}$/);
  fc.assert(fc.property(eight, (code) => postalCodeFrom(postalCodeShown(code)) === code));
});

test("a form says whether the CEP is missing or wrong", () => {
  const problemOf = (said: unknown) => postalCode.safeParse(said).error?.issues[0]?.message;
  expect([problemOf(" "), problemOf(undefined), problemOf("123")]).toEqual(["required", "required", "notAPostalCode"]);
});
