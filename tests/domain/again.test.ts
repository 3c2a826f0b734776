import fc from "fast-check";
import { expect, test } from "vitest";
import { movedOne, nameOfCopy } from "#app/domain/lists/list.ts";
import { differencesOf, whyAnother } from "#app/domain/orders/again.ts";
import type { PriceStep } from "#app/domain/pricing/price-chain.ts";

const step = (more: Partial<PriceStep> = {}): PriceStep => ({
  source: "general",
  name: "Tabela geral",
  fromQuantity: 1,
  unitPriceE4: 100_000,
  basisPoints: 0,
  validUntil: null,
  ...more,
});

const line = {
  sku: "A",
  name: "Sabão",
  quantityThen: 12,
  unitPriceThenE4: 100_000,
  chainThen: [step()],
  packMultiple: 6,
  minimumQuantity: 6,
  isActive: true,
  available: 100,
};
const now = { unitPriceE4: 100_000, chain: [step()] };

test("an order that can be had again just so shows no difference", () => {
  expect(differencesOf(line, now)).toEqual([]);
});

test("a price that moved says from what to what, by how much, and why", () => {
  const rose = { unitPriceE4: 105_000, chain: [step({ unitPriceE4: 105_000 })] };
  expect(differencesOf(line, rose)).toEqual([
    {
      kind: "price",
      wasE4: 100_000,
      nowE4: 105_000,
      basisPoints: 500,
      why: { kind: "new_price", at: { source: "general", name: "Tabela geral" } },
    },
  ]);
});

test("the reason of another price is its table, else its step, else the table's new price; an imported price has none", () => {
  const agreed = step({ source: "customer", name: "" });
  expect(whyAnother([step(), agreed], [step()])).toEqual({
    kind: "other_source",
    was: { source: "customer", name: "" },
    now: { source: "general", name: "Tabela geral" },
  });
  expect(whyAnother([step(), step({ fromQuantity: 60 })], [step()])).toEqual({
    kind: "other_volume",
    wasFrom: 60,
    nowFrom: 1,
  });
  expect(whyAnother([], [step()])).toBeNull();
});

test("other packs are said with the quantity that goes in, and short stock with what is there", () => {
  const kinds = (more: Partial<typeof line>) => differencesOf({ ...line, ...more }, now);
  expect(kinds({ packMultiple: 5 })).toEqual([{ kind: "packing", was: 12, now: 15 }]);
  expect(kinds({ minimumQuantity: 24 })).toEqual([{ kind: "packing", was: 12, now: 24 }]);
  expect(kinds({ available: 11 })).toEqual([{ kind: "short", available: 11 }]);
  expect(kinds({ available: 0 })).toEqual([{ kind: "sold_out" }]);
});

test("what is no longer sold says only that", () => {
  const gone = differencesOf({ ...line, isActive: false, available: 0 }, now);
  expect(gone).toMatchObject([{ kind: "not_sold", reason: { code: "product_inactive" } }]);
  expect(differencesOf(line, null)).toMatchObject([{ kind: "not_sold", reason: { code: "no_price" } }]);
});

test("moving a product loses none, and the way back brings the order back", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), (all, place) => {
      const at = place % all.length;
      const one = all[at] as string;
      const moved = movedOne(all, one, "up");
      expect([...moved].sort()).toEqual([...all].sort());
      expect(moved.indexOf(one)).toBe(Math.max(0, at - 1));
      if (at > 0) expect(movedOne(moved, one, "down")).toEqual(all);
    }),
  );
});

test("the name of a copy is never longer than a name may be", () => {
  expect(nameOfCopy("Café", "(cópia)")).toBe("Café (cópia)");
  expect(nameOfCopy("x".repeat(60), "(cópia)")).toHaveLength(60);
});
