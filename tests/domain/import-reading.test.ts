import { Buffer } from "node:buffer";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rowCutter, separatorOf } from "#app/domain/imports/cells.ts";
import { copied, copiedRow } from "#app/domain/imports/copying.ts";
import { matchColumns } from "#app/domain/imports/fields.ts";
import { addToPrint, textPrint } from "#app/domain/imports/line-print.ts";
import { lineReader } from "#app/domain/imports/lines.ts";
import { dayFrom, momentReader } from "#app/domain/imports/moments.ts";
import { decimalMarkOf, quantityReader, unitPriceReader } from "#app/domain/imports/numbers.ts";
import { channelFrom, placeFrom } from "#app/domain/imports/places.ts";

const at = new Date("2026-11-20T15:00:00Z");
const linesOf = (...chunks: Buffer[]) => {
  const reader = lineReader();
  const blocks = [...chunks.map((chunk) => reader.take(chunk)), reader.end()];
  return {
    lines: blocks.flatMap((block) => block.lines),
    unreadable: blocks.reduce((sum, block) => sum + (block.unreadable?.size ?? 0), 0),
  };
};

test("any cells written with quotes come back as they were", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "ç", '"', ";", ",", " ", "\n", "£") });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 20 }), (rows) => {
      const written = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(";"));
      const cutter = rowCutter(";", 3, 2);
      const read = [...cutter.rowsOf(written.join("\n").split("\n")), ...cutter.rest()];
      expect(read.map((row) => row.cells)).toEqual(rows.filter((row) => row.some((one) => one.trim() !== "")));
    }),
  );
});

test("a quote that is never closed breaks its own line and no other", () => {
  const cutter = rowCutter(",", 2, 2);
  const rows = [...cutter.rowsOf(["1,a", '2,"open', "3,c", "4,d", "5"]), ...cutter.rest()];
  expect(rows).toEqual([
    { line: 2, cells: ["1", "a"] },
    { line: 3, cells: ["2", '"open'], broken: "quote_not_closed" },
    { line: 4, cells: ["3", "c"] },
    { line: 5, cells: ["4", "d"] },
    { line: 6, cells: ["5"], broken: "column_count" },
  ]);
});

test("a cell of several lines keeps the line numbers of what follows right", () => {
  const cutter = rowCutter(",", 2, 2);
  const rows = cutter.rowsOf(['1,"two', 'lines"', "", "2,b", ",", "3,c,"]);
  expect(rows).toEqual([
    { line: 2, cells: ["1", "two\nlines"] },
    { line: 5, cells: ["2", "b"] },
    { line: 7, cells: ["3", "c"] },
  ]);
});

test("an inch mark inside a cell is no quote", () => {
  expect(rowCutter(",", 2, 2).rowsOf(['TABLE 24" WIDE,1'])[0]?.cells).toEqual(['TABLE 24" WIDE', "1"]);
});

test("a line of two megabytes is refused without being kept", () => {
  const reader = lineReader();
  for (let piece = 0; piece < 200; piece++) reader.take(Buffer.alloc(100_000, "x"));
  expect(reader.keptBytes()).toBeLessThan(1_300_000);
  const { lines } = reader.take(Buffer.from("\n1,a\n"));
  expect(rowCutter(",", 2, 2).rowsOf(lines)).toMatchObject([{ broken: "line_too_long" }, { cells: ["1", "a"] }]);
});

test("UTF-8 is read wherever its bytes are torn apart", () => {
  const bytes = Buffer.from("São Paulo;£ 1\nágua;2\n");
  for (let cut = 0; cut <= bytes.length; cut++) {
    expect(linesOf(bytes.subarray(0, cut), bytes.subarray(cut)).lines).toEqual(["São Paulo;£ 1", "água;2"]);
  }
});

test("Windows-1252 is known by its accents, and by the euro sign that Latin-1 lacks", () => {
  const bytes = Buffer.concat([
    Buffer.from("a;b\nS\xe3o Jo\xe3o;\x80 5\n", "latin1"),
    Buffer.from("caf\xe9;1\n", "latin1"),
  ]);
  expect(linesOf(bytes)).toEqual({ lines: ["a;b", "São João;€ 5", "café;1"], unreadable: 0 });
});

test("in a file in UTF-8 a line in another encoding is named and the others are kept", () => {
  const bytes = Buffer.concat([
    Buffer.from("água;1\nçã;2\n"),
    Buffer.from("caf\xe9;3\n", "latin1"),
    Buffer.from("pé;4\n"),
  ]);
  expect(linesOf(bytes)).toEqual({ lines: ["água;1", "çã;2", "café;3", "pé;4"], unreadable: 1 });
});

test("the separator is the one that cuts the header, not one inside a name", () => {
  expect(separatorOf("pedido;data;cliente, código")).toBe(";");
  expect(separatorOf('"a;b;c",d,e')).toBe(",");
  expect(separatorOf("a\tb")).toBe("\t");
  expect(separatorOf("a|b|c")).toBeNull();
});

test("comma or point: the whole file decides, and a semicolon breaks the tie", () => {
  expect(decimalMarkOf(["1,234", "2,50"], ",")).toBe(",");
  expect(decimalMarkOf(["1,234.56"], ";")).toBe(".");
  expect(decimalMarkOf(["1.234"], ";")).toBe(",");
  expect(decimalMarkOf(["1,234"], ",")).toBe(".");
  expect(unitPriceReader(",")("1.234,5")).toBe(12_345_000);
  expect(unitPriceReader(".")("0.001")).toBe(10);
});

test("quantities are whole, prices have four decimals and are never negative", () => {
  const quantity = quantityReader(".");
  expect([quantity("12"), quantity("-3"), quantity("6.00"), quantity("80995")]).toEqual([12, -3, 6, 80995]);
  expect([quantity("1.5"), quantity("0"), quantity("100001"), quantity("dez")]).toEqual([
    { code: "quantity_unreadable", said: "1.5" },
    { code: "quantity_zero" },
    { code: "quantity_too_large", said: "100001" },
    { code: "quantity_unreadable", said: "dez" },
  ]);
  const price = unitPriceReader(".");
  expect(price("2.12345")).toEqual({ code: "price_too_many_decimals", said: "2.12345" });
  expect(price("-1")).toEqual({ code: "price_negative", said: "-1" });
  expect(price("grátis")).toEqual({ code: "price_unreadable", said: "grátis" });
});

test("moments without an offset are on the clock of São Paulo, in summer too", () => {
  const momentOf = momentReader(at);
  expect(momentOf("2010-12-01T08:26:00")).toEqual({ local: "2010-12-01 08:26:00", stored: "2010-12-01 08:26:00-02" });
  expect(momentOf("21/11/2025 9:05")).toEqual({ local: "2025-11-21 09:05:00", stored: "2025-11-21 09:05:00-03" });
  expect(momentOf("2010-10-17 12:00")).toEqual({ local: "2010-10-17 12:00:00", stored: "2010-10-17T14:00:00.000Z" });
  expect(momentOf("2025-11-21T02:00:00Z")).toEqual({
    local: "2025-11-20 23:00:00",
    stored: "2025-11-21T02:00:00.000Z",
  });
  expect(momentOf("30/02/2025")).toEqual({ code: "date_unreadable", said: "30/02/2025" });
  expect(momentOf("12/31/2025")).toEqual({ code: "date_unreadable", said: "12/31/2025" });
  expect(momentOf("2027-01-01")).toEqual({ code: "date_in_future", said: "2027-01-01" });
  expect(dayFrom("1.2.2025")).toBe("2025-02-01");
});

test("headers in both languages are known in any order; the map wins", () => {
  const header = ["Preço unitário", "Qtd.", "Código do produto", "Cliente", "Data do pedido", "Nº do pedido", "Canal"];
  expect(matchColumns("orders", header)).toMatchObject({
    columns: { unitPrice: 0, quantity: 1, sku: 2, customer: 3, date: 4, order: 5, channel: 6 },
    missing: [],
  });
  const english = [
    "order number",
    "date (time)",
    "customer code",
    "sku",
    "description",
    "quantity",
    "unit price",
    "country/uf",
  ];
  expect(matchColumns("orders", english).columns).toMatchObject({
    order: 0,
    date: 1,
    customer: 2,
    unitPrice: 6,
    country: 7,
  });
  const mapped = matchColumns("orders", ["a", "b", "Data"], {
    order: "a",
    pedido: "a",
    data: "b",
    foo: "a",
    sku: "zz",
  });
  expect(mapped.columns).toEqual({ order: 0, date: 1 });
  expect(mapped).toMatchObject({
    unknown: ["foo"],
    notFound: ["zz"],
    missing: ["customer", "sku", "quantity", "unitPrice"],
  });
});

test("nothing in a text can end a cell or a row of COPY", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const cell = copied(text);
      expect(cell).not.toMatch(/[\t\n\r]/);
      const back = cell.replace(/\\([\\tnr])/g, (_, mark: string) => ({ t: "\t", n: "\n", r: "\r" })[mark] ?? mark);
      expect(back).toBe(text);
    }),
  );
  expect(copiedRow(["\\N", null, 3, true])).toBe("\\\\N\t\\N\t3\ttrue\n");
});

test("a state and a country are told apart, and channels by their words", () => {
  expect(placeFrom("", "sp")).toEqual({ uf: "SP", country: null });
  expect(placeFrom("", "France")).toEqual({ uf: null, country: "France" });
  expect(placeFrom("RJ", "Brasil")).toEqual({ uf: "RJ", country: "Brasil" });
  expect(["Loja", "visita", "telefone", "feira", ""].map(channelFrom)).toEqual([
    "storefront",
    "visit",
    "phone",
    "other",
    "other",
  ]);
});

test("the print of an order knows each of its lines and not their sequence", () => {
  const line = fc.record({
    sku: fc.string({ maxLength: 4 }),
    name: fc.string({ maxLength: 4 }),
    quantity: fc.integer({ min: -100_000, max: 100_000 }),
    price: fc.integer({ min: 0, max: 1_000_000_000_000 }),
  });
  const printOf = (lines: { sku: string; name: string; quantity: number; price: number }[]) => {
    const sum = { a: 0, b: 0 };
    for (const { sku, name, quantity, price } of lines)
      addToPrint(sum, textPrint(sku), textPrint(name), quantity, price);
    return sum;
  };
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), ([first, ...others]) => {
      if (!first) return;
      const all = printOf([first, ...others]);
      expect(printOf([...others].reverse().concat(first))).toEqual(all);
      expect(printOf([{ ...first, quantity: first.quantity + 1 }, ...others])).not.toEqual(all);
      expect(printOf([{ ...first, price: first.price + 2 ** 32 }, ...others])).not.toEqual(all);
      expect(printOf([{ ...first, sku: first.name, name: `${first.sku}x` }, ...others])).not.toEqual(all);
      expect(printOf([first, first, ...others])).not.toEqual(all);
    }),
  );
});
