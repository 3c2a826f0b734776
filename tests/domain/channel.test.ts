import fc from "fast-check";
import { expect, test } from "vitest";
import { channelMargin, channelOf, costToServe } from "#app/domain/channels/channel.ts";

const costs = { visitMinutes: 45, visitKilometres: 20, callMinutes: 10, hourCostCents: 4500, kilometreCostCents: 120 };

test("exactly seventy percent is enough, one order less is not", () => {
  expect(channelOf({ storefront: 7, visitOrPhone: 3, all: 10 })).toBe("online");
  expect(channelOf({ storefront: 6, visitOrPhone: 4, all: 10 })).toBe("hybrid");
  expect(channelOf({ storefront: 3, visitOrPhone: 7, all: 10 })).toBe("visited");
  expect(channelOf({ storefront: 69, visitOrPhone: 31, all: 100 })).toBe("hybrid");
  expect(channelOf({ storefront: 70, visitOrPhone: 30, all: 100 })).toBe("online");
});

test("orders that came neither way count in the whole", () => {
  expect(channelOf({ storefront: 6, visitOrPhone: 0, all: 10 })).toBe("hybrid");
  expect(channelOf({ storefront: 0, visitOrPhone: 0, all: 5 })).toBe("hybrid");
});

test("without an order a customer is dormant", () => {
  expect(channelOf({ storefront: 0, visitOrPhone: 0, all: 0 })).toBe("dormant");
});

test("a customer is online or visited exactly when that share reaches seventy percent", () => {
  const orders = fc.integer({ min: 0, max: 500 });
  fc.assert(
    fc.property(orders, orders, orders, (storefront, visitOrPhone, other) => {
      const all = storefront + visitOrPhone + other;
      const channel = channelOf({ storefront, visitOrPhone, all });
      expect(channel === "dormant").toBe(all === 0);
      expect(channel === "online").toBe(all > 0 && 100 * storefront >= 70 * all);
      expect(channel === "visited").toBe(all > 0 && 100 * visitOrPhone >= 70 * all);
    }),
  );
});

test("serving costs time and way: R$ 33,75 + R$ 24,00 a visit, R$ 7,50 a call", () => {
  expect(costToServe(1, 0, costs)).toBe(5_775);
  expect(costToServe(0, 1, costs)).toBe(750);
  expect(costToServe(4, 9, costs)).toBe(4 * 5_775 + 9 * 750);
  expect(costToServe(0, 0, costs)).toBe(0);
});

test("the cost is rounded once, not once a call", () => {
  const odd = { ...costs, callMinutes: 7, hourCostCents: 4400 };
  expect(costToServe(0, 1, odd)).toBe(513);
  expect(costToServe(0, 3, odd)).toBe(1_540);
});

test("the margin is the company's share of the value less the cost, the half rounded away from zero", () => {
  expect(channelMargin(100_000, 2_500, 5_775)).toBe(19_225);
  expect(channelMargin(0, 2_500, 750)).toBe(-750);
  expect(channelMargin(2, 2_500, 0)).toBe(1);
  expect(channelMargin(-2, 2_500, 0)).toBe(-1);
});
