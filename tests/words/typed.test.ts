import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { settingsForms } from "#app/backoffice/settings/settings-shapes.ts";
import { cameFrom, ownPath, seeOther } from "#app/http/answer.ts";
import { csvAnswer, csvCell } from "#app/http/csv.server.ts";
import { readForm } from "#app/http/form.ts";
import { acceptedLocale } from "#app/http/locale.server.ts";
import { searchOf } from "#app/http/search.ts";
import { cents, cnpj, day, maybe, optionalText, priceE4, quantity, text, ticked } from "#app/http/shapes.ts";

function formWith(...fields: [string, string][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

test("a form gives what was meant by what was typed", () => {
  const shape = z.object({ sku: text(20), quantity, price: priceE4, freight: cents, on: day, isGift: ticked });
  const read = readForm(
    formWith(["sku", " A-1 "], ["quantity", "12"], ["price", "1.234,5678"], ["freight", "12,5"], ["on", "21/11/2026"]),
    shape,
  );
  expect(read.ok && read.value).toEqual({
    sku: "A-1",
    quantity: 12,
    price: 12_345_678,
    freight: 1250,
    on: "2026-11-21",
    isGift: false,
  });
});

test("what cannot be read is named field by field, and what was typed stays", () => {
  const shape = z.object({ quantity, price: cents, on: day, cnpj, name: text(5), password: text() });
  const read = readForm(
    formWith(
      ["quantity", "1,5"],
      ["price", "doze"],
      ["on", "31/02/2026"],
      ["cnpj", "123"],
      ["name", "abcdefg"],
      ["password", "x"],
    ),
    shape,
  );
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(read.errors).toEqual({
    quantity: { code: "notWhole" },
    price: { code: "notMoney" },
    on: { code: "notADay" },
    cnpj: { code: "notACnpj" },
    name: { code: "tooLong", limit: 5 },
  });
  expect(read.typed).toEqual({ quantity: "1,5", price: "doze", on: "31/02/2026", cnpj: "123", name: "abcdefg" });
});

test("a field left empty asks to be filled", () => {
  const read = readForm(formWith(["name", " "]), z.object({ name: text(), price: cents, quantity }));
  expect(!read.ok && read.errors).toEqual({
    name: { code: "required" },
    price: { code: "required" },
    quantity: { code: "required" },
  });
});

test("a field nobody asked for is refused, a price from the browser among them", () => {
  const read = readForm(formWith(["quantity", "1"], ["unitPriceE4", "1"]), z.object({ quantity }));
  expect(!read.ok && read.errors).toEqual({ unitPriceE4: { code: "unknownField" } });
});

test("one ticked box is a list of one, none is a list of none, rows keep their order", () => {
  const shape = z.object({ tags: z.array(z.string()), lines: z.array(z.strictObject({ sku: text(), quantity })) });
  const read = readForm(
    formWith(["lines.1.sku", "B"], ["lines.1.quantity", "2"], ["lines.0.sku", "A"], ["lines.0.quantity", "1"]),
    shape,
  );
  expect(read.ok && read.value).toEqual({
    tags: [],
    lines: [
      { sku: "A", quantity: 1 },
      { sku: "B", quantity: 2 },
    ],
  });
  const one = readForm(formWith(["tags", "a"]), shape.pick({ tags: true }));
  expect(one.ok && one.value).toEqual({ tags: ["a"] });
});

test("what may be left out is null when it is empty", () => {
  const shape = z.object({ price: maybe(cents), note: optionalText() });
  expect(readForm(formWith(["price", ""], ["note", ""]), shape)).toMatchObject({
    ok: true,
    value: { price: null, note: null },
  });
  expect(readForm(formWith(["price", "3"], ["note", "oi"]), shape)).toMatchObject({
    ok: true,
    value: { price: 300, note: "oi" },
  });
  expect(readForm(formWith(["price", "x"]), shape)).toMatchObject({
    ok: false,
    errors: { price: { code: "notMoney" } },
  });
});

test("a quantity is a whole number from 1 to 100,000 and nothing else", () => {
  const shape = z.object({ quantity });
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String)), (typed) => {
      const read = readForm(formWith(["quantity", typed]), shape);
      const plain = typed.trim();
      const isGood = /^\d{1,9}$/.test(plain) && Number(plain) >= 1 && Number(plain) <= 100_000;
      expect(read.ok).toBe(isGood);
    }),
  );
});

test("an address with a wrong word still opens, and says what it left out", () => {
  const shape = z.object({
    q: z.string().max(10).default(""),
    uf: z.array(z.enum(["SP", "RJ"])).default([]),
    page: z.coerce.number().int().min(1).default(1),
  });
  const url = new URL("http://x.test/?q=leite&uf=SP&page=-3&utm=1");
  expect(searchOf(url, shape)).toEqual({ value: { q: "leite", uf: ["SP"], page: 1 }, ignored: ["page"] });
  expect(searchOf(new URL("http://x.test/?uf=XX"), shape).ignored).toEqual(["uf"]);
  expect(searchOf(new URL("http://x.test/"), shape)).toEqual({ value: { q: "", uf: [], page: 1 }, ignored: [] });
});

test("nobody is led away from the house", () => {
  for (const away of [
    "//evil.test",
    "/\\evil.test",
    "https://evil.test",
    "javascript:alert(1)",
    "/a\nb",
    "",
    null,
    "/%0d%0a".repeat(0),
  ]) {
    expect(ownPath(away, "/safe")).toBe("/safe");
  }
  expect(ownPath("/orders?page=2#top")).toBe("/orders?page=2#top");
  fc.assert(
    fc.property(fc.string(), (wanted) => {
      expect(new URL(ownPath(wanted), "http://own.test").origin).toBe("http://own.test");
    }),
  );
  const from = (referer: string) => cameFrom(new Request("http://own.test/x", { headers: { referer } }), "/safe");
  expect(from("http://own.test/cart?a=1")).toBe("/cart?a=1");
  expect(from("http://evil.test/cart")).toBe("/safe");
});

test("a file runs no formula and keeps its numbers", async () => {
  expect(csvCell("=1+1")).toBe("'=1+1");
  expect(csvCell("-2")).toBe("'-2");
  expect(csvCell(-1234.5)).toBe("-1234,5");
  const answer = csvAnswer(
    "clientes.csv",
    [
      { head: "Nome", cell: (row: { name: string; value: number }) => row.name },
      { head: "Valor", cell: (row) => row.value },
    ],
    [
      { name: 'Bar "Ébano"; filial', value: -10 },
      { name: "@SUM(A1)", value: 0.5 },
    ],
  );
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('Nome;Valor\r\n"Bar ""Ébano""; filial";-10\r\n\'@SUM(A1);0,5\r\n');
});

test("a browser's wish decides the language only between ours", () => {
  expect(acceptedLocale("en-US,en;q=0.9,pt;q=0.8")).toBe("en");
  expect(acceptedLocale("de,pt;q=0.5,en;q=0.9")).toBe("en");
  expect(acceptedLocale("fr")).toBe("pt-BR");
  expect(acceptedLocale(null)).toBe("pt-BR");
});

test("freight that is charged names its amount, and a state that is free from a value names what it costs below", () => {
  const errorsOf = (kind: string, ...more: [string, string][]) => {
    const read = readForm(
      formWith(["act", "selling"], ["minimumOrderCents", "300"], ["freightKind", kind], ...more),
      settingsForms,
    );
    return read.ok ? [] : Object.keys(read.errors);
  };
  expect(errorsOf("free")).toEqual([]);
  expect(errorsOf("fixed")).toEqual(["freightCents"]);
  expect(errorsOf("fixed", ["freightCents", "0"])).toEqual([]);
  expect(errorsOf("by_uf", ["rates.PR.cents", "45,90"])).toEqual(["freightCents"]);
  expect(errorsOf("by_uf", ["freightElsewhere", "agreed"], ["rates.PR.freeOverCents", "100"])).toEqual([
    "rates.PR.cents",
  ]);
  expect(errorsOf("fixed", ["freightCents", "45"], ["rates.PR.freeOverCents", "100"])).toEqual([]);
});

test("an address beyond ASCII is written so that a header can carry it, and any other stays as it is", () => {
  const seen = (href: string) => seeOther(href).headers.get("Location");
  expect(seen("/catalog?q=a%20b&page=2#p-💥")).toBe("/catalog?q=a%20b&page=2#p-%F0%9F%92%A5");
  expect(seen("/products/PÃO")).toBe("/products/P%C3%83O");
  expect(seen("/x#\ud83d")).toBe("/x#%EF%BF%BD");
});
