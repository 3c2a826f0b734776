import fc from "fast-check";
import { expect, test } from "vitest";
import { entriesFrom, unitsOf } from "#app/domain/carts/entry.ts";

/** The likeliest reading of each line, as short text. */
const read = (text: string) =>
  entriesFrom(text).map(({ readings: [first] }) =>
    first ? `${first.quantity ?? "?"} ${first.unit} ${first.wanted}` : "–",
  );

test("a message as a shop owner writes it becomes its lines, and nothing is dropped", () => {
  expect(
    read(`Bom dia!
me manda 10 cx 12345, 5 sabonete lavanda 90g, meia dúzia de detergente neutro
duas caixas de arroz branco 5 kg e 3 feijão carioca
1.200 un copo descartável
água sanitária 2 L - 4 fardos
2 dz de ovos; café torrado
obrigado`),
  ).toEqual([
    "–",
    "10 pack 12345",
    "5 unit sabonete lavanda 90g",
    "0.5 dozen detergente neutro",
    "2 pack arroz branco 5 kg",
    "3 unit feijão carioca",
    "1200 unit copo descartável",
    "4 pack água sanitária 2 L",
    "2 dozen ovos",
    "? unit café torrado",
    "–",
  ]);
});

test.each([
  ["SUP-1000\t12", "12 unit SUP-1000"],
  ["12\tSUP-1000", "12 unit SUP-1000"],
  ["SUP-1000 x 12", "12 unit SUP-1000"],
  ["SUP-1000: 2 cx", "2 pack SUP-1000"],
  ["12x SUP-1000", "12 unit SUP-1000"],
  ["12 un. SUP-1000", "12 unit SUP-1000"],
  ["3 fardos de refrigerante 2 L", "3 pack refrigerante 2 L"],
  ["12 leite 1,5 L", "12 unit leite 1,5 L"],
  ["SUP-1000", "? unit SUP-1000"],
  ["SUP-1000\t10\tcx", "10 pack SUP-1000"],
  ["SUP-1000\tSabonete lavanda 90 g\t24", "24 unit SUP-1000"],
  ["SUP-1000;10", "10 unit SUP-1000"],
  ["10;SUP-1000", "10 unit SUP-1000"],
  ["SUP-1000,10", "10 unit SUP-1000"],
  ["10 xarope de guaraná", "10 unit xarope de guaraná"],
  ["90g sabonete lavanda", "? unit 90g sabonete lavanda"],
  ["- 10 cx 12345", "10 pack 12345"],
  ["half a dozen of detergente", "0.5 dozen detergente"],
  ["detergente: meia dúzia", "0.5 dozen detergente"],
  ["meia caixa de ovos", "0.5 pack ovos"],
  ["meia soquete branca", "? unit meia soquete branca"],
  ["uma dúzia e meia de ovos", "1.5 dozen ovos"],
  ["2 caixas e meia de sabão", "2.5 pack sabão"],
  ["1) 10 cx 12345", "10 pack 12345"],
  ["2. café torrado 3 cx", "3 pack café torrado"],
  ["2 boxes of SUP-1000", "2 pack SUP-1000"],
  ["SUP-1000\t10,00", "10 unit SUP-1000"],
])("%s is read as %s", (said, reading) => {
  expect(read(said)).toEqual([reading]);
});

test("a quantity nobody can read leaves the product to be found by its column", () => {
  expect(entriesFrom("SUP-1000\tabc")[0]?.readings.map(({ quantity, wanted }) => [quantity, wanted])).toEqual([
    [null, "SUP-1000 abc"],
    [null, "SUP-1000"],
    [null, "abc"],
  ]);
});

test("two bare numbers are read both ways, the code first, for the catalogue to decide", () => {
  expect(entriesFrom("12345 10")[0]?.readings).toEqual([
    { quantity: 10, unit: "unit", wanted: "12345" },
    { quantity: 12345, unit: "unit", wanted: "10" },
  ]);
});

test.each([
  ["SUP-1000\t0", 0],
  ["0 SUP-1000", 0],
  ["SUP-1000\t-1", -1],
  ["-1 SUP-1000", -1],
  ["−1 SUP-1000", -1],
  ["1,5 SUP-1000", 1.5],
  ["SUP-1000\t1.5", 1.5],
  ["SUP-1000\t1000000000", 1e9],
  ["1000000000 SUP-1000", 1e9],
  ["SUP-1000;-1", -1],
])("the quantity of %s is not mended in silence", (said, quantity) => {
  expect(entriesFrom(said).map(({ readings: [first] }) => [first?.quantity, first?.wanted])).toEqual([
    [quantity, "SUP-1000"],
  ]);
});

test("messages copied from a messenger lose who wrote them when, not what was written", () => {
  const written = ["10 pack 12345", "12 unit água sanitária", "–", "2 pack café", "0.5 dozen ovos"];
  expect(
    read(`[10:32, 28/11/2026] João Silva: 10 cx 12345 e 12 un água sanitária
[10:33, 28/11/2026] João Silva: manda hoje por favor, ok?
2 cx de café
[10:35, 28/11/2026] João Silva: meia dúzia de ovos`),
  ).toEqual([...written.slice(0, 2), "–", "–", ...written.slice(3)]);
  expect(
    read(`[28/11/2026, 10:32:15] Mercado Azul: 10 cx 12345, 12 un água sanitária
28/11/2026 10:33 - +55 11 91234-5678: Bom dia! manda por favor:
28/11/2026 10:34 - Ana: 2 cx de café
28/11/2026 10:34 - Ana: <Mídia oculta>
[10:35 PM, 11/28/2026] Ana: meia dúzia de ovos`),
  ).toEqual([...written.slice(0, 4), "–", ...written.slice(4)]);
});

test("what is pasted is read in a moment however long one line of it is", () => {
  const long = (said: string) => said.repeat(100_000 / said.length);
  const lines = [
    `a;1${long(" ")}2`,
    `a;1${long(" ")};;`,
    `a${long(" ")}b`,
    long("1\t"),
    `a${long("- ")}b`,
    `a${long(":")}b`,
  ];
  for (const line of [...lines, long("oi "), long(" e "), long("1.")]) {
    const begin = performance.now();
    entriesFrom(line);
    expect(performance.now() - begin, line.slice(0, 8)).toBeLessThan(1000);
  }
  expect(entriesFrom("  P0001 ;   10  ;")[0]?.readings[0]).toEqual({ quantity: 10, unit: "unit", wanted: "P0001" });
});

test("the heads of columns are no line of an order", () => {
  expect(read("SKU\tQuantidade\nSUP-1000\t12")).toEqual(["–", "12 unit SUP-1000"]);
});

test("whatever is pasted, each line that holds something comes back, in order, and a quantity is a number or none", () => {
  const line = fc.stringMatching(/^[a-zA-Z0-9à-ú .:xX-]{1,40}$/).filter((said) => /[a-z0-9]/i.test(said));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      const entries = entriesFrom(lines.join("\n"));
      const kept = entries.map((entry) => entry.said).join(" ");
      for (const said of lines) for (const word of said.match(/[a-z0-9à-ú]{2,}/gi) ?? []) expect(kept).toContain(word);
      for (const { quantity } of entries.flatMap((entry) => entry.readings)) {
        expect(quantity === null || Number.isFinite(quantity)).toBe(true);
      }
    }),
  );
});

test("boxes and dozens are counted in what the product is sold in", () => {
  const single = { unit: "un", packMultiple: 12 };
  expect(unitsOf({ quantity: 2, unit: "pack" }, single)).toBe(24);
  expect(unitsOf({ quantity: 2, unit: "dozen" }, single)).toBe(24);
  expect(unitsOf({ quantity: 2, unit: "unit" }, single)).toBe(2);
  expect(unitsOf({ quantity: 2, unit: "pack" }, { unit: "cx", packMultiple: 5 })).toBe(2);
});
