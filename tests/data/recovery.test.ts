import { sql as condition } from "drizzle-orm";
import { expect, test } from "vitest";
import { addToCart, changeQuantity, removeFromCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf, recordLook } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { defaultSettings } from "#app/domain/customers/settings.ts";
import { recordStep } from "#app/domain/journey/steps.server.ts";
import { wantTerms } from "#app/domain/orders/checkout.server.ts";
import { cancelOrder } from "#app/domain/orders/moves.server.ts";
import { cartsAsOf } from "#app/domain/recovery/carts-as-of.server.ts";
import { followUp, noteOutcome } from "#app/domain/recovery/follow-ups.server.ts";
import { cartsWithReason, queueTotals, quietCarts } from "#app/domain/recovery/queue.server.ts";
import { cartStory } from "#app/domain/recovery/story.server.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, changePrice, product, repActingAs, supplier } from "#tests/builders/distributor.ts";
import { cartOf, manager, ordered, refusedWith, rep, servedBy } from "#tests/builders/field.ts";

const opened = new Date("2026-11-02T12:00:00Z");
const after = (hours: number) => new Date(opened.getTime() + hours * 3_600_000);
const wholeHouse = await manager();
const hello = { medium: "whatsapp" as const, text: "Olá" };

const cartAsOf = async (cartId: number, asOf: Date) => {
  const [cart] = await cartsWithReason(
    cartsAsOf(condition`c.id = ${cartId}`, null, asOf, defaultSettings),
    condition`true`,
    asOf,
    { limit: 1, offset: 0 },
  );
  return cart;
};
const look = async (buyer: Buyer, at: Date) => recordLook(buyer, "cart_viewed", await openCartOf(buyer, at), at);

test("a cart moves until a day without the buyer's hand has passed, then it is abandoned", async () => {
  const { buyer } = await servedBy(null);
  const { cartId } = await cartOf(buyer, opened);
  expect((await cartAsOf(cartId, after(23.99)))?.outcome).toBe("moving");
  expect((await cartAsOf(cartId, after(24)))?.outcome).toBe("abandoned");
  expect((await cartAsOf(cartId, after(24)))?.abandonedAt).toEqual(after(24));
  expect(await cartAsOf(cartId, opened)).toBeUndefined();
});

test("any move of the buyer starts the day anew, what a colleague or a rep does in the shop does not", async () => {
  const { buyer, customerId } = await servedBy(null);
  const { cartId, soap } = await cartOf(buyer, opened);
  await recordStep(buyer, { kind: "searched", query: "sabão", results: 3 }, after(20));
  expect((await cartAsOf(cartId, after(43)))?.outcome).toBe("moving");
  await addToCart(await buyerOf(customerId), { sku: soap.sku, quantity: 1 }, after(30));
  await addToCart(await repActingAs(customerId), { sku: soap.sku, quantity: 1 }, after(31));
  expect((await cartAsOf(cartId, after(44)))?.outcome).toBe("abandoned");
});

test("an emptied cart and the cart of a rep are no abandoned carts", async () => {
  const { buyer, customerId } = await servedBy(null);
  const { cartId, soap } = await cartOf(buyer, opened);
  await removeFromCart(buyer, [soap.sku], after(1));
  expect(await cartAsOf(cartId, after(40))).toBeUndefined();
  expect((await cartAsOf(cartId, after(0.5)))?.lines).toBe(1);
  const acting = await cartOf(await repActingAs(customerId), opened);
  expect(await cartAsOf(acting.cartId, after(40))).toBeUndefined();
});

test("the value is that of the lines at the prices of their last change, rounded a line", async () => {
  const { buyer } = await servedBy(null);
  const { cartId, soap } = await cartOf(buyer, opened, { priceE4: 123_456, quantity: 10 });
  const other = await product({ priceE4: 10_050 });
  await addToCart(buyer, { sku: other.sku, quantity: 1 }, after(1));
  await changeQuantity(buyer, { sku: soap.sku, quantity: 3 }, after(2));
  await changePrice(soap.id, 999_999);
  expect((await cartAsOf(cartId, after(1.5)))?.valueCents).toBe(12_346 + 101);
  expect((await cartAsOf(cartId, after(30)))?.valueCents).toBe(3_704 + 101);
});

test("an order within fourteen days of the silence recovers the cart, a later one does not", async () => {
  const soon = await servedBy(null);
  const late = await servedBy(null);
  const [kept, lost] = [await cartOf(soon.buyer, opened), await cartOf(late.buyer, opened)];
  const { number } = await ordered(soon.buyer, soon.addressId, after(24 + 14 * 24));
  await ordered(late.buyer, late.addressId, after(24 + 14 * 24 + 0.01));
  expect(await cartAsOf(kept.cartId, after(24 * 30))).toMatchObject({ outcome: "recovered", orderNumber: number });
  expect((await cartAsOf(lost.cartId, after(24 * 30)))?.outcome).toBe("ordered");
});

test("an order made before a day of silence recovers nothing", async () => {
  const { buyer, addressId } = await servedBy(null);
  const { cartId } = await cartOf(buyer, opened);
  await ordered(buyer, addressId, after(23));
  const cart = await cartAsOf(cartId, after(100));
  expect(cart).toMatchObject({ outcome: "ordered", abandonedAt: null });
});

test("a past moment reads the same after order, contact and outcome as it did before them", async () => {
  const { buyer, addressId } = await servedBy(null);
  const { cartId } = await cartOf(buyer, opened);
  const asOf = after(30);
  const before = await cartAsOf(cartId, asOf);
  const contactId = await followUp(wholeHouse, cartId, hello, after(31));
  await noteOutcome(wholeHouse, cartId, contactId, { outcome: "will_order", toldReason: "", notes: "" }, after(32));
  await look(buyer, after(40));
  await ordered(buyer, addressId, after(41));
  expect(await cartAsOf(cartId, asOf)).toEqual(before);
  expect(before).toMatchObject({ outcome: "abandoned", contacts: 0, lastOutcome: null, orderNumber: null });
  const story = await cartStory(wholeHouse, cartId, asOf, defaultSettings);
  expect(story.contacts).toEqual([]);
  expect(story.steps.map((step) => step.kind)).toEqual(["added"]);
});

test("the queue holds a cart where it belongs, and its counts are its rows", async () => {
  const mine = await rep();
  const [quiet, called, back, moving] = await Promise.all([1, 2, 3, 4].map(() => servedBy(mine.repId)));
  if (!quiet || !called || !back || !moving) throw new Error("four customers");
  const carts = [
    await cartOf(quiet.buyer, opened, { priceE4: 100_000 }),
    await cartOf(called.buyer, opened, { priceE4: 200_000 }),
    await cartOf(back.buyer, opened, { priceE4: 300_000 }),
    await cartOf(moving.buyer, after(60), { priceE4: 400_000 }),
  ];
  await followUp(mine, carts[1]?.cartId as number, hello, after(48));
  await ordered(back.buyer, back.addressId, after(50));
  const among = condition`customers.rep_id = ${mine.repId}`;
  const period = { from: "2026-11-01", to: "2026-11-10" };
  const asOf = after(72);
  const totals = await queueTotals(among, period, asOf, defaultSettings);
  expect(totals.waiting).toMatchObject({ carts: 1, valueCents: 10_000 });
  expect(totals.contacted).toMatchObject({ carts: 1, valueCents: 20_000 });
  expect(totals.recovered).toMatchObject({ carts: 1, valueCents: 30_000 });
  for (const [view, at] of [
    ["waiting", 0],
    ["contacted", 1],
    ["recovered", 2],
  ] as const) {
    const rows = await quietCarts(among, period, view, asOf, defaultSettings);
    expect(rows.map((row) => row.cartId)).toEqual([carts[at]?.cartId]);
  }
});

test("each way of leaving is diagnosed from what the buyer lived", async () => {
  const reasonAfter = async (
    leave: (buyer: Buyer, addressId: number) => Promise<unknown>,
    given: Parameters<typeof servedBy>[1] = {},
  ) => {
    const { buyer, addressId, customerId } = await servedBy(null, given);
    await leave(buyer, addressId);
    const [cart] = await sql<{ id: number }[]>`select id from carts where customer_id = ${customerId}`;
    return (await cartAsOf(cart?.id as number, after(200)))?.reason;
  };
  const slowly = async (buyer: Buyer, goods: Parameters<typeof cartOf>[2] = {}) => {
    const cart = await cartOf(buyer, opened, goods);
    await look(buyer, after(0.2));
    return cart;
  };
  expect(await reasonAfter((buyer) => slowly(buyer))).toBe("unknown");
  expect(await reasonAfter((buyer) => cartOf(buyer, opened))).toBe("price_check");
  expect(await reasonAfter((buyer) => slowly(buyer, { onHand: 9 }))).toBe("out_of_stock");
  expect(await reasonAfter((buyer) => slowly(buyer), { minimumCents: 10_001 })).toBe("below_minimum");
  expect(await reasonAfter((buyer) => slowly(buyer), { limitCents: 9_999 })).toBe("credit_held");
  expect(await reasonAfter((buyer) => slowly(buyer), { mayOrder: false })).toBe("awaiting_approval");
  const demanding = await supplier(999_999);
  expect(await reasonAfter((buyer) => slowly(buyer, { supplierId: demanding }))).toBe("below_minimum");
  expect(
    await reasonAfter(async (buyer) => {
      await slowly(buyer);
      await wantTerms(buyer, "30/60/90", after(0.3));
    }),
  ).toBe("terms_missing");
  expect(
    await reasonAfter(async (buyer) => {
      const { soap } = await cartOf(buyer, opened, { priceE4: 90_000 });
      await changePrice(soap.id, 95_000);
      await look(buyer, after(0.5));
    }),
  ).toBe("price_rose");
  expect(
    await reasonAfter(async (buyer) => {
      const inPacks = await product({ packMultiple: 6 });
      await slowly(buyer);
      await refusedWith(addToCart(buyer, { sku: inPacks.sku, quantity: 7 }, after(0.3)));
    }),
  ).toBe("below_minimum");
  expect(
    await reasonAfter(
      async (buyer, addressId) => {
        await slowly(buyer);
        await refusedWith(ordered(buyer, addressId, after(0.3)));
      },
      { limitCents: 1 },
    ),
  ).toBe("credit_held");
});

test("a price above the one of the last order rose", async () => {
  const { buyer, addressId } = await servedBy(null);
  const bought = await cartOf(buyer, after(-24 * 20), { priceE4: 33_333, quantity: 7 });
  await ordered(buyer, addressId, after(-24 * 20 + 1));
  const again = async (priceE4: number) => {
    await changePrice(bought.soap.id, priceE4);
    await addToCart(buyer, { sku: bought.soap.sku, quantity: 7 }, opened);
    await look(buyer, after(0.5));
    const [cart] = await sql<{ id: number }[]>`
      select id from carts where customer_id = ${buyer.customerId} and ordered_at is null`;
    const reason = (await cartAsOf(cart?.id as number, after(48)))?.reason;
    await removeFromCart(buyer, "all", after(1));
    await sql`update carts set ordered_at = ${after(1)}, is_current = false where id = ${cart?.id as number}`;
    return reason;
  };
  expect(await again(33_333)).toBe("unknown");
  expect(await again(36_000)).toBe("price_rose");
});

test("the reason of a recovered cart is why it was left, not what happened after", async () => {
  const { buyer, addressId, customerId } = await servedBy(null, { limitCents: 5_000 });
  const { cartId } = await cartOf(buyer, opened);
  await look(buyer, after(0.5));
  await sql`update customers set credit_limit_cents = 500000 where id = ${customerId}`;
  await look(buyer, after(48));
  await ordered(buyer, addressId, after(48.1));
  expect(await cartAsOf(cartId, after(100))).toMatchObject({ outcome: "recovered", reason: "credit_held" });
});

test("the story goes from the first step to the order, with what was left and what could stand in for it", async () => {
  const { buyer, addressId } = await servedBy(null);
  await recordStep(buyer, { kind: "searched", query: "sabonete", results: 4 }, after(-0.2));
  const { cartId, soap } = await cartOf(buyer, opened, { onHand: 12, quantity: 10 });
  await look(buyer, after(0.1));
  const [category] = await sql<
    { id: number }[]
  >`insert into categories (slug, name) values ('sabonetes', 'Sabonetes') returning id`;
  const other = await product({ onHand: 50 });
  await sql`update products set category_id = ${category?.id as number} where id in ${sql([soap.id, other.id])}`;
  await sql`update stock set reserved = 5 where product_id = ${soap.id}`;
  const story = await cartStory(wholeHouse, cartId, after(30), defaultSettings);
  expect(story.steps.map((step) => step.kind)).toEqual(["searched", "added", "cart_viewed"]);
  expect(story.lines).toMatchObject([{ sku: soap.sku, quantity: 10, available: 7 }]);
  expect(story.substitutes).toMatchObject([{ forSku: soap.sku, sku: other.sku, available: 50 }]);
  await sql`update stock set reserved = 0 where product_id = ${soap.id}`;
  await ordered(buyer, addressId, after(31));
  await recordStep(buyer, { kind: "searched", query: "depois", results: 1 }, after(50));
  const later = await cartStory(wholeHouse, cartId, after(60), defaultSettings);
  expect(later.steps.at(-1)?.kind).toBe("ordered");
});

test("a cancelled order does not make its cart abandoned again", async () => {
  const { buyer, addressId } = await servedBy(null);
  const { cartId } = await cartOf(buyer, opened);
  const { number } = await ordered(buyer, addressId, after(2));
  const [order] = await sql<{ n: number }[]>`select count(*)::int as n from orders where number = ${number}`;
  expect(order?.n).toBe(1);
  await cancelOrder(wholeHouse, number, "desistiu", after(3));
  expect((await cartAsOf(cartId, after(60)))?.outcome).toBe("ordered");
});
