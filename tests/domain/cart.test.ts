import fc from "fast-check";
import { expect, test } from "vitest";
import { type CartHolder, type LineFacts, openCart, reasonsAgainstLine, shownText } from "#app/domain/carts/cart.ts";
import { lineCents } from "#app/domain/money.ts";
import type { Quote } from "#app/domain/pricing/quote.ts";

const quoted = (unitPriceE4: number): Quote => ({
  unitPriceE4,
  source: "general",
  chain: [{ source: "general", name: "Geral", fromQuantity: 1, unitPriceE4, basisPoints: 0, validUntil: null }],
  promotion: null,
  next: null,
  breaks: [],
  taxes: [],
});

const line = (said: Partial<LineFacts> = {}): LineFacts => ({
  productId: 1,
  sku: "P1",
  name: "Sabonete",
  unit: "un",
  packMultiple: 1,
  minimumQuantity: 1,
  isActive: true,
  picture: null,
  supplierId: null,
  supplierName: null,
  supplierMinimumCents: 0,
  quantity: 10,
  shownUnitPriceE4: 100_000,
  available: 100,
  quote: quoted(100_000),
  steps: [],
  ...said,
});

const noHold = { overdue: null, holdsBefore: null, override: null };

const holder = (said: Partial<CartHolder> = {}): CartHolder => ({
  mayOrder: true,
  minimumOrderCents: 0,
  credit: { limitCents: null, usedCents: 0, isHeld: false, ...noHold },
  freight: { kind: "free" },
  delivery: { addressId: 1, uf: "SP" },
  terms: null,
  offeredTerms: [],
  ...said,
});

const codesOf = (cart: { reasons: { code: string }[] }) => cart.reasons.map((reason) => reason.code);

test("a cart with nothing against it has no reasons", () => {
  expect(openCart(1, [line()], holder()).reasons).toEqual([]);
});

test("an empty cart cannot be ordered and pays no freight", () => {
  const cart = openCart(null, [], holder({ freight: { kind: "fixed", cents: 3500, freeOverCents: null } }));
  expect(codesOf(cart)).toEqual(["cart_empty"]);
  expect(cart.totalCents).toBe(0);
});

test("a buyer who only looks is told so first", () => {
  expect(codesOf(openCart(1, [line()], holder({ mayOrder: false })))).toEqual(["views_only"]);
});

test("what is missing is named: for the order, for the supplier, in stock and in credit", () => {
  const short = line({ supplierId: 7, supplierName: "Serra", supplierMinimumCents: 15_000, available: 4 });
  const credit = { limitCents: 20_000, usedCents: 12_000, isHeld: false, ...noHold };
  const { reasons } = openCart(1, [short], holder({ minimumOrderCents: 30_000, credit }));
  expect(reasons).toMatchObject([
    { code: "out_of_stock", details: { available: 4, missing: 6 } },
    { code: "below_supplier_minimum", details: { supplier: "Serra", missingCents: 5_000 } },
    { code: "below_minimum_order", details: { missingCents: 20_000 } },
    { code: "credit_exceeded", details: { missingCents: 2_000, leftCents: 8_000 } },
  ]);
});

test("held credit is said instead of a limit", () => {
  const credit = { limitCents: 1, usedCents: 0, isHeld: true, ...noHold };
  expect(codesOf(openCart(1, [line()], holder({ credit })))).toEqual(["credit_held"]);
});

test("a line without a price or out of the range is not sold, whatever its quantity", () => {
  expect(reasonsAgainstLine(line({ quote: null })).map(({ code }) => code)).toEqual(["no_price"]);
  expect(reasonsAgainstLine(line({ isActive: false })).map(({ code }) => code)).toEqual(["product_inactive"]);
});

test("a moved price is shown with what it was", () => {
  const cart = openCart(1, [line({ shownUnitPriceE4: 129_000, quote: quoted(134_000) })], holder());
  expect(cart.lines[0]?.change).toEqual({ wasE4: 129_000, nowE4: 134_000 });
  expect(cart.hasChangedPrices).toBe(true);
});

test("freight falls away from the agreed value on, and before it says what is missing", () => {
  const freight = { kind: "fixed", cents: 3500, freeOverCents: 80_000 } as const;
  const [under, over] = [
    openCart(1, [line({ quantity: 79 })], holder({ freight })),
    openCart(1, [line({ quantity: 80 })], holder({ freight })),
  ];
  expect([under.freightCents, under.missingForFreeFreightCents]).toEqual([3500, 1000]);
  expect([over.freightCents, over.missingForFreeFreightCents]).toEqual([0, null]);
});

test("a cart's goods are the sum of its lines, each rounded once", () => {
  const anyLine = fc.record({
    quantity: fc.integer({ min: 1, max: 100_000 }),
    price: fc.integer({ min: 0, max: 9_000_000 }),
  });
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 30 }), (wanted) => {
      const lines = wanted.map(({ quantity, price }, at) =>
        line({ productId: at, sku: `P${at}`, quantity, quote: quoted(price) }),
      );
      const cart = openCart(1, lines, holder());
      expect(cart.goodsCents).toBe(wanted.reduce((sum, { quantity, price }) => sum + lineCents(quantity, price), 0));
      expect(cart.totalCents).toBe(cart.goodsCents + cart.freightCents);
    }),
  );
});

test("what was shown reads differently as soon as a SKU, a quantity, a price or the freight differs, and not by order of lines", () => {
  const shown = (lines: LineFacts[], freightCents = 0) =>
    shownText({ lines: openCart(1, lines, holder()).lines, freightCents, freightKind: "charged" });
  const [a, b] = [line(), line({ productId: 2, sku: "P2" })];
  expect(shown([a, b])).toBe(shown([b, a]));
  const others = [
    shown([a]),
    shown([a, { ...b, quantity: 11 }]),
    shown([a, { ...b, quote: quoted(100_001) }]),
    shown([a, { ...b, sku: "P3" }]),
    shown([a, b], 1),
  ];
  expect(new Set([shown([a, b]), ...others]).size).toBe(6);
});
