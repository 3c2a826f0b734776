import fc from "fast-check";
import { expect, test } from "vitest";
import { type FacetCell, type FacetChoice, facetCounts, withOwnCells } from "#app/domain/catalog/facets.ts";
import { searchTextOf } from "#app/domain/catalog/product.ts";
import { answeredWith, codesOf, readingsOf, searchedWords } from "#app/domain/catalog/searched.ts";
import {
  correctionsOf,
  mistakesAllowed,
  mistakesBetween,
  spellingsOf,
  vocabularyOf,
} from "#app/domain/catalog/spelling.ts";

test("search reads words without accents, capitals and plural s, each once, and leaves small words out", () => {
  expect(searchedWords("  Sabonetes LÍQUIDOS, sabonete  ")).toEqual(["sabonete", "liquido"]);
  expect(searchedWords("%_%")).toEqual([]);
  expect(searchedWords("saco de lixo com alça")).toEqual(["saco", "lixo", "alca"]);
  expect(searchedWords("de")).toEqual(["de"]);
  const product = { name: "Café Moído", sku: "CF-10", ean: "789", supplierName: "Três Irmãos", categoryName: null };
  expect(searchTextOf(product)).toBe("cafe moido cf-10 789 tres irmaos");
});

test("every plural is read as what a product is called", () => {
  for (const [typed, called] of [
    ["limões", "limao"],
    ["papéis", "papel"],
    ["cereais", "cereal"],
    ["colheres", "colher"],
    ["batons", "batom"],
    ["chaves", "chave"],
    ["gás", "gas"],
  ] as const) {
    expect([typed, readingsOf(typed)[0]?.some((way) => called.includes(way))]).toEqual([typed, true]);
  }
});

test("measures and codes are read with and without what stands between", () => {
  expect(readingsOf("500ml")).toEqual([["500ml", "500 ml"]]);
  expect(readingsOf("1.5l")[0]).toContain("1,5 l");
  expect(readingsOf("ser1180")[0]).toContain("ser-1180");
  expect(codesOf("SER 1180")).toContain("ser-1180");
});

const word = fc.stringMatching(/^[a-z]{5,14}$/);
const others = fc.array(fc.stringMatching(/^[a-z]{3,12}$/), { maxLength: 30 });

test("any one mistake in a word of the catalogue leads back to it, unless another word is as near", () => {
  fc.assert(
    fc.property(word, others, fc.nat(), fc.constantFrom("swap", "drop", "add", "replace"), (meant, rest, n, how) => {
      const at = 1 + (n % (meant.length - 2));
      const typed = {
        swap: meant.slice(0, at) + meant[at + 1] + meant[at] + meant.slice(at + 2),
        drop: meant.slice(0, at) + meant.slice(at + 1),
        add: `${meant.slice(0, at)}x${meant.slice(at)}`,
        replace: `${meant.slice(0, at)}x${meant.slice(at + 1)}`,
      }[how];
      if (typed === meant || typed.length < 4) return;
      const known = vocabularyOf([...new Set([meant, ...rest])].map((one) => ({ word: one, count: 1 })));
      const near = spellingsOf(typed, known).map((one) => one.word);
      const allNear = known.words.filter(({ word: one }) => one !== typed && mistakesBetween(typed, one, 1) <= 1);
      if (allNear.length <= 3) expect(near).toContain(meant);
      const most = mistakesAllowed(typed.length);
      for (const one of near) expect(mistakesBetween(typed, one, most)).toBeLessThanOrEqual(most);
    }),
  );
});

test("mistakes are counted the same both ways, and never below the difference in length", () => {
  fc.assert(
    fc.property(word, word, (one, other) => {
      const there = mistakesBetween(one, other, 20);
      expect(mistakesBetween(other, one, 20)).toBe(there);
      expect(there).toBeGreaterThanOrEqual(Math.abs(one.length - other.length));
      expect(there === 0).toBe(one === other);
    }),
  );
});

test("only what stands nowhere is replaced at first; then any word may have been another; a word like none ends it", () => {
  const known = vocabularyOf(["sabonete", "lavanda", "lavado", "coco"].map((one) => ({ word: one, count: 3 })));
  const meant = (query: string) => correctionsOf(readingsOf(query), known);
  expect(meant("sabonete lavamda")[0]).toEqual([["sabonete"], ["lavanda"]]);
  expect(meant("sabonete lavado")).toEqual([[["sabonete"], ["lavado", "lavanda"]]]);
  expect(meant("sabonete lavamda")[1]).toEqual([["sabonete"], ["lavanda", "lavado"]]);
  expect(meant("sabonete xilofone")).toEqual([]);
  expect(meant("1180")).toEqual([]);
  expect(answeredWith([["acucar"], ["cristal"]], "Açúcar Cristal 1 kg")).toBe("açúcar cristal");
});

const flags = { isInStock: fc.boolean(), isBought: fc.boolean(), isPromoted: fc.boolean() };
const aisle = fc.option(fc.integer({ min: 1, max: 4 }));
const product = fc.record({ categoryId: aisle, supplierId: aisle, ...flags });
const choice = fc.record({
  categoryIds: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
  supplierIds: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
  ...flags,
});
type Thing = typeof product extends fc.Arbitrary<infer One> ? One : never;

/** The products as cells, each kind once. */
function cellsOf(products: Thing[]): FacetCell[] {
  const kinds = new Map<string, { one: Thing; count: number }>();
  for (const one of products) {
    const kind = JSON.stringify(one);
    kinds.set(kind, { one, count: (kinds.get(kind)?.count ?? 0) + 1 });
  }
  return [...kinds.values()].map(({ one: { categoryId, supplierId, isInStock, isBought, isPromoted }, count }) => {
    return [categoryId, supplierId, isInStock, isBought, isPromoted, count];
  });
}

const fits = (one: Thing, asked: FacetChoice, but: keyof FacetChoice | null): boolean =>
  (but === "categoryIds" || asked.categoryIds.length === 0 || asked.categoryIds.includes(one.categoryId ?? 0)) &&
  (but === "supplierIds" || asked.supplierIds.length === 0 || asked.supplierIds.includes(one.supplierId ?? 0)) &&
  (but === "isInStock" || !asked.isInStock || one.isInStock) &&
  (but === "isBought" || !asked.isBought || one.isBought) &&
  (but === "isPromoted" || !asked.isPromoted || one.isPromoted);

test("whatever stands on the shelf and whatever was chosen: each facet counts what its own next choice would leave", () => {
  fc.assert(
    fc.property(fc.array(product, { maxLength: 40 }), choice, (products, asked) => {
      const counts = facetCounts(cellsOf(products), asked);
      const left = (but: keyof FacetChoice | null, more: (one: Thing) => boolean = () => true) =>
        products.filter((one) => fits(one, asked, but) && more(one)).length;
      expect(counts.total).toBe(left(null));
      expect(counts.matched).toBe(products.length);
      expect(counts.inStock).toBe(left("isInStock", (one) => one.isInStock));
      expect(counts.bought).toBe(left("isBought", (one) => one.isBought));
      expect(counts.promoted).toBe(left("isPromoted", (one) => one.isPromoted));
      for (const id of [1, 2, 3, 4]) {
        expect(counts.categories.get(id) ?? 0).toBe(left("categoryIds", (one) => one.categoryId === id));
        expect(counts.suppliers.get(id) ?? 0).toBe(left("supplierIds", (one) => one.supplierId === id));
      }
    }),
  );
});

test("what is the customer's own is taken out of what is everybody's: nothing is counted twice", () => {
  fc.assert(
    fc.property(fc.array(product, { maxLength: 40 }), choice, (products, asked) => {
      const all = cellsOf(products.map((one) => ({ ...one, isBought: false, isPromoted: false })));
      const own = cellsOf(products.filter((one) => one.isBought || one.isPromoted));
      expect(facetCounts(withOwnCells(all, own), asked)).toEqual(facetCounts(cellsOf(products), asked));
    }),
  );
});
