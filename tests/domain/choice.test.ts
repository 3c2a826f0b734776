import fc from "fast-check";
import { expect, test } from "vitest";
import { type Choice, namedInFull, wordsOfChoice } from "#app/domain/choices/choice.ts";

const choice = (id: number, name: string, code: string): Choice => ({
  id,
  code,
  name,
  said: `${name} · ${code}`,
  detail: code,
});
const gold = choice(1, "Ouro", "OURO-1");
const goldAgain = choice(2, "Ouro", "OURO-2");
const silver = choice(3, "Prata São João", "AG");
const all = [gold, goldAgain, silver];

test("a code, or what the field itself said, means one whatever others are called", () => {
  expect(namedInFull("ouro-2", all)).toEqual([goldAgain]);
  expect(namedInFull("Ouro · OURO-1", all)).toEqual([gold]);
  const trap = choice(4, "OURO-1", "X");
  expect(namedInFull("OURO-1", [trap, ...all])).toEqual([gold]);
});

test("a name means its only bearer, without accents and capitals, and everybody who bears it", () => {
  expect(namedInFull("prata sao joao", all)).toEqual([silver]);
  expect(namedInFull("OURO", all)).toEqual([gold, goldAgain]);
});

test("a part of a name means nobody for certain", () => {
  expect(namedInFull("Prata", all)).toEqual([]);
  expect(namedInFull("Our", [gold])).toEqual([]);
});

test("what a field says of a choice means this choice, whatever it and the others are called", () => {
  const word = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom("a", "Ã", "b", " ", "·", "1", "%", "_") });
  const named = word.filter((one) => one.trim() !== "");
  fc.assert(
    fc.property(
      fc.uniqueArray(named, { minLength: 2, maxLength: 5, selector: (one) => one.trim().toLowerCase() }),
      (names) => {
        const rows = names.map((name, at) => choice(at, name, `C${at}`));
        for (const row of rows) expect(namedInFull(row.said, rows)).toEqual([row]);
      },
    ),
  );
});

test("the mark between a name and its code is not looked for", () => {
  expect(wordsOfChoice("  Ouro  ·  OURO-1 ")).toEqual(["ouro", "ouro-1"]);
  expect(wordsOfChoice(" · ")).toEqual([]);
});
