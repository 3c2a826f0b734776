import { expect, test } from "vitest";
import { askForApproval } from "#app/domain/approvals/asking.server.ts";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { cartNumbered, shownHashOf } from "#app/domain/carts/open-cart.server.ts";
import type { Buyer } from "#app/domain/customers/buyer.ts";
import { choicesOf } from "#app/domain/orders/checkout.server.ts";
import { placeDirectOrder } from "#app/domain/orders/direct.server.ts";
import { cancelOrder } from "#app/domain/orders/moves.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { writtenOrder } from "#app/domain/orders/placing.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { spendingOf } from "#app/domain/spending/spending.server.ts";
import { db, sql } from "#db/connection.server.ts";
import { approverOf, askingOf, limit } from "#tests/builders/approving.ts";
import { customerWithBuyer, product, repActingAs, termsOfTheHouse } from "#tests/builders/distributor.ts";
import { at, later, refusalOf, wishOf } from "#tests/builders/ordering.ts";
import { person } from "#tests/builders/people.ts";
import { brokenPromises } from "#tests/builders/promises.ts";

/** Orders a cart of so many soaps of R$ 10 in one go. */
async function ordered(buyer: Buyer, addressId: number, terms: number, sku: string, quantity: number, when = at) {
  await addToCart(buyer, { sku, quantity }, when);
  return placeOrder(buyer, await wishOf(buyer, terms, addressId, when), when);
}

/** Carts of one soap each that wait beside the current one, as kept ones do. */
async function waitingCarts(buyer: Buyer, sku: string, many: number): Promise<number[]> {
  const carts: number[] = [];
  for (let turn = 0; turn < many; turn++) {
    await addToCart(buyer, { sku, quantity: 1 }, at);
    const [cart] = await sql<{ id: number }[]>`update carts set is_current = false
      where buyer_id = ${buyer.userId} and is_current returning id`;
    carts.push((cart as { id: number }).id);
  }
  return carts;
}

test("forty orders of one buyer at once spend the month's limit to the last whole order, and no further", async () => {
  const { buyer, customerId, addressId } = await customerWithBuyer();
  await approverOf(customerId);
  const [terms, soap] = [await termsOfTheHouse(), await product({ onHand: 1000 })];
  await limit(buyer, null, 7_500);
  const carts = await waitingCarts(buyer, soap.sku, 40);
  const choices = await choicesOf(customerId, { paymentTermsId: terms, addressId });
  const outcomes = await Promise.all(
    carts.map(async (id) => {
      const cart = await cartNumbered(customerId, { cartId: id, termsId: null }, at);
      const placing = {
        ...choices,
        poNumber: null,
        notes: null,
        shownHash: shownHashOf(cart),
        idempotencyKey: `k${id}`,
        payByAt: null,
      };
      const placer = { ...buyer, tokenId: null, approvedBy: null, channel: null };
      return writtenOrder(placer, cart, placing, later(1), db).then(
        () => "ordered",
        (fault) => (fault instanceof Refusal ? fault.code : fault),
      );
    }),
  );
  expect(outcomes.filter((outcome) => outcome === "ordered")).toHaveLength(7);
  expect(outcomes.filter((outcome) => outcome === "over_month_limit")).toHaveLength(33);
  const [sum] = await sql`select sum(goods_cents)::int as cents from orders where placed_by = ${buyer.userId}`;
  expect(sum).toEqual({ cents: 7_000 });
  const [stock] = await sql`select reserved from stock where product_id = ${soap.id}`;
  expect(stock).toEqual({ reserved: 7 });
  expect(await brokenPromises()).toEqual([]);
});

test("the month counts what was ordered before in it, in São Paulo, and what is cancelled is free again", async () => {
  const { buyer, customerId, addressId } = await customerWithBuyer();
  await approverOf(customerId);
  const [terms, soap] = [await termsOfTheHouse(), await product()];
  await limit(buyer, null, 10_000);
  await ordered(buyer, addressId, terms, soap.sku, 9, new Date("2026-11-01T02:59:00Z"));
  await ordered(buyer, addressId, terms, soap.sku, 6, new Date("2026-11-01T03:00:00Z"));
  expect(await spendingOf(buyer, at)).toEqual({
    orderLimitCents: null,
    monthLimitCents: 10_000,
    monthUsedCents: 6_000,
  });
  const refusal = await refusalOf(ordered(buyer, addressId, terms, soap.sku, 5));
  expect(refusal.reasons).toEqual([
    { code: "over_month_limit", details: { overCents: 1_000, limitCents: 10_000, leftCents: 4_000 } },
  ]);
  const manager = await person("manager");
  const [first] = await sql<{ number: string }[]>`select number from orders where placed_by = ${buyer.userId}
    and goods_cents = 6000`;
  await cancelOrder({ userId: manager.id, repId: null }, (first as { number: string }).number, "engano", later(1));
  await placeOrder(buyer, await wishOf(buyer, terms, addressId), later(2));
  expect((await spendingOf(buyer, later(3))).monthUsedCents).toBe(5_000);
  expect((await spendingOf(buyer, new Date("2026-12-01T03:00:00Z"))).monthUsedCents).toBe(0);
});

test("an order above the buyer's limit is refused with the amount above it, and nothing is held for it", async () => {
  const { buyer, customerId, addressId } = await customerWithBuyer();
  await approverOf(customerId);
  const [terms, soap] = [await termsOfTheHouse(), await product()];
  await limit(buyer, 5_000);
  const refusal = await refusalOf(ordered(buyer, addressId, terms, soap.sku, 6));
  expect(refusal.code).toBe("over_order_limit");
  expect(refusal.details).toEqual({ overCents: 1_000, limitCents: 5_000 });
  const [stock] = await sql`select reserved from stock where product_id = ${soap.id}`;
  expect(stock).toEqual({ reserved: 0 });
  const [step] =
    await sql`select kind, reason from journey_steps where customer_id = ${customerId} order by id desc limit 1`;
  expect(step).toEqual({ kind: "refused", reason: "over_order_limit" });
});

test("neither a rep in the customer's name nor a machine with its token is measured by a buyer's limit", async () => {
  const { buyer, customerId, addressId } = await customerWithBuyer();
  await approverOf(customerId);
  const [terms, soap] = [await termsOfTheHouse(), await product()];
  await limit(buyer, 1_000, 1_000);
  await ordered(await repActingAs(customerId), addressId, terms, soap.sku, 50);
  const [token] = await sql<{ id: number }[]>`insert into api_tokens (hash, name, role, created_at)
    values ('h', 'ERP', 'manager', ${at}) returning id`;
  const wish = { lines: [{ sku: soap.sku, quantity: 50 }], paymentTermsId: null, addressId: null };
  const more = { poNumber: null, notes: null, channel: "other" as const, totalCents: null, idempotencyKey: "erp-1" };
  await placeDirectOrder(customerId, (token as { id: number }).id, { ...wish, ...more }, later(1));
  expect((await spendingOf(buyer, later(2))).monthUsedCents).toBe(0);
});

test("a cart within the limits needs no approval and is not sent to anybody", async () => {
  const { buyer, customerId, addressId } = await customerWithBuyer();
  await approverOf(customerId);
  const [terms, soap] = [await termsOfTheHouse(), await product()];
  await limit(buyer, 5_000);
  await addToCart(buyer, { sku: soap.sku, quantity: 5 }, at);
  expect(await askForApproval(buyer, await askingOf({ buyer, addressId, terms }), later(1))).toBeNull();
  expect(await sql`select from approvals where customer_id = ${customerId}`).toHaveLength(0);
});
