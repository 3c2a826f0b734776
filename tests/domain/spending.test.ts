import fc from "fast-check";
import { expect, test } from "vitest";
import { changesSince, type ShownLine } from "#app/domain/approvals/approval.ts";
import { diagnose } from "#app/domain/recovery/diagnosis.ts";
import { limitsExceeded, monthLeft } from "#app/domain/spending/spending.ts";

const maybeCents = fc.option(fc.integer({ min: 0, max: 10_000_000 }));

test("an order passes alone exactly while it stays within both limits, and what is above is said to the centavo", () => {
  fc.assert(
    fc.property(maybeCents, maybeCents, fc.nat(10_000_000), fc.nat(10_000_000), (order, month, used, total) => {
      const spending = { orderLimitCents: order, monthLimitCents: month, monthUsedCents: used };
      const reasons = limitsExceeded(spending, total);
      const isWithin = (order === null || total <= order) && (month === null || used + total <= month);
      expect(reasons.length === 0).toBe(isWithin);
      for (const { code, details } of reasons) {
        const less = total - Number(details.overCents);
        if (code === "over_order_limit")
          expect(limitsExceeded({ ...spending, monthLimitCents: null }, less)).toEqual([]);
        else expect(used + less).toBe(month);
      }
      expect(monthLeft(spending)).toBe(month === null ? null : Math.max(0, month - used));
    }),
  );
});

test("what changed since a cart was shown is told line by line: gone, fewer, dearer, without price, short", () => {
  const shown = (sku: string): ShownLine => ({ sku, name: sku, quantity: 6, unitPriceE4: 10_000, available: 100 });
  const now = (sku: string, more: object) => ({
    ...{ sku, name: sku, quantity: 6, available: 100, quote: { unitPriceE4: 10_000 } },
    ...more,
  });
  const cart = {
    lines: [
      now("same", {}),
      now("fewer", { quantity: 3 }),
      now("dearer", { quote: { unitPriceE4: 12_000 } }),
      now("free", { quote: null }),
      now("short", { available: 2 }),
    ],
  };
  const lines = ["same", "gone", "fewer", "dearer", "free", "short"].map(shown);
  expect(changesSince(lines, cart as never)).toEqual([
    { kind: "removed", sku: "gone", name: "gone", was: 6 },
    { kind: "quantity", sku: "fewer", name: "fewer", was: 6, now: 3 },
    { kind: "price", sku: "dearer", name: "dearer", wasE4: 10_000, nowE4: 12_000 },
    { kind: "noPrice", sku: "free", name: "free" },
    { kind: "stock", sku: "short", name: "short", available: 2 },
  ]);
});

test("a cart that waits for an approver says so; once it is given back the answer is no longer missing", () => {
  const step = (kind: string, minute: number, shownReasons: string[] = []) => ({
    ...{ kind, at: new Date(minute * 600_000), shownReasons, shownRises: [], reason: null },
    ...{ productId: null, quantity: null, unitPriceE4: null, stockSeen: null },
  });
  const look = step("checkout_opened", 1, ["over_order_limit"]);
  const told = (...steps: ReturnType<typeof step>[]) => diagnose({ steps, lastPaid: new Map() });
  expect(told(look)).toBe("awaiting_approval");
  expect(told(look, step("approval_asked", 2))).toBe("awaiting_approval");
  expect(told(look, step("approval_asked", 2), step("approval_returned", 3))).toBe("unknown");
  expect(told(look, step("approval_asked", 2), step("approval_withdrawn", 3))).toBe("unknown");
  const again = [step("approval_asked", 2), step("approval_returned", 3), step("approval_asked", 4)];
  expect(told(look, ...again)).toBe("awaiting_approval");
});
