import fc from "fast-check";
import { expect, test } from "vitest";
import { businessDaysAfter, isBusinessDay } from "#app/domain/business-days.ts";
import {
  type AttemptState,
  attemptStates,
  isLive,
  keptUntil,
  nextStates,
  pageClosesAt,
  settlementsFor,
  stateAfter,
  verdictOn,
} from "#app/domain/payments/payment.ts";

/** What the payment house can show of one attempt over its life, in order. */
const lives: AttemptState[][] = [
  ["open", "paid"],
  ["open", "processing", "paid"],
  ["open", "processing", "failed"],
  ["open", "expired"],
];
const rank: Record<AttemptState, number> = {
  ...{ starting: 0, open: 1, processing: 2, cancelled: 3, expired: 3, failed: 3, paid: 4 },
};
const lookedAt = (seen: AttemptState[], from: AttemptState = "starting") => seen.reduce(stateAfter, from);

function permutationsOf<T>(all: T[]): T[][] {
  if (all.length < 2) return [all];
  return all.flatMap((one, at) => permutationsOf(all.toSpliced(at, 1)).map((rest) => [one, ...rest]));
}

test("in whatever order and however often a payment is seen, it ends where it ended", () => {
  for (const life of lives) {
    for (const order of permutationsOf(life)) expect(lookedAt(order)).toBe(life.at(-1));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...life), { maxLength: 8 }), (again) => {
        for (const order of [
          [...again, ...life],
          [...life, ...again],
        ]) {
          expect(lookedAt(order)).toBe(life.at(-1));
        }
      }),
    );
  }
});

test("whatever is seen, a payment never goes back, and money that came in is never forgotten", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...attemptStates), { maxLength: 20 }), (seen) => {
      let state: AttemptState = "starting";
      for (const one of seen) {
        const next = stateAfter(state, one);
        expect(rank[next]).toBeGreaterThanOrEqual(rank[state]);
        if (next !== state) expect(nextStates[state]).toContain(next);
        state = next;
      }
      expect(state === "paid").toBe(seen.includes("paid"));
    }),
  );
  expect(attemptStates.filter(isLive)).toEqual(["starting", "open", "processing"]);
});

test("money is taken only for an open online order and only when it fits to the centavo, in reais", () => {
  const attempt = { amountCents: 10_000 };
  const open = { isCancelled: false, isPaid: false, isOnline: true };
  expect(verdictOn({ cents: 10_000, currency: "brl" }, attempt, open)).toBeNull();
  expect(verdictOn({ cents: 9_999, currency: "brl" }, attempt, open)).toBe("amount_differs");
  expect(verdictOn({ cents: 10_000, currency: "usd" }, attempt, open)).toBe("amount_differs");
  expect(verdictOn({ cents: 10_000, currency: "brl" }, attempt, { ...open, isCancelled: true })).toBe(
    "order_cancelled",
  );
  expect(verdictOn({ cents: 10_000, currency: "brl" }, attempt, { ...open, isPaid: true })).toBe("paid_twice");
  expect(verdictOn({ cents: 10_000, currency: "brl" }, attempt, { ...open, isOnline: false })).toBe("on_account");
  expect(settlementsFor("paid_twice", "card")).toEqual(["refunded", "otherwise"]);
  expect(settlementsFor("order_cancelled", "boleto")).toEqual(["accepted", "otherwise"]);
});

test("a boleto keeps its goods two business days longer, over weekends, holidays and carnival", () => {
  const due = (day: string) => keptUntil("boleto", new Date(`${day}T23:59:59-03:00`)).toISOString();
  expect(due("2026-11-23")).toBe("2026-11-26T03:00:00.000Z");
  expect(due("2026-02-13")).toBe("2026-02-20T03:00:00.000Z");
  expect(due("2026-12-24")).toBe("2026-12-30T03:00:00.000Z");
  expect(isBusinessDay("2027-03-26")).toBe(false);
  expect(isBusinessDay("2026-06-04")).toBe(false);
  expect(businessDaysAfter("2026-04-02", 1)).toBe("2026-04-06");
});

test("a payment page closes with the order's patience, never sooner than the payment house allows and never later", () => {
  const at = new Date("2026-11-20T12:00:00Z");
  const after = (hours: number) =>
    pageClosesAt(new Date(at.getTime() + hours * 3_600_000), at).getTime() - at.getTime();
  expect(after(10)).toBe(10 * 3_600_000);
  expect(after(0.1)).toBe(31 * 60_000);
  expect(after(200)).toBe(24 * 3_600_000 - 60_000);
});
