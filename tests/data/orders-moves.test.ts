import { expect, test } from "vitest";
import { changeQuantity, removeFromCart } from "#app/domain/carts/carts.server.ts";
import { openCartOf } from "#app/domain/carts/open-cart.server.ts";
import { factsThatDiffer } from "#app/domain/orders/facts.server.ts";
import { cancelOrder, confirmOrder, deliverOrder, invoiceOrder, shipOrder } from "#app/domain/orders/moves.server.ts";
import { stateOf } from "#app/domain/orders/order.ts";
import { nothingAsked } from "#app/domain/orders/order-filter.ts";
import { ordersIn, ordersOf } from "#app/domain/orders/order-list.server.ts";
import { orderIn, orderOf } from "#app/domain/orders/order-sheet.server.ts";
import { reorder, reorderedOf } from "#app/domain/orders/reorder.server.ts";
import { stateText } from "#app/domain/orders/state-sql.server.ts";
import { Refusal } from "#app/domain/refusal.ts";
import { sql } from "#db/connection.server.ts";
import { changePrice, customerWithBuyer } from "#tests/builders/distributor.ts";
import { ordered } from "#tests/builders/ordered.ts";

const at = new Date("2026-11-20T14:00:00Z");
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const staff = { userId: 1, repId: null };

const stockOf = async (id: number) => ({
  ...(await sql`select on_hand, reserved from stock where product_id = ${id}`)[0],
});

const codeOf = (act: Promise<unknown>): Promise<unknown> =>
  act.then(
    () => "done",
    (fault) => (fault instanceof Refusal ? fault.code : fault),
  );

test("invoicing takes the goods out of the books once, however often it is asked", async () => {
  const { number, soap } = await ordered();
  await confirmOrder(staff, number, later(1));
  const codes = await Promise.all([1, 2, 3].map(() => codeOf(invoiceOrder(staff, number, null, later(2)))));
  expect(codes.sort()).toEqual(["done", "order_state", "order_state"]);
  expect(await stockOf(soap.id)).toEqual({ on_hand: 97, reserved: 0 });
  const moved =
    await sql`select quantity, reason, order_number from stock_movements where product_id = ${soap.id} and reason <> 'opening'`;
  expect([...moved]).toEqual([{ quantity: -3, reason: "invoiced", order_number: number }]);
  await shipOrder(staff, number, later(3));
  await deliverOrder(staff, number, later(4));
  expect(stateOf(await orderIn(staff, number))).toBe("delivered");
  expect(await codeOf(cancelOrder(staff, number, "tarde", later(5)))).toBe("order_not_cancellable");
});

test("cancelling frees credit and stock once and takes the order out of every sum", async () => {
  const { number, soap, customerId } = await ordered();
  const codes = await Promise.all([1, 2].map(() => codeOf(cancelOrder(staff, number, "engano", later(1)))));
  expect(codes.sort()).toEqual(["done", "order_not_cancellable"]);
  expect(await stockOf(soap.id)).toEqual({ on_hand: 100, reserved: 0 });
  const [credit] = await sql`select credit_used_cents as used from customers where id = ${customerId}`;
  expect(credit?.used).toBe(0);
  const ledger =
    await sql`select reason, amount_cents from credit_entries where customer_id = ${customerId} order by id`;
  expect([...ledger]).toEqual([
    { reason: "order", amount_cents: 3000 },
    { reason: "cancelled", amount_cents: -3000 },
  ]);
  const [day] = await sql`select sum(orders)::int as orders from customer_days where customer_id = ${customerId}`;
  expect(day?.orders).toBeNull();
  expect(await factsThatDiffer()).toEqual([]);
});

test("cancelling and invoicing at the same instant end in one of the two, and the books agree", async () => {
  const { number, soap } = await ordered();
  const codes = await Promise.all([
    codeOf(invoiceOrder(staff, number, null, later(1))),
    codeOf(cancelOrder(staff, number, "engano", later(1))),
  ]);
  expect(codes.filter((code) => code === "done")).toHaveLength(1);
  expect(await stockOf(soap.id)).toEqual({ on_hand: codes[0] === "done" ? 97 : 100, reserved: 0 });
});

test("a rep moves and sees only the orders of their own customers; another customer's order does not exist for a buyer", async () => {
  const { number, customerId, buyer } = await ordered();
  const stranger = (await customerWithBuyer()).buyer;
  const rep = { userId: 900, repId: 900 };
  expect(await codeOf(confirmOrder(rep, number, later(1)))).toBe("not_found");
  expect(await codeOf(orderIn(rep, number))).toBe("not_found");
  expect(await codeOf(orderOf(stranger, number))).toBe("not_found");
  expect((await ordersIn(rep, nothingAsked, { sort: "-placed", page: 1 })).total).toBe(0);
  expect((await ordersOf(stranger, { q: "", state: [], page: 1 })).total).toBe(0);
  expect((await orderOf(buyer, number)).number).toBe(number);
  await sql`update customers set rep_id = 900 where id = ${customerId}`;
  expect((await ordersIn(rep, nothingAsked, { sort: "-value", page: 1 })).rows.map((order) => order.number)).toEqual([
    number,
  ]);
});

test("the state told by a question to the database is the state the order tells itself", async () => {
  await ordered();
  const moments = ["confirmed_at", "invoiced_at", "shipped_at", "delivered_at", "cancelled_at"] as const;
  for (let mask = 0; mask < 64; mask++) {
    const set = (bit: number) => (mask & (1 << bit) ? at : null);
    const [row] = await sql<{ state: string }[]>`
      select ${sql.unsafe(stateText)} as state from (select ${set(0)}::timestamptz as ${sql(moments[0])},
        ${set(1)}::timestamptz as ${sql(moments[1])}, ${set(2)}::timestamptz as ${sql(moments[2])},
        ${set(3)}::timestamptz as ${sql(moments[3])}, ${set(4)}::timestamptz as ${sql(moments[4])},
        ${(mask & 32) > 0} as is_imported) o`;
    const told = stateOf({
      isImported: (mask & 32) > 0,
      confirmedAt: set(0),
      invoicedAt: set(1),
      shippedAt: set(2),
      deliveredAt: set(3),
      cancelledAt: set(4),
    });
    expect(row?.state).toBe(told);
  }
});

test("a buyer finds an order by its number, its product and its state", async () => {
  const { number, soap, buyer } = await ordered();
  const found = async (q: string) => (await ordersOf(buyer, { q, state: [], page: 1 })).total;
  expect([await found(number), await found(soap.sku), await found("produto"), await found("nada disso")]).toEqual([
    1, 1, 1, 0,
  ]);
  expect((await ordersOf(buyer, { q: "", state: ["cancelled"], page: 1 })).total).toBe(0);
  expect((await ordersOf(buyer, { q: "", state: ["placed"], page: 1 })).total).toBe(1);
});

test("ordering again twice, and four times at once, puts the lines into the cart once; a smaller quantity is made up", async () => {
  const { number, soap, buyer } = await ordered(5);
  const inCart = async () => (await openCartOf(buyer, later(3))).lines.map((line) => line.quantity);
  await Promise.all(Array.from({ length: 4 }, () => reorder(buyer, number, later(1))));
  await reorder(buyer, number, later(1));
  expect(await inCart()).toEqual([5]);
  await changeQuantity(buyer, { sku: soap.sku, quantity: 2 }, later(2));
  await reorder(buyer, number, later(2));
  expect(await inCart()).toEqual([5]);
  await changeQuantity(buyer, { sku: soap.sku, quantity: 9 }, later(2));
  await reorder(buyer, number, later(2));
  expect(await inCart()).toEqual([9]);
});

test("ordering again takes today's price and packs and says what changed", async () => {
  const { number, soap, buyer } = await ordered(5);
  await changePrice(soap.id, 110_000);
  await sql`update products set pack_multiple = 4 where id = ${soap.id}`;
  await reorder(buyer, number, later(1));
  const [line] = await reorderedOf(buyer, number, later(1));
  expect(line).toMatchObject({
    quantityThen: 5,
    quantity: 8,
    unitPriceThenE4: 100_000,
    unitPriceE4: 110_000,
    reason: null,
  });
  await sql`update products set is_active = false where id = ${soap.id}`;
  await reorder(buyer, number, later(2));
  const [gone] = await reorderedOf(buyer, number, later(2));
  expect(gone).toMatchObject({ unitPriceE4: null, reason: { code: "product_inactive" } });
});

test("the news of ordering again may be read twice and adds nothing; what the buyer took out again is not told", async () => {
  const { number, soap, buyer } = await ordered(5);
  await reorder(buyer, number, later(1));
  const told = await reorderedOf(buyer, number, later(1));
  expect(told).toMatchObject([{ sku: soap.sku, quantity: 5, quantityThen: 5, available: 95, reason: null }]);
  expect(await reorderedOf(buyer, number, later(2))).toEqual(told);
  await removeFromCart(buyer, [soap.sku], later(3));
  expect(await reorderedOf(buyer, number, later(4))).toEqual([]);
});
