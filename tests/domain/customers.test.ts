import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type CustomerDetails,
  customerSearchText,
  phoneShown,
  unknownCustomer,
  whatsAppNumber,
  withinRepsReach,
} from "#app/domain/customers/customer.ts";
import { asksNothing, customerFilterShape, filterParams } from "#app/domain/customers/filter.ts";
import { logoTypeOf } from "#app/domain/customers/logo.ts";
import { daysAfter } from "#app/domain/period.ts";
import { rhythmOf } from "#app/domain/portfolio/rhythm.ts";

test("a customer is found by code, CNPJ, names and city, whatever the accents", () => {
  const said = customerSearchText({
    code: "00012",
    cnpj: "12ABC34501DE35",
    legalName: "Pão & Cia",
    tradeName: "PÃO QUENTE",
    city: "Maceió",
  });
  for (const word of ["00012", "12abc345", "pao quente", "maceio"]) expect(said).toContain(word);
});

test.each([
  ["(11) 98888-7777", "5511988887777"],
  ["011 3333-4444", "551133334444"],
  ["+55 11 98888 7777", "5511988887777"],
  ["8888-7777", null],
  [null, null],
])("the telephone %s is written to WhatsApp as %s", (said, wanted) => {
  expect(whatsAppNumber(said)).toBe(wanted);
});

test("a rep's reach leaves terms, prices and credit as they were", () => {
  const before: CustomerDetails = {
    ...unknownCustomer,
    code: "1",
    cnpj: "12ABC34501DE35",
    creditLimitCents: 100,
    repId: 7,
    paymentTermsIds: [1],
  };
  const wanted = {
    ...before,
    code: "2",
    cnpj: null,
    creditLimitCents: 999,
    repId: 8,
    paymentTermsIds: [],
    phone: "11 3333-4444",
  };
  expect(withinRepsReach(wanted, before)).toEqual({ ...before, phone: "11 3333-4444" });
});

test("a filter read from an address and written to it again is the same filter", () => {
  const filter = customerFilterShape.parse({
    q: " pão ",
    uf: ["sp", "RJ"],
    rep: ["none", "3"],
    standing: ["active"],
    access: "none",
  });
  expect(filterParams(filter)).toEqual([
    ["q", "pão"],
    ["rep", "none"],
    ["rep", "3"],
    ["uf", "SP"],
    ["uf", "RJ"],
    ["access", "none"],
    ["standing", "active"],
  ]);
  expect(asksNothing(filter)).toBe(false);
  expect(asksNothing({})).toBe(true);
  expect(asksNothing({ uf: [] })).toBe(true);
});

test("a logo is known by its bytes, not by its name", () => {
  expect(logoTypeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe("image/png");
  expect(logoTypeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
  expect(logoTypeOf(new TextEncoder().encode("RIFF....WEBPVP8 "))).toBe("image/webp");
  for (const text of ["<svg></svg>", "GIF89a", "RIFF....WAVE", ""])
    expect(logoTypeOf(new TextEncoder().encode(text))).toBeNull();
});

test("two orders on a day are one purchase, and one purchase has no cycle", () => {
  expect(rhythmOf(["2026-01-01", "2026-01-01"])).toEqual({
    purchaseDays: 1,
    firstOn: "2026-01-01",
    lastOn: "2026-01-01",
    cycleDays: null,
    spreadDays: null,
    expectedOn: null,
  });
  expect(rhythmOf([])).toMatchObject({ purchaseDays: 0, lastOn: null });
});

test("a cycle is the time from first to last over the purchases less one, in any order", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 2000 }), { minLength: 2, maxLength: 40 }), (offsets) => {
      const rhythm = rhythmOf(offsets.map((offset) => daysAfter("2020-01-01", offset)));
      const sorted = [...offsets].sort((a, b) => a - b);
      expect(rhythm.cycleDays).toBeCloseTo((sorted.at(-1)! - sorted[0]!) / (offsets.length - 1), 9);
      expect(rhythm.lastOn).toBe(daysAfter("2020-01-01", sorted.at(-1)!));
    }),
  );
});

test("a steady customer spreads by nothing", () => {
  expect(rhythmOf(["2026-01-01", "2026-01-11", "2026-01-21"])).toMatchObject({
    cycleDays: 10,
    spreadDays: 0,
    expectedOn: "2026-01-31",
  });
});

test.each([
  ["43978699468", "(43) 97869-9468"],
  ["+55 (11) 3333-4444", "(11) 3333-4444"],
  ["ramal 12", "ramal 12"],
  [null, null],
])("the telephone %s is read as %s", (said, wanted) => {
  expect(phoneShown(said)).toBe(wanted);
});
