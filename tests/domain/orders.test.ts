import fc from "fast-check";
import { expect, test } from "vitest";
import { mayBuyerCancel, reasonsNotToCancel } from "#app/domain/orders/cancelling.ts";
import {
  invoiceKeyFrom,
  movesOpenTo,
  moveTable,
  type OrderMoments,
  type OrderMove,
  type OrderPayment,
  orderMoves,
  orderStates,
  stateOf,
} from "#app/domain/orders/order.ts";
import { eventsOf, stepsAhead } from "#app/domain/orders/progress.ts";

const placedAt = new Date("2026-11-20T12:00:00Z");
const placed: OrderMoments & OrderPayment = {
  paymentMethod: "account",
  payByAt: null,
  paidAt: null,
  isImported: false,
  confirmedAt: null,
  invoicedAt: null,
  shippedAt: null,
  deliveredAt: null,
  cancelledAt: null,
};
const momentOf: Record<OrderMove, keyof OrderMoments> = {
  confirm: "confirmedAt",
  invoice: "invoicedAt",
  ship: "shippedAt",
  deliver: "deliveredAt",
  cancel: "cancelledAt",
};

test("whatever moves are made, in whatever order, only open ones happen and each leads where its table says", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...orderMoves), { maxLength: 12 }), (wanted) => {
      let order = placed;
      for (const move of wanted) {
        if (!movesOpenTo(order).includes(move)) continue;
        order = { ...order, [momentOf[move]]: placedAt };
        expect(stateOf(order)).toBe(moveTable[move].to);
      }
      expect(order.cancelledAt !== null && order.invoicedAt !== null).toBe(false);
    }),
  );
});

test("a delivered or cancelled order moves no more, and an imported one never did", () => {
  expect(movesOpenTo({ ...placed, deliveredAt: placedAt })).toEqual([]);
  expect(movesOpenTo({ ...placed, cancelledAt: placedAt })).toEqual([]);
  expect(movesOpenTo({ ...placed, isImported: true })).toEqual([]);
  expect(stateOf({ ...placed, isImported: true })).toBe("delivered");
});

test("an order's course is told in the order in which it happened", () => {
  const later = new Date("2026-11-21T12:00:00Z");
  const events = eventsOf({ ...placed, placedAt, invoicedAt: later, confirmedAt: placedAt });
  expect(events.map((event) => event.state)).toEqual(["placed", "confirmed", "invoiced"]);
});

test("what is still to come of an order is what its state has not reached, and nothing of one that is over or came from elsewhere", () => {
  const of = (moments: Partial<OrderMoments>, kind: "order" | "return" = "order") =>
    stepsAhead({ ...placed, ...moments, kind, placedAt });
  expect(of({})).toEqual(["confirmed", "invoiced", "shipped", "delivered"]);
  expect(of({ invoicedAt: placedAt })).toEqual(["shipped", "delivered"]);
  for (const over of [{ deliveredAt: placedAt }, { cancelledAt: placedAt }, { isImported: true }])
    expect(of(over)).toEqual([]);
  expect(of({}, "return")).toEqual([]);
});

test("a buyer may cancel what is placed and nothing else, and every no has its reason", () => {
  for (const state of orderStates) {
    const order = { kind: "order" as const, isImported: false, state };
    expect(mayBuyerCancel(order)).toBe(state === "placed");
    expect(reasonsNotToCancel(order).map(({ code }) => code)).toEqual(
      state === "placed" ? [] : [state === "cancelled" ? "order_not_cancellable" : "order_under_way"],
    );
    expect(mayBuyerCancel({ ...order, isImported: true })).toBe(false);
    expect(mayBuyerCancel({ ...order, kind: "return" })).toBe(false);
  }
});

test("an invoice key is 44 characters however it is spaced, and nothing else is one", () => {
  const key = "35261112345678000195550010000012341000012345";
  expect(invoiceKeyFrom(key.replace(/(.{4})/g, "$1 "))).toBe(key);
  expect(invoiceKeyFrom(key.slice(1))).toBeNull();
  expect(invoiceKeyFrom(`${key}0`)).toBeNull();
});
