import fc from "fast-check";
import { expect, test } from "vitest";
import { abandonmentReasons, type CartFacts, type CartStep, diagnose } from "#app/domain/recovery/diagnosis.ts";

const start = Date.parse("2026-11-02T12:00:00Z");

function step(kind: string, minute: number, given: Partial<CartStep> = {}): CartStep {
  const nothing = { productId: null, quantity: null, unitPriceE4: null, stockSeen: null, reason: null };
  return { ...nothing, shownReasons: [], shownRises: [], kind, at: new Date(start + minute * 60_000), ...given };
}

const added = (minute: number, given: Partial<CartStep> = {}) =>
  step("added", minute, { productId: 1, quantity: 10, unitPriceE4: 50_000, stockSeen: 500, ...given });
const changed = (minute: number, given: Partial<CartStep> = {}) => ({ ...added(minute, given), kind: "changed" });
const looked = (minute: number, ...shownReasons: string[]) => step("cart_viewed", minute, { shownReasons });
const refused = (minute: number, reason: string, given: Partial<CartStep> = {}) =>
  step("refused", minute, { reason, ...given });
const left = (steps: CartStep[], lastPaid: CartFacts["lastPaid"] = new Map()) => diagnose({ steps, lastPaid });

test("a cart that says nothing has an unknown reason", () => {
  expect(left([])).toBe("unknown");
  expect(left([added(0), looked(9)])).toBe("unknown");
});

test("each refusal is told as the reason of its kind", () => {
  const told = {
    payment_failed: "payment_failed",
    credit_held: "credit_held",
    credit_exceeded: "credit_held",
    awaiting_approval: "awaiting_approval",
    views_only: "awaiting_approval",
    out_of_stock: "out_of_stock",
    below_minimum_order: "below_minimum",
    below_supplier_minimum: "below_minimum",
    below_minimum_quantity: "below_minimum",
    not_pack_multiple: "below_minimum",
    payment_terms_not_offered: "terms_missing",
    payment_terms_minimum: "terms_missing",
  };
  for (const [code, reason] of Object.entries(told)) expect(left([added(0), refused(9, code)])).toBe(reason);
});

test("what stood on the screen at the last look is a reason, what stood there before is not", () => {
  expect(left([added(0), looked(5, "below_minimum_order")])).toBe("below_minimum");
  expect(left([added(0), looked(5, "below_minimum_order"), changed(6, { quantity: 90 }), looked(9)])).toBe("unknown");
});

test("of several reasons the first of the list is said", () => {
  const all = [
    added(0, { stockSeen: 3 }),
    looked(5, "below_minimum_order", "credit_exceeded"),
    step("terms_wanted", 6),
  ];
  expect(left([...all, refused(7, "payment_failed")])).toBe("payment_failed");
  expect(left(all)).toBe("credit_held");
  expect(left([all[0] as CartStep, looked(5, "below_minimum_order")])).toBe("out_of_stock");
  expect(left([added(0), looked(5, "below_minimum_order"), step("terms_wanted", 6)])).toBe("below_minimum");
});

test("a refusal the buyer got past is no reason any more", () => {
  const inPacks = [refused(0, "not_pack_multiple", { productId: 1, quantity: 7 }), added(1), looked(9)];
  expect(left(inPacks)).toBe("unknown");
  expect(left([added(0), refused(4, "not_pack_multiple", { productId: 2, quantity: 7 }), looked(9)])).toBe(
    "below_minimum",
  );
  expect(left([added(0), refused(4, "out_of_stock", { productId: 1 }), changed(5, { quantity: 2 }), looked(9)])).toBe(
    "unknown",
  );
  expect(left([added(0), refused(4, "credit_exceeded"), looked(9, "credit_exceeded")])).toBe("credit_held");
});

test("less stock than wanted is a reason while the line stands", () => {
  expect(left([added(0, { quantity: 10, stockSeen: 9 }), looked(5)])).toBe("out_of_stock");
  expect(left([added(0, { quantity: 10, stockSeen: 10 }), looked(5)])).toBe("unknown");
  const removed = step("removed", 4, { productId: 1, quantity: 0, stockSeen: 9 });
  expect(left([added(0, { stockSeen: 9 }), removed, added(5, { productId: 2 }), looked(8)])).toBe("unknown");
});

test("a price above the one seen before for the same quantity rose", () => {
  expect(left([added(0), changed(5, { quantity: 12, unitPriceE4: 51_000 })])).toBe("price_rose");
  const look = { ...looked(60), shownRises: [1] };
  expect(left([added(0), look])).toBe("price_rose");
  expect(left([added(0, { productId: 2 }), look])).toBe("unknown");
});

test("giving up a volume price is no rise", () => {
  expect(
    left([added(0, { quantity: 100, unitPriceE4: 45_000 }), changed(5, { quantity: 10, unitPriceE4: 50_000 })]),
  ).toBe("unknown");
  const paidByHundred = new Map([[1, { unitPriceE4: 45_000, quantity: 100 }]]);
  expect(left([added(0), looked(5)], paidByHundred)).toBe("unknown");
});

test("a price above the last one paid rose, an equal or lower one did not", () => {
  const paid = (unitPriceE4: number) => new Map([[1, { unitPriceE4, quantity: 10 }]]);
  expect(left([added(0), looked(5)], paid(49_999))).toBe("price_rose");
  expect(left([added(0), looked(5)], paid(50_000))).toBe("unknown");
  expect(left([added(0), looked(5)], paid(60_000))).toBe("unknown");
});

test("two minutes without touching a quantity is a price check, a second more or a changed quantity is not", () => {
  expect(left([added(0), added(1, { productId: 2 }), looked(2)])).toBe("price_check");
  expect(left([added(0), looked(2 + 1 / 60)])).toBe("unknown");
  expect(left([added(0), changed(1, { quantity: 20 }), looked(2)])).toBe("unknown");
  expect(left([added(0), added(1, { quantity: 20 }), looked(2)])).toBe("unknown");
  expect(left([added(0), looked(1, "below_minimum_order")])).toBe("below_minimum");
});

test("whatever the steps, one reason of the list is told, and steps of no meaning do not change it", () => {
  const anyStep = fc.record({
    kind: fc.constantFrom("added", "changed", "removed", "cart_viewed", "refused", "terms_wanted"),
    minute: fc.integer({ min: 0, max: 300 }),
    productId: fc.integer({ min: 1, max: 3 }),
    quantity: fc.integer({ min: 0, max: 50 }),
    unitPriceE4: fc.option(fc.integer({ min: 1, max: 99_999 })),
    stockSeen: fc.integer({ min: -5, max: 60 }),
    reason: fc.constantFrom("out_of_stock", "credit_held", "cart_empty", "no_price", "not_pack_multiple"),
  });
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 12 }), (given) => {
      const steps = given
        .map(({ minute, ...rest }) => step(rest.kind, minute, rest))
        .sort((a, b) => a.at.getTime() - b.at.getTime());
      const reason = left(steps);
      expect(abandonmentReasons).toContain(reason);
      const last = steps.at(-1);
      if (last) expect(left([...steps, { ...step("refused", 0, { reason: "no_price" }), at: last.at }])).toBe(reason);
    }),
  );
});
