import { expect, test } from "vitest";
import { addToCart } from "#app/domain/carts/carts.server.ts";
import { overrideHold } from "#app/domain/credit/overrides.server.ts";
import { invoiceOrder } from "#app/domain/orders/moves.server.ts";
import { placeOrder } from "#app/domain/orders/orders.server.ts";
import { counterPayment, payReceivable } from "#app/domain/receivables/payments.server.ts";
import { receivableIn } from "#app/domain/receivables/receivable-sheet.server.ts";
import { sql } from "#db/connection.server.ts";
import { buyerOf, product } from "#tests/builders/distributor.ts";
import { at, later, wishOf } from "#tests/builders/ordering.ts";
import { customerWhoOwes, owedBy, usedBy } from "#tests/builders/owing.ts";
import { brokenPromises } from "#tests/builders/promises.ts";

const today = "2026-11-20";
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (fault) => fault.code ?? String(fault),
  );
const count = (all: string[], one: string) => all.filter((said) => said === one).length;

test("forty payments at once lose nothing and never overpay", async () => {
  const { customerId, manager } = await customerWhoOwes({ pieces: 3 });
  const [{ id } = { id: 0 }] = await owedBy(customerId);
  const pay = () =>
    payReceivable(manager, id, { amountCents: 30, paidOn: today, note: null, shownOpenCents: null }, later(2));
  const said = await Promise.all(Array.from({ length: 40 }, () => codeOf(pay())));
  expect(count(said, "done")).toBe(33);
  expect(count(said, "receivable_overpaid")).toBe(7);
  const [owed] = await owedBy(customerId);
  expect(owed).toMatchObject({ amountCents: 1000, paidCents: 990 });
  expect(await usedBy(customerId)).toEqual({ counter: 2010, ledger: 2010 });
  expect(await brokenPromises()).toEqual([]);
});

test("forty clicks on the same button pay once: they all saw the same open amount", async () => {
  const { customerId, manager } = await customerWhoOwes({ pieces: 3 });
  const [{ id } = { id: 0 }] = await owedBy(customerId);
  const wish = { amountCents: 400, paidOn: today, note: null, shownOpenCents: 1000 };
  const said = await Promise.all(Array.from({ length: 40 }, () => codeOf(payReceivable(manager, id, wish, later(2)))));
  expect([count(said, "done"), count(said, "receivable_moved")]).toEqual([1, 39]);
  const [payment] = (await receivableIn(manager, id)).payments;
  const undo = () => counterPayment(manager, id, { paymentId: payment?.id ?? 0, note: null }, later(3));
  const undone = await Promise.all(Array.from({ length: 20 }, () => codeOf(undo())));
  expect([count(undone, "done"), count(undone, "payment_countered")]).toEqual([1, 19]);
  expect((await usedBy(customerId)).counter).toBe(3000);
});

test("payments, orders and invoices of one customer at once never lock each other out, and the counter is the ledger", async () => {
  const { customerId, manager, order, number } = await customerWhoOwes({ pieces: 30 });
  const next = await order(7, later(1));
  const owed = await owedBy(customerId);
  const acts = owed.flatMap(({ id }) =>
    Array.from(
      { length: 10 },
      () => () =>
        payReceivable(manager, id, { amountCents: 700, paidOn: today, note: null, shownOpenCents: null }, later(2)),
    ),
  );
  const said = await Promise.all([
    ...acts.map((act) => codeOf(act())),
    codeOf(invoiceOrder(manager, next, null, later(2))),
    codeOf(invoiceOrder(manager, next, null, later(2))),
  ]);
  expect(said.slice(0, 30)).toEqual(Array.from({ length: 30 }, () => "done"));
  expect(said.slice(30).sort()).toEqual(["done", "order_state"]);
  expect((await owedBy(customerId)).length).toBe(6);
  expect(await usedBy(customerId)).toEqual({ counter: 30_000 + 7_000 - 21_000, ledger: 16_000 });
  expect(number).not.toBe(next);
  expect(await brokenPromises()).toEqual([]);
});

test("a leave for one order lets one of twenty orders at once pass", async () => {
  const { customerId, manager, terms, addressId } = await customerWhoOwes();
  await sql`update customers set is_credit_held = true where id = ${customerId}`;
  const soap = await product();
  await overrideHold(manager, customerId, { untilOn: null, reason: "um só" }, at);
  const wishes = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const buyer = await buyerOf(customerId);
      await addToCart(buyer, { sku: soap.sku, quantity: 1 }, later(1));
      return { buyer, wish: await wishOf(buyer, terms, addressId, later(1)) };
    }),
  );
  const said = await Promise.all(wishes.map(({ buyer, wish }) => codeOf(placeOrder(buyer, wish, later(2)))));
  expect([count(said, "done"), count(said, "credit_held")]).toEqual([1, 19]);
  expect(await brokenPromises()).toEqual([]);
});
